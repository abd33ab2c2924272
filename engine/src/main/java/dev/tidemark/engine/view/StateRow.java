package dev.tidemark.engine.view;

/**
 * One value of keyed state.
 *
 * @param namespace the window it belongs to, empty for state of the key alone
 * @param value the value itself; do not change it
 */
public record StateRow(String operator, int subtask, String state, Object key, String namespace, Object value) {}
