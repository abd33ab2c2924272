package dev.tidemark.kernel.session;

import dev.tidemark.kernel.magic.BuiltInMagics;
import dev.tidemark.kernel.magic.CellPart;
import dev.tidemark.kernel.magic.Magics;
import dev.tidemark.kernel.maven.MavenMagics;
import dev.tidemark.kernel.maven.MavenPlaces;
import dev.tidemark.kernel.render.Renderers;
import dev.tidemark.kernel.shell.CellFailure;
import dev.tidemark.kernel.shell.CellOutcome;
import dev.tidemark.kernel.shell.CodeAssistance;
import dev.tidemark.kernel.shell.Completeness;
import dev.tidemark.kernel.shell.Evaluator;
import dev.tidemark.kernel.shell.Inspected;
import dev.tidemark.kernel.shell.InspectionPage;
import dev.tidemark.kernel.spi.Cell;
import dev.tidemark.kernel.spi.CellHook;
import dev.tidemark.kernel.spi.Completion;
import dev.tidemark.kernel.spi.CompletionSource;
import dev.tidemark.kernel.spi.Displayable;
import dev.tidemark.kernel.spi.EvaluationException;
import dev.tidemark.kernel.spi.KernelExtension;
import dev.tidemark.kernel.spi.MagicCall;
import dev.tidemark.kernel.spi.Notebook;
import dev.tidemark.kernel.variables.VariableInspector;
import dev.tidemark.kernel.widgets.WidgetExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * One notebook: runs its cells, shows their values, and keeps what extensions registered.
 *
 * <p>A JVM has one session at a time, since {@code System.out} and the statics of {@link Notebook} belong to it. Cells are
 * run by one thread at a time; interrupting and assistance work meanwhile.
 */
public final class Session implements AutoCloseable {
    private static final List<String> IMPORTS = List.of("static " + Notebook.class.getName() + ".*");

    private final Evaluator evaluator;
    private final Gate gate = new Gate();
    private final StandardStreams streams;
    private final Renderers renderers = new Renderers(this::complain);
    private final Magics magics = new Magics();
    private final Comms comms;
    private final SessionContext context;
    private final Extensions extensions;
    private final VariableInspector variables;
    private final Registrations registered = new Registrations();
    private volatile Cell current = new Cell(0, "");

    private Session(Evaluator evaluator, FrontEnd frontEnd) {
        this.evaluator = evaluator;
        streams = new StandardStreams(frontEnd, gate);
        comms = new Comms(frontEnd);
        context = new SessionContext(this, frontEnd);
        extensions = new Extensions(context, this::complain);
        variables = new VariableInspector(evaluator);
    }

    /**
     * Opens a session: takes over the standard streams, imports what cells need, installs the extensions.
     *
     * @param options class path, imports and extensions
     * @param frontEnd where output goes
     * @return the session, to be closed
     */
    public static Session open(SessionOptions options, FrontEnd frontEnd) {
        return open(Evaluator.open(options.evaluator()), options, frontEnd);
    }

    /**
     * Opens a session with an evaluator that is there already.
     *
     * @param evaluator evaluates the cells; closed with the session
     * @param options extensions and first cells
     * @param frontEnd where output goes
     * @return the session, to be closed
     */
    public static Session open(Evaluator evaluator, SessionOptions options, FrontEnd frontEnd) {
        Session session = new Session(evaluator, frontEnd);
        session.streams.install();
        Notebook.attach(session.context);
        session.evaluator.addImports(IMPORTS);
        List<KernelExtension> given = new ArrayList<>(options.extensions());
        given.add(0, new BuiltInMagics(session.magics, session.evaluator));
        given.add(new WidgetExtension());
        given.add(1, new MavenMagics(MavenPlaces.ofThisUser()));
        given.add(2, session.variables);
        session.quietly("extensions could not be installed", () -> {
            given.forEach(session.extensions::install);
            session.extensions.installFound();
            return true;
        });
        options.firstCells().forEach(session::runFirst);
        return session;
    }

    /** A first cell shows no value; its failure is printed, and the session goes on. */
    private void runFirst(String code) {
        CellFailure failure = run(new Cell(0, code)).failure();
        if (failure != null) {
            System.err.println("at the start, " + code + " failed: " + failure.report());
        }
    }

    /** Evaluates, completes and inspects once, so that the user's first time is quick; leaves nothing behind. */
    public void warmUp() {
        evaluator.evaluate(0, "1 + 1");
        assistance().complete("\"abc\".", 6);
        assistance().inspect("\"abc\".length()", 8, false);
    }

    /**
     * Runs a cell: hooks, magics, Java, and the rendering of its value.
     *
     * @param cell the text and its number
     * @return its value or its failure; prints and displays went to the front end meanwhile
     */
    public CellResult run(Cell cell) {
        current = cell;
        evaluator.begin();
        for (CellHook hook : registered.hooks()) {
            quietly("a hook before the cell failed", () -> {
                hook.cellStarted(cell);
                return true;
            });
        }
        CellResult result = runParts(cell);
        evaluator.begin();
        for (CellHook hook : registered.hooks()) {
            quietly("a hook after the cell failed", () -> {
                hook.cellEnded(cell, result.succeeded());
                return true;
            });
        }
        flush();
        return result;
    }

    private CellResult runParts(Cell cell) {
        HelpQuestion question = HelpQuestion.in(cell.code());
        if (question != null) {
            return answer(question);
        }
        Map<String, Object> bundle = null;
        for (CellPart part : CellPart.of(cell.code())) {
            CellResult result =
                    part.magic() == null ? runJava(cell.number(), part.java()) : runMagic(cell, part, part.magic());
            if (!result.succeeded()) {
                return result;
            }
            bundle = result.bundle();
        }
        return new CellResult(bundle, null);
    }

    private CellResult answer(HelpQuestion question) {
        String name = question.name();
        List<Inspected> found = assistance().inspect(name, name.length(), question.detailed());
        if (found.isEmpty()) {
            List<String> lines = List.of("nothing is known of '" + name + "'");
            return failed(CellFailure.Kind.COMPILATION, "NotFound", lines, 1);
        }
        Map<String, Object> bundle = InspectionPage.of(found);
        context.page((Displayable) () -> bundle);
        return new CellResult(null, null);
    }

    private CellResult runJava(int number, String code) {
        CellOutcome outcome = evaluator.evaluate(number, code);
        outcome.notices().forEach(notice -> System.err.println("note: " + notice));
        if (outcome.failure() != null || !outcome.hasValue()) {
            return new CellResult(null, outcome.failure());
        }
        return rendered(() -> outcome.value());
    }

    private CellResult runMagic(Cell cell, CellPart part, MagicCall call) {
        String place = "cell[" + cell.number() + "]:" + part.line();
        try {
            Object value = evaluator.<@Nullable Object>onCellThread(
                    () -> magics.find(call.name(), part.wholeCell()).run(call));
            return value == null ? new CellResult(null, null) : rendered(() -> value);
        } catch (EvaluationException failed) {
            String report = String.valueOf(failed.getMessage());
            List<String> lines = List.of(report.split("\n", -1));
            return failed(CellFailure.Kind.EXCEPTION, "EvaluationError", lines, part.line());
        } catch (Exception failed) {
            String reason = failed.getMessage() == null ? failed.toString() : failed.getMessage();
            return evaluator.interrupted()
                    ? new CellResult(null, evaluator.describe(failed))
                    : failed(CellFailure.Kind.EXCEPTION, "MagicError", List.of(place + ": " + reason), part.line());
        } catch (Error failed) {
            return new CellResult(null, evaluator.describe(failed));
        }
    }

    private static CellResult failed(CellFailure.Kind kind, String name, List<String> lines, int line) {
        return new CellResult(null, new CellFailure(kind, name, lines.get(0), lines, line, null));
    }

    private CellResult rendered(Callable<@Nullable Object> value) {
        try {
            return new CellResult(evaluator.onCellThread(() -> renderers.render(value.call())), null);
        } catch (Exception | Error thrown) {
            return new CellResult(null, evaluator.describe(thrown));
        }
    }

    /**
     * Makes the MIME bundle of an expression's value, for the user expressions of a front end.
     *
     * @param expression Java code
     * @return the bundle or the failure
     */
    public CellResult evaluateExpression(String expression) {
        evaluator.begin();
        CellResult result = runJava(current.number(), expression);
        flush();
        return result;
    }

    /** Stops the running cell; see {@link Evaluator#interrupt()}. */
    public void interrupt() {
        for (Runnable hook : registered.interruptHooks()) {
            try {
                hook.run();
            } catch (RuntimeException failure) {
                complain("an interrupt hook failed", failure);
            }
        }
        evaluator.interrupt();
    }

    /**
     * Suggestions at the cursor: Java's, the extensions' and the magics'.
     *
     * @param code the whole cell
     * @param cursor in UTF-16 units from the start of the cell
     * @return the suggestions, best first
     */
    public List<Completion> complete(String code, int cursor) {
        List<Completion> all = new ArrayList<>();
        for (CompletionSource source : registered.completions()) {
            try {
                all.addAll(source.complete(code, cursor));
            } catch (RuntimeException failure) {
                complain("a completion source failed", failure);
            }
        }
        all.addAll(magics.complete(code, cursor));
        if (all.isEmpty()) {
            all.addAll(assistance().complete(code, cursor));
        }
        return all;
    }

    /**
     * Whether code can run as it is.
     *
     * @param code the text so far
     * @return the status, with the indentation of the next line
     */
    public Completeness completeness(String code) {
        if (code.stripLeading().startsWith("%") || HelpQuestion.in(code) != null) {
            return new Completeness(Completeness.Status.COMPLETE, "");
        }
        return assistance().completeness(code);
    }

    /**
     * Inspection and completeness of Java code.
     *
     * @return what helps at the cursor
     */
    public CodeAssistance assistance() {
        return evaluator.assistance();
    }

    /**
     * The comms of this session.
     *
     * @return the open comms and the targets
     */
    public Comms comms() {
        return comms;
    }

    /**
     * Runs something on the cell thread outside of a cell, such as the arrival of a comm message; failures are printed.
     *
     * @param what what is done, for the message of a failure
     * @param task what to do
     */
    public void outsideCell(String what, Callable<?> task) {
        evaluator.begin();
        try {
            evaluator.onCellThread(task);
        } catch (Exception | Error failure) {
            System.err.println(what + " failed: " + evaluator.describe(failure).report());
        }
        flush();
    }

    /**
     * Asks something on the cell thread outside of a cell, where the user's objects may be touched.
     *
     * @param question what is asked
     * @param <T> the type of the answer
     * @return the answer
     * @throws Exception what the question threw
     */
    public <T> T ask(Callable<T> question) throws Exception {
        evaluator.begin();
        return evaluator.onCellThread(question);
    }

    /**
     * The variables of this notebook; ask within {@link #ask}.
     *
     * @return a live view
     */
    public VariableInspector variables() {
        return variables;
    }

    /** Sends everything printed so far to the front end. */
    public void flush() {
        System.out.flush();
        System.err.flush();
        streams.flush();
    }

    /** Runs the shutdown hooks, gives the standard streams back and ends the evaluator. */
    @Override
    public void close() {
        evaluator.begin();
        for (Runnable hook : registered.shutdownHooks()) {
            quietly("a shutdown hook failed", () -> {
                hook.run();
                return true;
            });
        }
        Notebook.attach(null);
        streams.close();
        evaluator.close();
    }

    /** Runs a task on the cell thread; what it throws is printed, and the session goes on. */
    private void quietly(String what, Callable<?> task) {
        try {
            evaluator.onCellThread(task);
        } catch (Exception | Error failure) {
            complain(what, failure);
        }
    }

    private void complain(String what, Throwable failure) {
        System.err.println(what + ": " + failure);
    }

    /** What the context of extensions reaches. */
    Evaluator evaluator() {
        return evaluator;
    }

    Renderers renderers() {
        return renderers;
    }

    Magics magics() {
        return magics;
    }

    Extensions extensions() {
        return extensions;
    }

    Gate gate() {
        return gate;
    }

    Cell current() {
        return current;
    }

    Registrations registered() {
        return registered;
    }
}
