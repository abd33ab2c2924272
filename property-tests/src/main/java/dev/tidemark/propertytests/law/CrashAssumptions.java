package dev.tidemark.propertytests.law;

import dev.tidemark.propertytests.CrashPlan;
import dev.tidemark.propertytests.run.Assumptions;
import dev.tidemark.propertytests.run.Bench;
import dev.tidemark.propertytests.run.Circumstances;
import dev.tidemark.propertytests.run.Outcome;
import java.util.Optional;

/**
 * What the law of crash assumes.
 *
 * <p>Of the undisturbed run: no element late, no timer of processing time, no session that begins where one has fired,
 * no source that ends while it is idle.
 * Where several channels meet, or a partition is idle, of the run with the crash too: what was read before is read again
 * with all partitions at once, which can make an element late that was not. Late elements are covered where checkpoints
 * keep watermarks, one channel leads to each sink, and watermarks come from what is read: a periodic one depends on when
 * it is read, and that is another time after a crash.
 */
final class CrashAssumptions {
    private CrashAssumptions() {}

    /** The first that is broken. */
    static <T> Optional<String> broken(Bench bench, Attempt<T> attempt, Outcome calm, Outcome crashed) {
        Assumptions before = calm.assumptions();
        Assumptions after = crashed.assumptions();
        Circumstances under = attempt.circumstances();
        int parallelism = under.crashes().crashes().stream()
                .mapToInt(CrashPlan.Crash::parallelism)
                .reduce(under.parallelism(), Math::max);
        boolean decided = before.idle().isEmpty()
                && bench.structure().oneChannel(attempt.script().partitions(), parallelism);
        boolean lateCovered =
                decided && under.keepWatermarks() && !bench.structure().periodicWatermarks();
        if (lateCovered) {
            return before.processingTimer().or(before::touchingSessions).or(before::idleAtEnd);
        }
        return decided
                ? before.broken()
                : before.broken().or(() -> after.broken().map(reason -> "after the crash " + reason));
    }
}
