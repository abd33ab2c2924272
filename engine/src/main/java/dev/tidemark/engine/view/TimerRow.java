package dev.tidemark.engine.view;

/**
 * One timer that waits.
 *
 * @param namespace the window it belongs to, empty for a timer of the key alone
 * @param at milliseconds of event or processing time
 */
public record TimerRow(String operator, int subtask, Object key, String namespace, long at, boolean eventTime) {}
