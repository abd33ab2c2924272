package dev.tidemark.engine.command;

import dev.tidemark.engine.checkpoint.Checkpoint;
import dev.tidemark.engine.element.StreamElement;

/** What a user does to a run, besides stepping it. */
public sealed interface Command {
    /** Puts an element (an event, a watermark, an idle mark, the end) behind what the source's partition holds. */
    record Send(String source, String partition, StreamElement element) implements Command {}

    /** Moves the clock, at once and without stopping at what becomes due on the way. */
    record MoveClock(long toMillis) implements Command {}

    /** Starts a checkpoint. */
    record TriggerCheckpoint() implements Command {}

    /** Makes a subtask of an operator fail. */
    record Fail(String operator, int subtask) implements Command {}

    /** Makes all subtasks on a machine fail. */
    record FailMachine(String machine) implements Command {}

    /** Makes the coordinator fail, which knows the job and its checkpoints; another takes its place. */
    record FailCoordinator() implements Command {}

    /** Starts the job again from a checkpoint, with this many subtasks. */
    record Restore(Checkpoint checkpoint, int parallelism) implements Command {}
}
