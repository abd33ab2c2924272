package dev.tidemark.engine.view;

/**
 * One value of keyed state, or one entry of broadcast state.
 *
 * @param key the key that it belongs to; in broadcast state the entry's own
 * @param namespace the window it belongs to, empty for state of the key alone, {@link #BROADCAST} for broadcast state
 * @param value the value itself; do not change it
 */
public record StateRow(String operator, int subtask, String state, Object key, String namespace, Object value) {
    /** The namespace of broadcast state. */
    public static final String BROADCAST = "broadcast";
}
