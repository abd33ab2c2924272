package dev.tidemark.engine.operator;

import dev.tidemark.engine.time.TimerEntry;
import org.jspecify.annotations.Nullable;

/** Is told what changes in keyed state and timers. */
public interface KeyedListener {
    /** A state got another value; {@code after} is null when it was removed. */
    void stateChanged(String state, Object key, Object namespace, @Nullable Object after);

    /** A timer was set, or deleted before it fired. */
    void timerChanged(TimerEntry<?> timer, boolean eventTime, boolean set);

    /** A timer was not set: its key is over. */
    void timerIgnored(Object key, Object namespace, long timestamp, boolean eventTime);
}
