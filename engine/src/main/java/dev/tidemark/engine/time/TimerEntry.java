package dev.tidemark.engine.time;

/**
 * A timer that waits to fire.
 *
 * @param key the key that registered it
 * @param namespace the window it belongs to, or no namespace
 * @param timestamp milliseconds of event or processing time
 */
public record TimerEntry<K>(K key, Comparable<?> namespace, long timestamp) {}
