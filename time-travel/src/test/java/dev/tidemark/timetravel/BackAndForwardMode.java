package dev.tidemark.timetravel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.DrivenRun;
import dev.tidemark.engine.Run;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.command.Command;
import dev.tidemark.engine.timeline.Timeline;
import dev.tidemark.engine.timeline.TimelineMode;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.engine.transcript.Step;
import org.jspecify.annotations.Nullable;

/** After every step: goes back, at times farther than one step, and forward again by the recording. */
final class BackAndForwardMode implements TimelineMode {
    @Override
    public String name() {
        return "back and forward after every step";
    }

    @Override
    public Run start(Timeline timeline, Topology topology, SimulationOptions options) {
        Simulation simulation = Simulation.of(topology, options);
        RecordedRun run = new RecordedRun(simulation, topology, options);
        return new BackAndForward(simulation, run.verify(Verification.EVERY_STEP));
    }

    private static final class BackAndForward extends DrivenRun {
        private final RecordedRun run;

        BackAndForward(Simulation simulation, RecordedRun run) {
            super(simulation);
            this.run = run;
        }

        @Override
        protected @Nullable Step doStep() {
            Step step = run.doStep();
            if (step != null) {
                backAndForward(step);
            }
            return step;
        }

        @Override
        protected @Nullable Step doCommand(Command command) {
            run.beforeActing();
            Step step = run.doCommand(command);
            if (step != null) {
                backAndForward(step);
            }
            return step;
        }

        private void backAndForward(Step step) {
            String content = run.contentDigest();
            long far = step.number() % 16 == 0 ? step.number() : 1;
            run.back(far);
            Step again = null;
            for (long i = 0; i < far; i++) {
                again = run.doStep();
            }
            assertThat(again).isEqualTo(step);
            assertThat(run.contentDigest()).isEqualTo(content);
            assertThat(run.branches()).hasSize(1);
        }
    }
}
