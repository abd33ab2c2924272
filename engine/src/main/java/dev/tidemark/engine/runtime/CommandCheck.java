package dev.tidemark.engine.runtime;

import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.checkpoint.Checkpoint;
import dev.tidemark.engine.command.Command;
import dev.tidemark.engine.element.Watermark;
import dev.tidemark.engine.topology.Role;
import dev.tidemark.engine.topology.SourceInput;
import dev.tidemark.engine.topology.Topology;
import org.jspecify.annotations.Nullable;

/** Whether there is what a command is about. */
final class CommandCheck {
    private CommandCheck() {}

    /** Refuses what can't be done with this topology and these options. */
    static void require(Command command, Topology topology, SimulationOptions options) {
        if (command instanceof Command.Send send) {
            requireByHand(topology, send.source(), send.partition());
            requireMovable(topology, send);
        } else if (command instanceof Command.TriggerCheckpoint) {
            requireCheckpoints(options);
        } else if (command instanceof Command.Restore restore) {
            requireCheckpoints(options);
            requireKeyGroups(restore.checkpoint(), options);
        } else if (command instanceof Command.Fail fail) {
            requireSubtask(topology, options, fail.operator(), fail.subtask());
        }
    }

    static void requireRunning(@Nullable String failure) {
        if (failure != null) {
            throw new IllegalStateException(
                    "the job has failed (" + failure + "); restore a checkpoint, or go back in a recorded run");
        }
    }

    private static void requireByHand(Topology topology, String source, String partition) {
        Role role = topology.node(source).role();
        if (!(role instanceof Role.SourceRole read)) {
            throw new IllegalArgumentException("'" + source + "' is not a source");
        }
        if (!(read.input() instanceof SourceInput.ByHand)) {
            throw new IllegalArgumentException(
                    "source '" + source + "' reads a recorded trace; only a source by hand takes what is sent");
        }
        if (!read.input().partitions().contains(partition)) {
            throw new IllegalArgumentException("source '" + source + "' has no partition '" + partition + "'; it has "
                    + read.input().partitions());
        }
    }

    private static void requireMovable(Topology topology, Command.Send send) {
        if (send.element() instanceof Watermark
                && topology.node(send.source()).role() instanceof Role.SourceRole read
                && read.watermarks().isNone()) {
            throw new IllegalArgumentException("source '" + send.source()
                    + "' has no watermarks before its end (Watermarks.none()); to move them use Watermarks.byHand()");
        }
    }

    private static void requireCheckpoints(SimulationOptions options) {
        if (options.batch()) {
            throw new IllegalStateException("a batch has no checkpoints: what is sorted is not stored; go back in a "
                    + "recorded run instead, or run in RuntimeMode.STREAMING");
        }
    }

    static void requireSubtask(Topology topology, SimulationOptions options, String operator, int subtask) {
        int own = topology.node(operator).parallelism();
        int parallelism = own == 0 ? options.parallelism() : own;
        if (subtask < 0 || subtask >= parallelism) {
            throw new IllegalArgumentException("operator '" + operator + "' has no subtask " + subtask
                    + "; it runs with parallelism " + parallelism + ", subtasks count from 0");
        }
    }

    private static void requireKeyGroups(Checkpoint checkpoint, SimulationOptions options) {
        if (checkpoint.maxParallelism() != options.maxParallelism()) {
            throw new IllegalArgumentException("the checkpoint has " + checkpoint.maxParallelism()
                    + " key groups and this run " + options.maxParallelism() + "; run with maxParallelism("
                    + checkpoint.maxParallelism() + ")");
        }
    }
}
