package dev.tidemark.engine.state;

import java.io.Serializable;
import java.time.Duration;

/**
 * How long a state's values live after they were last touched, in processing time.
 *
 * <p>A value of a map or list lives by itself, that of any other state as a whole. One that was touched at {@code t} is gone at
 * {@code t + time to live}; a sum beyond the end of time is the end of time. What has expired is removed when it is met, not before.
 * Source: Flink's {@code StateTtlConfig}, without clean-up in the background.
 *
 * <pre>{@code
 * seen = state.withTtl(StateTtl.of(Duration.ofHours(1))).value("seen", Boolean.class);
 * }</pre>
 *
 * @param millis the time to live
 * @param update what counts as touching
 * @param visibility what a read gives for a value that has expired and was not removed yet
 */
public record StateTtl(long millis, Update update, Visibility visibility) implements Serializable {
    /** What makes a value live anew. */
    public enum Update {
        /** Nothing: values live for ever. */
        DISABLED,
        /** Writing it. */
        ON_CREATE_AND_WRITE,
        /** Writing or reading it. */
        ON_READ_AND_WRITE
    }

    /** What a read gives for an expired value. */
    public enum Visibility {
        /** Nothing. */
        NEVER_RETURN_EXPIRED,
        /** The value, as long as it is there: the read removes it. */
        RETURN_EXPIRED_IF_NOT_CLEANED_UP
    }

    /** Values live for ever. */
    public static final StateTtl DISABLED =
            new StateTtl(Long.MAX_VALUE, Update.DISABLED, Visibility.NEVER_RETURN_EXPIRED);

    public StateTtl {
        if (millis <= 0) {
            throw new IllegalArgumentException("a state's time to live is " + Duration.ofMillis(millis)
                    + "; it must be at least 1 ms (StateTtl.DISABLED lets values live for ever)");
        }
    }

    /** Values live this long after they were written, and are never seen after that. */
    public static StateTtl of(Duration timeToLive) {
        return new StateTtl(timeToLive.toMillis(), Update.ON_CREATE_AND_WRITE, Visibility.NEVER_RETURN_EXPIRED);
    }

    /** The same, but a value that is read lives anew too. */
    public StateTtl updatedOnReadAndWrite() {
        return new StateTtl(millis, Update.ON_READ_AND_WRITE, visibility);
    }

    /** The same, but a read that meets an expired value gives it, and removes it. */
    public StateTtl returningExpiredIfNotCleanedUp() {
        return new StateTtl(millis, update, Visibility.RETURN_EXPIRED_IF_NOT_CLEANED_UP);
    }

    /** Whether values expire at all. */
    public boolean enabled() {
        return update != Update.DISABLED;
    }

    /** When a value that was touched at {@code since} expires, in milliseconds; {@link Long#MAX_VALUE} at the latest. */
    public long expiresAt(long since) {
        return since > 0 && millis > Long.MAX_VALUE - since ? Long.MAX_VALUE : since + millis;
    }

    /** Whether a value that was touched at {@code since} has expired at {@code now}. */
    public boolean expired(long since, long now) {
        return expiresAt(since) <= now;
    }
}
