package dev.tidemark.engine;

import dev.tidemark.engine.checkpoint.CheckpointStorage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a run takes checkpoints by itself, on its simulated clock, and what they promise.
 *
 * <p>The first is due one interval after the start, the next ones an interval after each other; one that is due while another is under
 * way waits for that one's end and for {@code minPause} behind it. At most one is under way. After a restart the first is due after
 * {@code minPause}. Where nothing else would move the clock, checkpoints do not. Source: Flink's {@code CheckpointConfig}, {@code
 * CheckpointCoordinator}, {@code CheckpointRequestDecider} and {@code CheckpointFailureManager}.
 *
 * @param interval between the beginnings of two; null for none but those by hand
 * @param minPause from the end of one to the beginning of the next
 * @param timeout how long one may take before it is given up
 * @param tolerableFailures how many may be given up one after another before the job fails
 * @param exactlyOnce whether a channel that brought the barrier waits for the others; without, elements behind a barrier may be in the
 *     state, and come again after a restart
 * @param allowsNonRestoredState whether a restart may leave behind state whose operator the pipeline does not have
 * @param storage what keeps each complete checkpoint beyond the run; null for nothing
 */
public record CheckpointOptions(
        @Nullable Duration interval,
        Duration minPause,
        Duration timeout,
        int tolerableFailures,
        boolean exactlyOnce,
        boolean allowsNonRestoredState,
        @Nullable CheckpointStorage storage) {
    private static final Duration SHORTEST = Duration.ofMillis(10);

    /** None but those by hand; ten minutes for each, no failure tolerated, exactly once. */
    public static final CheckpointOptions BY_HAND =
            new CheckpointOptions(null, Duration.ZERO, Duration.ofMinutes(10), 0, true, false, null);

    public CheckpointOptions {
        if (interval != null) {
            requireTime("interval", interval, SHORTEST);
        }
        requireTime("minPause", minPause, Duration.ZERO);
        requireTime("timeout", timeout, SHORTEST);
        if (tolerableFailures < 0) {
            throw new IllegalArgumentException(
                    "tolerableFailures is " + tolerableFailures + "; it must be 0, or how many may follow each other");
        }
    }

    private static void requireTime(String what, Duration time, Duration least) {
        if (time.compareTo(least) < 0) {
            throw new IllegalArgumentException(
                    "the checkpoints' " + what + " is " + time + "; it must be at least " + least);
        }
    }

    /** One checkpoint each {@code interval}, at least 10 ms. */
    public static CheckpointOptions every(Duration interval) {
        return new CheckpointOptions(
                interval,
                BY_HAND.minPause,
                BY_HAND.timeout,
                BY_HAND.tolerableFailures,
                BY_HAND.exactlyOnce,
                BY_HAND.allowsNonRestoredState,
                null);
    }

    public CheckpointOptions minPause(Duration pause) {
        return new CheckpointOptions(
                interval, pause, timeout, tolerableFailures, exactlyOnce, allowsNonRestoredState, storage);
    }

    public CheckpointOptions timeout(Duration longest) {
        return new CheckpointOptions(
                interval, minPause, longest, tolerableFailures, exactlyOnce, allowsNonRestoredState, storage);
    }

    public CheckpointOptions tolerableFailures(int failures) {
        return new CheckpointOptions(
                interval, minPause, timeout, failures, exactlyOnce, allowsNonRestoredState, storage);
    }

    /** No channel waits for another; nothing is lost, and what came behind a barrier may count twice after a restart. */
    public CheckpointOptions atLeastOnce() {
        return new CheckpointOptions(
                interval, minPause, timeout, tolerableFailures, false, allowsNonRestoredState, storage);
    }

    /** State whose operator the pipeline does not have any more is left behind at a restart, in place of an error. */
    public CheckpointOptions allowNonRestoredState() {
        return new CheckpointOptions(interval, minPause, timeout, tolerableFailures, exactlyOnce, true, storage);
    }

    /** Each complete checkpoint is kept there before any sink commits; replays, branches and forks keep none. */
    public CheckpointOptions storedBy(CheckpointStorage where) {
        return new CheckpointOptions(
                interval, minPause, timeout, tolerableFailures, exactlyOnce, allowsNonRestoredState, where);
    }
}
