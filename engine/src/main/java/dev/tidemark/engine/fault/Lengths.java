package dev.tidemark.engine.fault;

import java.time.Duration;

/** Checks durations. */
final class Lengths {
    static final Duration SHORTEST = Duration.ofMillis(1);

    private Lengths() {}

    static void require(String what, Duration given, Duration least) {
        if (given.compareTo(least) < 0) {
            throw new IllegalArgumentException(what + " is " + given + "; it must be at least " + least);
        }
    }
}
