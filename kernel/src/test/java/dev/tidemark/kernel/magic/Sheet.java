package dev.tidemark.kernel.magic;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.kernel.session.CellResult;
import dev.tidemark.kernel.session.FrontEnd;
import dev.tidemark.kernel.session.Session;
import dev.tidemark.kernel.session.SessionOptions;
import dev.tidemark.kernel.shell.EvaluatorOptions;
import dev.tidemark.kernel.spi.Cell;
import dev.tidemark.kernel.spi.KernelExtension;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A notebook of a test: a session whose cells are numbered, with all that it prints and shows. */
public final class Sheet implements FrontEnd, AutoCloseable {
    private final List<String> lines = new ArrayList<>();
    private final Session session;
    private int number;

    public Sheet(KernelExtension... extensions) {
        this(new SessionOptions(EvaluatorOptions.ofThisProcess(), List.of(extensions)));
    }

    public Sheet(SessionOptions options) {
        session = Session.open(options, this);
    }

    /** Runs a cell that succeeds. */
    public Map<String, Object> run(String code) {
        CellResult result = session.run(new Cell(++number, code));
        assertThat(result.failure()).as("%s", code).isNull();
        return Objects.requireNonNullElse(result.bundle(), Map.of());
    }

    /** Runs a cell that succeeds and has a value. */
    public String text(String code) {
        return requireNonNull(run(code).get("text/plain"), code).toString();
    }

    /** Runs a cell that fails. */
    public String failure(String code) {
        return requireNonNull(session.run(new Cell(++number, code)).failure(), code)
                .report();
    }

    /** What was printed and shown since the last call. */
    public synchronized List<String> output() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    public Session session() {
        return session;
    }

    @Override
    public synchronized void stream(String name, String text) {
        lines.add(name + ": " + text.strip());
    }

    @Override
    public synchronized void display(Map<String, Object> bundle, String displayId) {
        lines.add("display: " + bundle.get("text/plain"));
    }

    @Override
    public synchronized void updateDisplay(Map<String, Object> bundle, String displayId) {
        lines.add("update: " + bundle.get("text/plain"));
    }

    @Override
    public void clearOutput(boolean wait) {}

    @Override
    public String input(String prompt, boolean hidden) throws IOException {
        throw new IOException("nobody to ask");
    }

    @Override
    public void page(Map<String, Object> bundle) {}

    @Override
    public void comm(CommEvent event) {}

    @Override
    public void close() {
        session.close();
    }
}
