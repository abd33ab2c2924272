package dev.tidemark.kernel.shell;

import dev.tidemark.kernel.spi.Snippets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates Java cells in this process, one at a time, and keeps what they declare.
 *
 * <p>{@link #evaluate} belongs to one thread at a time; everything else may be called meanwhile, from any thread. While a
 * statement is being compiled, completion and inspection wait for the compiler; while it runs, they do not.
 */
public final class Evaluator implements AutoCloseable {
    private final ReentrantLock compiler = new ReentrantLock();
    private final SnippetLoader loader;
    private final CompilerClassPath classPath;
    private final CellThread cellThread;
    private final Placements placements = new Placements();
    private final Failures failures;
    private final JShell shell;
    private final NotebookVariables variables;
    private final TypeIndex types;
    private final Imports imports;
    private final CellEvaluation.Parts parts;
    private final CodeAssistance assistance;

    private Evaluator(EvaluatorOptions options) {
        loader = new SnippetLoader(options.parent());
        classPath = new CompilerClassPath(System.getProperty("java.class.path", ""));
        CarriedValues carried = new CarriedValues();
        cellThread = new CellThread(loader);
        SnippetExecution execution = new SnippetExecution(loader, cellThread, compiler, carried);
        shell = JShell.builder()
                .executionEngine(new InProcess(execution), Map.of())
                .compilerOptions("-parameters")
                .fileManager(classPath::seenBy)
                .build();
        variables = new NotebookVariables(shell, loader, carried);
        types = new TypeIndex(loader, classPath);
        failures = new Failures(placements, new DidYouMean(shell.sourceCodeAnalysis(), types));
        Declarations declarations = new Declarations(shell, placements);
        imports = new Imports(shell, declarations);
        parts = new CellEvaluation.Parts(
                shell, execution, cellThread, placements, failures, variables, declarations, imports);
        assistance = new CodeAssistance(shell, new Inspection(shell, imports, variables, loader), types, compiler);
    }

    /**
     * Starts an evaluator; the first evaluation is slow, because the compiler starts with it.
     *
     * @param options the class path and the imports
     * @return an evaluator to be closed
     * @throws IllegalArgumentException if an import does not exist
     */
    public static Evaluator open(EvaluatorOptions options) {
        Evaluator evaluator = new Evaluator(options);
        evaluator.addImports(options.imports());
        return evaluator;
    }

    /**
     * Evaluates a cell: all its statements in order, up to the first that fails.
     *
     * <p>A cell that is not Java in syntax is refused before anything of it runs. Names that are declared further down are
     * waited for until the cell's end.
     *
     * @param number the cell's number, for messages
     * @param code the cell's text
     * @return what came of it; errors of the user's code are in the outcome and never thrown
     */
    public CellOutcome evaluate(int number, String code) {
        return locked(() -> new CellEvaluation(parts, new CellText(number, code)).run());
    }

    /**
     * Runs something else on the thread that runs the cells, where the user's objects may be touched.
     *
     * @param task what to run
     * @param <T> the type of its value
     * @return its value
     * @throws Exception what it threw, or an error that says that it was interrupted or stuck
     */
    public <T extends @Nullable Object> T onCellThread(Callable<T> task) throws Exception {
        return cellThread.call(task);
    }

    /** Forgets an interrupt that came before; call it before a cell and before what must run after an interrupted one. */
    public void begin() {
        cellThread.begin();
    }

    /**
     * Stops the running cell: its loops and blocking calls end with an error. A cell that runs on for two seconds is left
     * behind with its thread, and evaluation goes on without it.
     */
    public void interrupt() {
        cellThread.interrupt();
    }

    /**
     * Whether the cell was interrupted since it began.
     *
     * @return true after {@link #interrupt()}, until {@link #begin()}
     */
    public boolean interrupted() {
        return cellThread.interrupted();
    }

    /**
     * Describes a throwable as a failure, with the places of the cells in it.
     *
     * @param thrown what a renderer, a hook or a magic threw
     * @return the failure
     */
    public CellFailure describe(Throwable thrown) {
        if (thrown instanceof CellStuck stuck) {
            return failures.stuck(stuck);
        }
        return thrown instanceof CellInterrupted || cellThread.interrupted()
                ? failures.interrupted()
                : failures.exception(thrown);
    }

    /**
     * Completion, inspection and completeness of code.
     *
     * @return what helps at the cursor
     */
    public CodeAssistance assistance() {
        return assistance;
    }

    /**
     * Adds imports to those that the cells see; many at a time cost no more than one.
     *
     * @param names what follows the word {@code import} in each, without a semicolon
     * @throws IllegalArgumentException if one does not exist; those before it are added
     */
    public void addImports(List<String> names) {
        if (!locked(() -> imports.add(names))) {
            names.forEach(this::addImport);
        }
    }

    private void addImport(String name) {
        CellFailure failure = evaluate(0, Imports.line(name)).failure();
        if (failure != null) {
            throw new IllegalArgumentException("cannot import " + name + ": " + failure.message());
        }
    }

    /**
     * The public types that have a simple name, wherever they are on the class path and in the JDK.
     *
     * @param simpleName a name without its package
     * @return qualified names, the best known first
     */
    public List<String> typesNamed(String simpleName) {
        return types.named(simpleName);
    }

    /**
     * The threads whose cells did not end after an interrupt, and which still run.
     *
     * @return in the order in which they were left behind
     */
    public List<Thread> leftBehind() {
        return cellThread.leftBehind();
    }

    /**
     * The imports in effect.
     *
     * @return what follows the word {@code import}, in order
     */
    public List<String> imports() {
        return locked(imports::inEffect);
    }

    /**
     * The variables in effect with their values.
     *
     * @return in the order of declaration
     */
    public List<Variable> variables() {
        return locked(variables::all);
    }

    /**
     * The methods in effect, as they would be declared.
     *
     * @return in the order of declaration
     */
    public List<String> methods() {
        return locked(() -> shell.methods()
                .map(one -> one.signature().replaceFirst(".*\\)", "") + " " + one.name()
                        + one.signature().replaceFirst("\\).*", ")"))
                .toList());
    }

    /** Forgets all that cells declared, except imports. */
    public void reset() {
        locked(() -> {
            for (Snippet snippet : shell.snippets().toList()) {
                boolean active = shell.status(snippet).isActive();
                if (active && snippet.kind() != Snippet.Kind.IMPORT) {
                    if (snippet instanceof VarSnippet variable) {
                        variables.clear(variable);
                    }
                    shell.drop(snippet);
                }
            }
            return true;
        });
    }

    /**
     * Adds jars or folders to what the compiler and the cells see.
     *
     * @param entries existing jars or folders of classes
     */
    public void addToClasspath(List<Path> entries) {
        locked(() -> {
            entries.forEach(entry -> shell.addToClasspath(entry.toString()));
            classPath.add(entries);
            return true;
        });
    }

    /**
     * The class loader of the cells.
     *
     * @return one loader for the evaluator's whole life
     */
    public ClassLoader loader() {
        return loader;
    }

    /**
     * The class files of the cells.
     *
     * @return a live view
     */
    public Snippets snippets() {
        return new SnippetCode(loader);
    }

    /** Ends the evaluator and its thread. */
    @Override
    public void close() {
        shell.close();
        cellThread.close();
    }

    private <T> T locked(Supplier<T> work) {
        compiler.lock();
        try {
            return work.get();
        } finally {
            compiler.unlock();
        }
    }

    /** Gives JShell the one execution control of this evaluator. */
    private record InProcess(ExecutionControl execution) implements ExecutionControlProvider {
        @Override
        public String name() {
            return "tidemark";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
            return execution;
        }
    }
}
