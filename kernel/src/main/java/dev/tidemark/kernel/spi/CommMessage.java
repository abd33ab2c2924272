package dev.tidemark.kernel.spi;

import java.util.List;
import java.util.Map;

/**
 * What one side of a comm tells the other.
 *
 * @param data a JSON object
 * @param metadata a JSON object
 * @param buffers binary attachments, in order
 */
public record CommMessage(Map<String, Object> data, Map<String, Object> metadata, List<byte[]> buffers) {
    /**
     * Keeps the buffers in a list of its own.
     *
     * @param data a JSON object
     * @param metadata a JSON object
     * @param buffers binary attachments, in order
     */
    public CommMessage {
        buffers = List.copyOf(buffers);
    }
}
