package dev.tidemark.engine.operator;

import java.util.ArrayList;
import java.util.List;

/** Restored bytes of a state that nobody has asked for yet. */
record UnreadTable(String description, List<byte[]> blobs) {
    UnreadTable(String description) {
        this(description, new ArrayList<>());
    }
}
