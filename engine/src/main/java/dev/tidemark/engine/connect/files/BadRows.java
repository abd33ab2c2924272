package dev.tidemark.engine.connect.files;

/** What happens when a row of a file cannot be read. */
public enum BadRows {
    /** The first bad row ends the reading with a {@link BadRowException}. */
    REFUSE,
    /** Bad rows are left out and listed in {@link Rows#bad()}. */
    COLLECT
}
