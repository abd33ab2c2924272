package dev.tidemark.kernel.spi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One session of the kernel, as an extension sees it: what can be registered, and what the session offers.
 *
 * <p>Registering is possible at any time. Hooks, magics, renderers and comm callbacks run on the session's cell thread,
 * the same one that runs the user's code, so that objects that belong to one thread may be touched freely.
 */
public interface KernelContext {
    /**
     * Shows values of a type; later registrations are asked first, and the first bundle that is not empty is used.
     *
     * @param type the class or interface whose instances are shown
     * @param renderer makes the MIME bundle
     * @param <T> the type of the values
     */
    <T> void renderer(Class<T> type, Renderer<? super T> renderer);

    /**
     * Adds {@code %name …}, a command on one line of a cell.
     *
     * @param name the name without the percent sign
     * @param usage one line for {@code %help}: the arguments, then what it does
     * @param magic what it does
     */
    void lineMagic(String name, String usage, Magic magic);

    /**
     * Adds {@code %%name …}, a command on the first line of a cell that takes the rest of the cell as its text.
     *
     * @param name the name without the percent signs
     * @param usage one line for {@code %help}: the arguments, then what it does
     * @param magic what it does
     */
    void cellMagic(String name, String usage, Magic magic);

    /**
     * Imports names into the notebook, as if each were written in a first cell.
     *
     * @param names what follows the word {@code import}, without a semicolon: {@code "java.time.*"},
     *     {@code "static com.example.Charts.*"}
     */
    void imports(String... names);

    /**
     * Adds suggestions to those of the Java completion.
     *
     * @param source asked at every completion
     */
    void completions(CompletionSource source);

    /**
     * Runs code before and after every cell.
     *
     * @param hook told of each cell
     */
    void cellHook(CellHook hook);

    /**
     * Runs code when the user interrupts a cell, on the thread that received the interrupt, before the cell is stopped.
     *
     * @param hook must return quickly
     */
    void onInterrupt(Runnable hook);

    /**
     * Runs code when the session ends.
     *
     * @param hook may close files and connections
     */
    void onShutdown(Runnable hook);

    /**
     * Lets a front end open comms by this name (Jupyter messaging, section "Custom messages").
     *
     * @param name the target name
     * @param target receives each new comm
     */
    void commTarget(String name, CommTarget target);

    /**
     * Opens a comm towards the front end, such as a widget's model.
     *
     * @param target the target name that the front end knows
     * @param data the opening message, a JSON object
     * @param metadata the message's metadata, a JSON object
     * @param buffers binary attachments, in order
     * @return the open comm
     */
    Comm openComm(String target, Map<String, ?> data, Map<String, ?> metadata, List<byte[]> buffers);

    /**
     * Shows a value in the output of the running cell.
     *
     * @param value any value, null included
     * @return a handle that can show another value in the same place
     */
    DisplayHandle display(@Nullable Object value);

    /**
     * Removes the output of the running cell.
     *
     * @param wait true to remove it only when the next output arrives, which avoids flicker
     */
    void clearOutput(boolean wait);

    /**
     * Shows a value in the pager, which opens beside or below the notebook when the cell has ended.
     *
     * @param value any value, null included
     */
    void page(@Nullable Object value);

    /**
     * Asks the user for a line, and waits for it.
     *
     * @param prompt shown beside the field
     * @param hidden whether what is typed shall not be seen, as for a password
     * @return the line, without a line end
     * @throws IOException if the front end takes no input; the message says so
     */
    String ask(String prompt, boolean hidden) throws IOException;

    /**
     * Makes a MIME bundle of a value with the renderers of this session.
     *
     * @param value any value, null included
     * @return a bundle that always has {@code text/plain}
     */
    Map<String, Object> render(@Nullable Object value);

    /**
     * Sets how many rows a table shows before it is cut with a count.
     *
     * @param rows at least 1; 50 at the start
     */
    void tableRows(int rows);

    /**
     * Drops everything that the current thread prints or displays until the gate is closed, for instance while a
     * recorded run is replayed. Gates nest.
     *
     * @return the gate; close it on the same thread
     */
    Muting mute();

    /**
     * Sends what was printed so far to the front end at once, instead of a moment later together with what comes.
     */
    void flush();

    /**
     * The message that the running code answers: a cell, or what a widget said.
     *
     * @return its identity in the front end; empty where there is none
     */
    String requestId();

    /**
     * The one object of a type that this session has, for code that has no other place to keep something.
     *
     * @param type the object's class
     * @param maker makes it at the first call
     * @param <T> the type
     * @return the same object at every call
     */
    <T> T shared(Class<T> type, Supplier<T> maker);

    /**
     * The compiled snippets of the notebook.
     *
     * @return a live view
     */
    Snippets snippets();

    /**
     * The one class loader of providers, jars added later, and snippets.
     *
     * @return the loader
     */
    ClassLoader loader();

    /**
     * Evaluates code as a part of the running cell.
     *
     * @param code Java statements
     * @return the value of the last expression, or null if there is none
     * @throws EvaluationException if the code does not compile or throws; the message shows where
     */
    @Nullable
    Object evaluate(String code) throws EvaluationException;

    /**
     * Adds jars or folders to the class path, and installs the extensions found in them.
     *
     * @param entries existing jars or folders of classes
     */
    void addToClasspath(List<Path> entries);
}
