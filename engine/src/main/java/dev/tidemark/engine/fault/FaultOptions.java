package dev.tidemark.engine.fault;

import java.util.List;

/**
 * What the job of a run does about failures, and what fails together.
 *
 * @param restart whether and when it starts again; in Flink a job with periodic checkpoints starts again by {@link
 *     RestartStrategy#exponentialDelay()} unless it is told otherwise, here it never does
 * @param machines which subtasks fail together; empty for machines {@code 0}, {@code 1} and so on, of which each has the subtasks of its number
 */
public record FaultOptions(RestartStrategy restart, List<Machine> machines) {
    /** A failure is the end; subtasks of equal number share a machine. */
    public static final FaultOptions DEFAULT = new FaultOptions(RestartStrategy.none(), List.of());

    public FaultOptions {
        machines = List.copyOf(machines);
        List<String> names = machines.stream().map(Machine::name).toList();
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("machines are named " + names + "; give each a name of its own");
        }
    }

    public FaultOptions restart(RestartStrategy strategy) {
        return new FaultOptions(strategy, machines);
    }

    /** In place of those by number. */
    public FaultOptions machines(Machine... all) {
        return new FaultOptions(restart, List.of(all));
    }
}
