package dev.tidemark.kernel.spi;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A two-way channel between an object here and its counterpart in the front end, such as a widget. */
public interface Comm {
    /**
     * The identity that both sides know.
     *
     * @return the id
     */
    String id();

    /**
     * The name under which it was opened.
     *
     * @return the target name
     */
    String target();

    /**
     * Tells the front end something.
     *
     * @param data a JSON object
     */
    default void send(Map<String, ?> data) {
        send(data, Map.of(), List.of());
    }

    /**
     * Tells the front end something, with attachments.
     *
     * @param data a JSON object
     * @param metadata a JSON object
     * @param buffers binary attachments, in order
     */
    void send(Map<String, ?> data, Map<String, ?> metadata, List<byte[]> buffers);

    /**
     * Sets what happens when the front end says something.
     *
     * @param listener runs on the cell thread, after the cells that were sent before
     */
    void onMessage(Consumer<CommMessage> listener);

    /**
     * Sets what happens when the front end closes the comm.
     *
     * @param listener runs on the cell thread
     */
    void onClose(Runnable listener);

    /** Closes both sides; closing twice does nothing. */
    void close();
}
