package dev.tidemark.propertytests;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generated crash plans. */
public final class CrashPlans {
    private static final int STEPS = 200;

    private CrashPlans() {}

    /** Up to three checkpoints and one or two crashes, restored at parallelism 1 to 3. */
    public static Arbitrary<CrashPlan> any() {
        return atMost(2, 3);
    }

    /** Up to three checkpoints and one to {@code crashes} crashes, restored at a parallelism up to {@code parallelism}. */
    public static Arbitrary<CrashPlan> atMost(int crashes, int parallelism) {
        Arbitrary<Integer> steps = Arbitraries.integers().between(1, STEPS).withoutEdgeCases();
        Arbitrary<CrashPlan.Crash> crash = Combinators.combine(
                        steps,
                        Arbitraries.integers().between(0, 9).withoutEdgeCases(),
                        Arbitraries.integers().between(0, 3).withoutEdgeCases(),
                        Arbitraries.integers().between(0, parallelism).withoutEdgeCases())
                .as(CrashPlan.Crash::new);
        Arbitrary<List<Integer>> checkpoints = steps.list().ofMinSize(0).ofMaxSize(3);
        return Combinators.combine(checkpoints, crash.list().ofMinSize(1).ofMaxSize(crashes))
                .as(CrashPlan::new)
                .withoutEdgeCases();
    }
}
