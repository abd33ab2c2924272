package dev.tidemark.propertytests;

import dev.tidemark.engine.Schedule;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Generated schedules: in turns, by seed, or choice by choice. */
public final class Schedules {
    private static final int LONGEST_SCRIPT = 40;

    private Schedules() {}

    /** All three kinds, mostly by seed and one element at a time, where the order of things varies most. */
    public static Arbitrary<Schedule> any() {
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(1, Arbitraries.just(Schedule.roundRobin())),
                        net.jqwik.api.Tuple.of(3, seeded()),
                        net.jqwik.api.Tuple.of(2, scripted()))
                .withoutEdgeCases();
    }

    /** By seed, one element at a time. */
    public static Arbitrary<Schedule> seeded() {
        return Arbitraries.longs().between(0, 999).withoutEdgeCases().map(seed -> Schedule.seeded(seed)
                .quantum(1));
    }

    /** Choice by choice. */
    public static Arbitrary<Schedule> scripted() {
        return Arbitraries.integers()
                .between(0, 5)
                .withoutEdgeCases()
                .list()
                .ofMaxSize(LONGEST_SCRIPT)
                .map(Schedule::scripted);
    }
}
