package dev.tidemark.engine.fault;

import java.time.Duration;

/**
 * Whether a job that has failed starts again, and how long after.
 *
 * <p>Times are processing time, on the simulated clock. Defaults are those of Flink's {@code RestartStrategyOptions}. Source: Flink's {@code
 * RestartBackoffTimeStrategy} and its implementations.
 */
public sealed interface RestartStrategy permits NoRestart, FixedDelay, ExponentialDelay, FailureRate {
    /** What counts the failures of one job, which has not failed yet. */
    RestartBackoff begin();

    /** In words. */
    String text();

    /** The first failure is the end: the job stands still until it is restored by hand. */
    static RestartStrategy none() {
        return NoRestart.INSTANCE;
    }

    /** Once, a second later. */
    static FixedDelay fixedDelay() {
        return fixedDelay(1, Duration.ofSeconds(1));
    }

    /** At most {@code attempts} times, each {@code delay} after the failure. */
    static FixedDelay fixedDelay(int attempts, Duration delay) {
        return new FixedDelay(attempts, delay);
    }

    /** As often as it fails; after a second, and half as long again each time, up to a minute, give or take a tenth. */
    static ExponentialDelay exponentialDelay() {
        return ExponentialDelay.DEFAULT;
    }

    /** A second after each failure, unless there is more than one in a minute. */
    static FailureRate failureRate() {
        return failureRate(1, Duration.ofMinutes(1), Duration.ofSeconds(1));
    }

    /** After {@code delay}, unless there are more than {@code failures} in an {@code interval}. */
    static FailureRate failureRate(int failures, Duration interval, Duration delay) {
        return new FailureRate(failures, interval, delay);
    }
}
