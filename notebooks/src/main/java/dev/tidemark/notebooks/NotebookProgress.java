package dev.tidemark.notebooks;

import dev.tidemark.engine.MoveProgress;
import dev.tidemark.engine.Run;
import dev.tidemark.engine.time.Times;
import dev.tidemark.kernel.spi.DisplayHandle;
import dev.tidemark.kernel.spi.Notebook;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A line in the cell's output that says how far a long move is: its steps, and the processing time it has come to. */
public final class NotebookProgress implements MoveProgress {
    private @Nullable DisplayHandle line;
    private long last;

    /** Found by the engine when a move gets long. */
    public NotebookProgress() {}

    @Override
    public void moved(Run run, long steps) {
        String words = String.format(
                Locale.ROOT,
                "%,d steps so far, at %s",
                steps,
                Times.text(run.clock().toEpochMilli()));
        if (line == null || steps <= last) {
            line = Notebook.display(Notebook.html(words));
        } else {
            line.update(Notebook.html(words));
        }
        last = steps;
    }
}
