package dev.tidemark.kernel.session;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Where a session's output goes and its input comes from; called from any thread. */
public interface FrontEnd {
    /** What a comm message does. */
    enum CommAct {
        /** Opens a comm. */
        OPEN,
        /** Says something on an open one. */
        MESSAGE,
        /** Closes it. */
        CLOSE
    }

    /**
     * A comm message from the kernel.
     *
     * @param act what it does
     * @param id the comm
     * @param target the target name when opening, else empty
     * @param data a JSON object
     * @param metadata a JSON object
     * @param buffers binary attachments
     */
    record CommEvent(
            CommAct act,
            String id,
            String target,
            Map<String, ?> data,
            Map<String, ?> metadata,
            List<byte[]> buffers) {}

    /**
     * Text was printed.
     *
     * @param name {@code stdout} or {@code stderr}
     * @param text what was printed since the last call
     */
    void stream(String name, String text);

    /**
     * A value is shown.
     *
     * @param bundle its MIME bundle
     * @param displayId the identity by which it can be updated
     */
    void display(Map<String, Object> bundle, String displayId);

    /**
     * A value that is shown changes.
     *
     * @param bundle the new MIME bundle
     * @param displayId the identity
     */
    void updateDisplay(Map<String, Object> bundle, String displayId);

    /**
     * The output of the cell is removed.
     *
     * @param wait true to remove it when the next output arrives
     */
    void clearOutput(boolean wait);

    /**
     * A value is shown beside the notebook, in the pager.
     *
     * @param bundle its MIME bundle
     */
    void page(Map<String, Object> bundle);

    /**
     * Asks the user for a line.
     *
     * @param prompt shown beside the field
     * @param hidden whether what is typed shall not be seen, as for a password
     * @return the line, without a line end
     * @throws IOException if this front end cannot ask; the message says so
     * @throws InterruptedException if the cell is interrupted meanwhile
     */
    String input(String prompt, boolean hidden) throws IOException, InterruptedException;

    /**
     * The message that what runs now answers.
     *
     * @return its identity, or an empty text
     */
    default String requestId() {
        return "";
    }

    /**
     * Sends a comm message.
     *
     * @param event the message
     */
    void comm(CommEvent event);
}
