package dev.tidemark.engine.checkpoint;

/**
 * A named state in a checkpoint.
 *
 * @param operator the name of its operator
 * @param type its kind and the type of its values: {@code value<Long>}
 * @param key the type of its keys
 * @param namespace the type of what it belongs to besides a key: a window, or nothing
 * @param entries how many values
 * @param size bytes of keys and values
 */
public record StoredState(
        String uid, String operator, String name, String type, String key, String namespace, int entries, long size) {}
