package dev.tidemark.propertytests.law;

import dev.tidemark.propertytests.run.Assumptions;
import dev.tidemark.propertytests.run.Bench;
import dev.tidemark.propertytests.run.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the law of crash assumes.
 *
 * <p>Of the undisturbed run: no element late, no timer of processing time, no session that begins where one has fired.
 * Where several channels meet, or a partition is idle, of the run with the crash too: what was read before is read again
 * with all partitions at once, which can make an element late that was not.
 */
final class CrashAssumptions {
    private CrashAssumptions() {}

    /** The first that is broken. */
    static <T> Optional<String> broken(Bench bench, Attempt<T> attempt, Outcome calm, Outcome crashed) {
        Assumptions before = calm.assumptions();
        Assumptions after = crashed.assumptions();
        Map<String, List<String>> partitions = attempt.script().partitions();
        int parallelism = attempt.circumstances().parallelism();
        boolean decided = before.idle().isEmpty()
                && bench.structure().sinks().stream()
                        .allMatch(sink -> bench.structure().oneChannel(sink, partitions, parallelism));
        if (decided && attempt.circumstances().keepWatermarks()) {
            return before.processingTimer().or(before::touchingSessions);
        }
        return decided
                ? before.broken()
                : before.broken().or(() -> after.broken().map(reason -> "after the crash " + reason));
    }
}
