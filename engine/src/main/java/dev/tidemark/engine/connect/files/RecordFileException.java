package dev.tidemark.engine.connect.files;

import org.jspecify.annotations.Nullable;

/** A file as a whole cannot be read as records: it is missing, empty, not UTF-8, or its header does not fit the record. */
public final class RecordFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RecordFileException(String message) {
        super(message);
    }

    RecordFileException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
