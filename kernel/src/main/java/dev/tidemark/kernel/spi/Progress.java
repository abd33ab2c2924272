package dev.tidemark.kernel.spi;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A bar in a cell's output that shows how far long work has come.
 *
 * <p>It is redrawn at most ten times a second, so it may be advanced for every element. Not for use by several threads.
 */
public final class Progress implements AutoCloseable {
    private static final long REDRAW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final String label;
    private final long total;
    private final DisplayHandle handle;
    private long done;
    private String note = "";
    private long drawnNanos = System.nanoTime();
    private boolean closed;

    Progress(String label, long total) {
        if (total < 1) {
            throw new IllegalArgumentException(
                    "progress '" + label + "' has a total of " + total + "; give at least 1");
        }
        this.label = label;
        this.total = total;
        this.handle = Notebook.display(picture());
    }

    /**
     * Says that more units are done.
     *
     * @param units how many
     */
    public void advance(long units) {
        at(done + units);
    }

    /**
     * Says how many units are done in all.
     *
     * @param units from 0 to the total; more is shown as the total
     */
    public void at(long units) {
        done = Math.max(0, Math.min(total, units));
        redrawIfDue();
    }

    /**
     * Shows a few words beside the bar.
     *
     * @param words what is being done now
     */
    public void note(String words) {
        note = words;
        redrawIfDue();
    }

    /** Draws the bar a last time, as it stands. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            handle.update(picture());
        }
    }

    private void redrawIfDue() {
        long now = System.nanoTime();
        if (now - drawnNanos >= REDRAW_NANOS) {
            drawnNanos = now;
            handle.update(picture());
        }
    }

    private Displayable picture() {
        String words = String.format(Locale.ROOT, "%s: %,d of %,d", label, done, total)
                + (note.isEmpty() ? "" : " (" + note + ")");
        Map<String, Object> bundle = new LinkedHashMap<>();
        bundle.put("text/plain", words);
        bundle.put(
                "text/html",
                "<div><progress max=\"" + total + "\" value=\"" + done + "\"></progress> "
                        + words.replace("&", "&amp;").replace("<", "&lt;") + "</div>");
        return () -> bundle;
    }
}
