package dev.tidemark.engine.checkpoint;

import dev.tidemark.engine.state.NoNamespace;

/**
 * One timer in a checkpoint.
 *
 * @param namespace the window that it belongs to, {@link NoNamespace} for a timer of the key alone
 * @param timestamp in milliseconds of its time domain
 */
public record StoredTimer(String uid, int keyGroup, Object key, Object namespace, long timestamp, boolean eventTime) {}
