package dev.tidemark.benchmarks.timers;

import dev.tidemark.benchmarks.result.Mix;
import dev.tidemark.benchmarks.result.Row;

/**
 * A timer that fired: a second after one or more events of its key, or, with the number of all events of the key, at the end.
 *
 * @param time when it was set for, in milliseconds
 * @param count how many events the key had; 0 but at the end
 */
public record Ring(int key, long time, long count) implements Row {
    /** How long after an event its timer is set for. */
    static final long DELAY_MILLIS = 1000;

    /** Behind all events of any stream. */
    static final long END = 4_000_000_000_000L;

    @Override
    public long rowHash() {
        return Mix.of(Mix.of(Mix.of(key), time), count);
    }
}
