package dev.tidemark.kernel.magic;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.kernel.session.CellResult;
import dev.tidemark.kernel.session.Session;
import dev.tidemark.kernel.session.SessionOptions;
import dev.tidemark.kernel.session.Transcript;
import dev.tidemark.kernel.shell.EvaluatorOptions;
import dev.tidemark.kernel.spi.Cell;
import dev.tidemark.kernel.spi.KernelExtension;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A notebook of a test: a session whose cells are numbered, with all that it prints and shows. */
public final class Sheet implements AutoCloseable {
    private final Transcript told = new Transcript();
    private final Session session;
    private int number;

    public Sheet(KernelExtension... extensions) {
        this(new SessionOptions(EvaluatorOptions.ofThisProcess(), List.of(extensions)));
    }

    public Sheet(SessionOptions options) {
        session = Session.open(options, told);
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
    public List<String> output() {
        return told.take();
    }

    public Session session() {
        return session;
    }

    @Override
    public void close() {
        session.close();
    }
}
