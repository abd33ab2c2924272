package dev.tidemark.benchmarks.join;

import dev.tidemark.benchmarks.event.EventPlan;

/** Two streams that are joined; each has half of the events. */
public record JoinPlan(EventPlan left, EventPlan right) {
    private static final long FAR = 1L << 40;

    /** Streams of the same shape. */
    public static JoinPlan alike(EventPlan plan) {
        return new JoinPlan(plan, plan.withSeed(plan.seed() + FAR));
    }
}
