package dev.tidemark.kernel.spi;

import java.io.IOException;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What a cell can call by name: {@code display(…)}, {@code html(…)}, {@code progress(…)}, {@code input(…)},
 * {@code clearOutput()}.
 *
 * <p>These go to the one session of this JVM. Without a session, as in a unit test, {@code display} prints text.
 */
public final class Notebook {
    private static final AtomicReference<@Nullable KernelContext> SESSION = new AtomicReference<>();

    private Notebook() {}

    /**
     * Shows a value in the output of the running cell.
     *
     * @param value any value, null included
     * @return a handle that can show another value in the same place
     */
    public static DisplayHandle display(@Nullable Object value) {
        KernelContext session = SESSION.get();
        return session == null ? PrintedDisplay.of(value) : session.display(value);
    }

    /**
     * A piece of HTML as a value of a cell.
     *
     * @param html the markup, shown as it is
     * @return a value whose text form is the markup without tags
     */
    public static Displayable html(String html) {
        return bundle("text/html", html, html.replaceAll("<[^>]*>", ""));
    }

    /**
     * A piece of Markdown as a value of a cell.
     *
     * @param markdown the text
     * @return a value whose text form is the source
     */
    public static Displayable markdown(String markdown) {
        return bundle("text/markdown", markdown, markdown);
    }

    /**
     * A formula as a value of a cell.
     *
     * @param formula LaTeX; without {@code $} or {@code \begin} it is set as a display formula
     * @return a value whose text form is the formula
     */
    public static Displayable latex(String formula) {
        boolean delimited = formula.contains("$") || formula.contains("\\begin") || formula.contains("\\[");
        return bundle("text/latex", delimited ? formula : "$$" + formula + "$$", formula);
    }

    /**
     * A drawing as a value of a cell.
     *
     * @param svg the markup of an {@code <svg>} element
     * @return a value whose text form says what it is
     */
    public static Displayable svg(String svg) {
        return bundle("image/svg+xml", svg, "a drawing (SVG)");
    }

    /**
     * A picture as a value of a cell.
     *
     * @param bytes a PNG file's content
     * @return a value whose text form says what it is
     */
    public static Displayable png(byte[] bytes) {
        return bundle("image/png", Base64.getEncoder().encodeToString(bytes), "a picture (PNG)");
    }

    /**
     * A value as JSON.
     *
     * @param value maps, collections, arrays, records, numbers, booleans; a text is JSON to be read
     * @return a value that front ends show as a tree
     */
    public static JsonValue json(@Nullable Object value) {
        return new JsonValue(value);
    }

    /**
     * A table with a limit of its own.
     *
     * @param values records of one class
     * @param mostRows how many rows are shown before the table is cut with a count, at least 1
     * @return the table
     */
    public static TableValue table(Collection<?> values, int mostRows) {
        return new TableValue(values, mostRows);
    }

    private static Displayable bundle(String type, String data, String text) {
        Map<String, Object> bundle = new LinkedHashMap<>();
        bundle.put(type, data);
        bundle.put("text/plain", text);
        return () -> bundle;
    }

    /**
     * Asks the reader of the notebook for a line, and waits for it; an interrupt ends the wait.
     *
     * @param prompt shown beside the field
     * @return the line, without a line end
     * @throws IOException if nobody can be asked, as when a notebook is run without Jupyter
     */
    public static String input(String prompt) throws IOException {
        return ask(prompt, false);
    }

    /**
     * Asks the reader of the notebook for a line that nobody shall see; the field shows dots, and no output keeps it.
     *
     * @param prompt shown beside the field
     * @return the line, without a line end
     * @throws IOException if nobody can be asked, as when a notebook is run without Jupyter
     */
    public static String password(String prompt) throws IOException {
        return ask(prompt, true);
    }

    private static String ask(String prompt, boolean hidden) throws IOException {
        KernelContext session = SESSION.get();
        if (session == null) {
            throw new IOException("there is no notebook that could be asked: " + prompt);
        }
        return session.ask(prompt, hidden);
    }

    /**
     * Shows a value in the pager, which opens beside or below the notebook when the cell has ended.
     *
     * @param value any value, null included
     */
    public static void page(@Nullable Object value) {
        KernelContext session = SESSION.get();
        if (session == null) {
            PrintedDisplay.of(value);
        } else {
            session.page(value);
        }
    }

    /** Removes the output of the running cell when the next output arrives. */
    public static void clearOutput() {
        KernelContext session = SESSION.get();
        if (session != null) {
            session.clearOutput(true);
        }
    }

    /**
     * A bar that shows how far long work has come.
     *
     * @param label what is being done
     * @param total how many units there are in all, at least 1
     * @return the bar; advance it, and close it when done
     */
    public static Progress progress(String label, long total) {
        return new Progress(label, total);
    }

    /**
     * Whether this code runs in a notebook that somebody looks at, who can be shown what changes.
     *
     * @return false in a unit test, and where a notebook is run without Jupyter
     */
    public static boolean isLive() {
        KernelContext session = SESSION.get();
        return session != null && !session.requestId().isEmpty();
    }

    /**
     * The session of this notebook, for cells that plug something into it: a renderer, a magic, a comm target.
     *
     * @return what extensions get too
     * @throws IllegalStateException if there is no notebook, as in a unit test
     */
    public static KernelContext kernel() {
        KernelContext session = SESSION.get();
        if (session == null) {
            throw new IllegalStateException("there is no notebook here; kernel() is for code that runs in one");
        }
        return session;
    }

    /**
     * Makes a session the one that the methods of this class speak to; called by the kernel.
     *
     * @param session the session, or null when it ends
     */
    public static void attach(@Nullable KernelContext session) {
        SESSION.set(session);
    }
}
