package dev.tidemark.engine.checkpoint;

import dev.tidemark.engine.state.NoNamespace;

/**
 * One value in a checkpoint.
 *
 * @param keyGroup the group that its key belongs to; −1 for broadcast state
 * @param namespace the window that it belongs to, {@link NoNamespace} for state of the key alone
 */
public record StoredEntry<K, V>(String uid, String state, int keyGroup, K key, Object namespace, V value) {}
