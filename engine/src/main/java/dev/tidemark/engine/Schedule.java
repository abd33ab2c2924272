package dev.tidemark.engine;

import java.util.List;

/**
 * How a run picks the next thing among those that are ready: the only freedom it has.
 *
 * @param policy the way of choosing
 * @param seed for {@link Policy#SEEDED}
 * @param script for {@link Policy#SCRIPTED}: the index to pick at each choice, taken modulo the number that are ready;
 *     round-robin when it is used up
 * @param quantum how many elements a choice covers at most
 */
public record Schedule(Policy policy, long seed, List<Integer> script, int quantum) {
    /** The ways of choosing. */
    public enum Policy {
        ROUND_ROBIN,
        SEEDED,
        SCRIPTED
    }

    /** Elements that one choice covers unless something else is said. */
    public static final int DEFAULT_QUANTUM = 256;

    public Schedule {
        script = List.copyOf(script);
        if (quantum < 1) {
            throw new IllegalArgumentException("a schedule's quantum is " + quantum + "; it must be at least 1");
        }
    }

    /** Everything in turn. */
    public static Schedule roundRobin() {
        return new Schedule(Policy.ROUND_ROBIN, 0, List.of(), DEFAULT_QUANTUM);
    }

    /** At random, reproducibly. */
    public static Schedule seeded(long seed) {
        return new Schedule(Policy.SEEDED, seed, List.of(), DEFAULT_QUANTUM);
    }

    /** As written down, one element at a time. */
    public static Schedule scripted(List<Integer> choices) {
        return new Schedule(Policy.SCRIPTED, 0, choices, 1);
    }

    /** The same schedule with another quantum. */
    public Schedule quantum(int elements) {
        return new Schedule(policy, seed, script, elements);
    }

    @Override
    public String toString() {
        return switch (policy) {
            case ROUND_ROBIN -> "round robin";
            case SEEDED -> "seed " + seed;
            case SCRIPTED -> "script " + script;
        };
    }
}
