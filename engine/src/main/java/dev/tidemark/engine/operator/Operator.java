package dev.tidemark.engine.operator;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.time.TimerEntry;

/**
 * One subtask of an operator: sees elements and timers one at a time and emits through its context.
 *
 * <p>The runtime sets the current key before each call, fires an operator's timers for a watermark before it forwards
 * the watermark, and calls nothing concurrently. Whatever an operator keeps outside keyed state it writes in
 * {@link #snapshot} and reads in {@link #restore}. Source: Flink's {@code OneInputStreamOperator}.
 */
public interface Operator {
    /** Called once, before anything else. */
    void open(OperatorContext context) throws Exception;

    /** Called for each element; {@code timestamp} in milliseconds, or {@link Long#MIN_VALUE} for none. */
    void element(Object value, long timestamp) throws Exception;

    /** Called when an event-time timer fires; the watermark has reached it. */
    default void eventTimer(TimerEntry<Object> timer) throws Exception {}

    /** Called when a processing-time timer fires. */
    default void processingTimer(TimerEntry<Object> timer) throws Exception {}

    /** Writes what is not in keyed state. */
    default void snapshot(ByteSink out) {}

    /** Reads what {@link #snapshot} wrote. */
    default void restore(ByteSource in) {}
}
