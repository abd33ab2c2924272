package dev.tidemark.engine.timeline;

import dev.tidemark.engine.Run;
import dev.tidemark.engine.RuntimeMode;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.topology.Topology;

/**
 * Starts the job again from a checkpoint, over and over.
 *
 * @param keepWatermarks whether the checkpoints keep watermarks
 * @param every how many lines lie between a checkpoint and the restore; with 0 nothing is repeated
 * @param otherParallelism whether each restore changes the number of subtasks
 */
public record CheckpointMode(boolean keepWatermarks, int every, boolean otherParallelism) implements TimelineMode {
    @Override
    public String name() {
        return (every == 0 ? "restored after each line" : "crashed after every " + every + " lines")
                + (keepWatermarks ? ", keeping watermarks" : "")
                + (otherParallelism ? ", rescaled" : "");
    }

    @Override
    public boolean covers(Timeline timeline) {
        if (timeline.mode() == RuntimeMode.BATCH) {
            return false;
        }
        return switch (timeline.checkpoint()) {
            case ANY -> true;
            case WITH_WATERMARKS -> keepWatermarks;
            case WITH_WATERMARKS_NO_REPLAY -> keepWatermarks && every == 0;
            case RESULTS_ONLY -> repeats() && !otherParallelism;
            case NEVER -> false;
        };
    }

    @Override
    public boolean repeats() {
        return every > 0 || otherParallelism;
    }

    @Override
    public Run start(Timeline timeline, Topology topology, SimulationOptions options) {
        return Simulation.of(topology, options.keepWatermarks(keepWatermarks));
    }

    @Override
    public void afterLine(Run run, int line) {
        if (every == 0) {
            restore(run, line);
        } else if (line % every == 0) {
            run.checkpoint();
        } else if (line % every == every - 1) {
            run.fail(run.describe().nodes().get(0).name(), 0);
            restore(run, line);
        }
    }

    private void restore(Run run, int line) {
        var checkpoint = every == 0
                ? run.checkpoint()
                : run.checkpoints().get(run.checkpoints().size() - 1);
        if (otherParallelism) {
            run.restore(checkpoint, 1 + line % 3);
        } else {
            run.restore(checkpoint);
        }
        run.settle();
    }
}
