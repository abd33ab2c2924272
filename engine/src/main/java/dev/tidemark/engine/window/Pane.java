package dev.tidemark.engine.window;

/**
 * One result of one firing of a window.
 *
 * @param key the key
 * @param window the window, as it was when it fired
 * @param value the result
 * @param timing early, on time or late
 * @param firing how often the window has fired, from 1
 */
public record Pane<K, V>(K key, Window window, V value, Timing timing, int firing) {}
