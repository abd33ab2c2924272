package dev.tidemark.engine.checkpoint.store;

import java.util.HexFormat;

/**
 * A part of a checkpoint that is a file.
 *
 * @param name the SHA-256 of its bytes, in hexadecimal digits
 * @param size how many bytes
 */
record Part(String name, int size) {
    /** The longest part that stands in the metadata instead. */
    static final int LONGEST_INLINE = 4096;

    static Part of(byte[] bytes) {
        return new Part(HexFormat.of().formatHex(Hash.of(bytes, bytes.length)), bytes.length);
    }

    /** Takes and gives the bytes of parts. */
    interface Files {
        void keep(Part part, byte[] bytes);

        byte[] fetch(Part part);
    }
}
