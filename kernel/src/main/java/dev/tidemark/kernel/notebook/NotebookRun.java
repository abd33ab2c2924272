package dev.tidemark.kernel.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.tidemark.kernel.session.CellResult;
import dev.tidemark.kernel.session.Session;
import dev.tidemark.kernel.session.SessionOptions;
import dev.tidemark.kernel.shell.CellFailure;
import dev.tidemark.kernel.spi.Cell;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Executes the code cells of a notebook in order and records their outputs in it.
 *
 * <p>It stops at the first cell that fails, unless the cell carries the tag {@code raises-exception}. Empty cells are
 * passed over and keep no number, as in Jupyter.
 */
public final class NotebookRun {
    private final SessionOptions options;
    private final Duration timeoutPerCell;
    private final PrintStream progress;

    /**
     * Settings for runs.
     *
     * @param options class path, imports and extensions of each run's session
     * @param timeoutPerCell how long a cell may take before it is interrupted
     * @param progress gets a line for each cell; not {@code System.out} as it will be while cells run
     */
    public NotebookRun(SessionOptions options, Duration timeoutPerCell, PrintStream progress) {
        this.options = options;
        this.timeoutPerCell = timeoutPerCell;
        this.progress = progress;
    }

    /**
     * Executes a notebook.
     *
     * @param notebook its outputs and execution counts are replaced
     * @return the failure that ended the run, or null if every cell ran
     */
    public @Nullable CellFailure execute(NotebookFile notebook) {
        RecordedOutputs outputs = new RecordedOutputs();
        List<JsonObject> code = notebook.cells().stream()
                .filter(NotebookFile::isCode)
                .filter(cell -> !forgetOutputs(cell).isBlank())
                .toList();
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "timeout");
            thread.setDaemon(true);
            return thread;
        });
        try (Session session = Session.open(options, outputs)) {
            for (int i = 0; i < code.size(); i++) {
                progress.print("[" + (i + 1) + "/" + code.size() + "] " + title(code.get(i)));
                progress.flush();
                CellFailure failure = execute(session, outputs, code.get(i), i + 1, timer);
                if (failure != null) {
                    return failure;
                }
            }
            return null;
        } finally {
            timer.shutdownNow();
        }
    }

    private @Nullable CellFailure execute(
            Session session, RecordedOutputs outputs, JsonObject cell, int number, ScheduledExecutorService timer) {
        JsonArray recorded = outputs.begin();
        cell.add("outputs", recorded);
        cell.addProperty("execution_count", number);
        AtomicBoolean late = new AtomicBoolean();
        long start = System.nanoTime();
        ScheduledFuture<?> alarm = timer.schedule(
                () -> {
                    late.set(true);
                    session.interrupt();
                },
                timeoutPerCell.toMillis(),
                TimeUnit.MILLISECONDS);
        CellResult result = session.run(new Cell(number, NotebookFile.source(cell)));
        alarm.cancel(false);
        CellFailure failure = late.get() && result.failure() != null ? late(result.failure()) : result.failure();
        if (failure != null) {
            outputs.error(failure);
        } else if (result.bundle() != null) {
            outputs.result(number, result.bundle());
        }
        boolean expected = failure != null && NotebookFile.hasTag(cell, "raises-exception");
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        String how = failure == null ? "ok" : expected ? "raised, as expected" : "FAILED";
        progress.println(String.format(Locale.ROOT, "  %s, %,d ms", how, millis));
        return expected ? null : failure;
    }

    private CellFailure late(CellFailure stopped) {
        String message = "the cell took longer than "
                + BigDecimal.valueOf(timeoutPerCell.toMillis(), 3)
                        .stripTrailingZeros()
                        .toPlainString() + " s and was stopped";
        return new CellFailure(stopped.kind(), "Timeout", message, List.of(message), stopped.line(), null);
    }

    /** Empties a cell's outputs; gives its source. */
    private static String forgetOutputs(JsonObject cell) {
        cell.add("outputs", new JsonArray());
        cell.add("execution_count", JsonNull.INSTANCE);
        return NotebookFile.source(cell);
    }

    /** The first line of a cell that says something, shortened. */
    private static String title(JsonObject cell) {
        String line = NotebookFile.source(cell).strip().lines().findFirst().orElse("");
        return line.length() > 60 ? line.substring(0, 59) + "…" : line;
    }
}
