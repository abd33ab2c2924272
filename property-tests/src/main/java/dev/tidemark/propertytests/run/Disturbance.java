package dev.tidemark.propertytests.run;

import dev.tidemark.engine.runtime.Execution;
import dev.tidemark.engine.transcript.Step;
import java.util.List;

/** What happens to a run from outside, between its steps. */
@FunctionalInterface
public interface Disturbance {
    /** Nothing. */
    Disturbance NONE = execution -> List.of();

    /** Makes fresh functions and puts everything back, before every step. */
    Disturbance SNAPSHOTS = execution -> {
        execution.restore(execution.snapshot());
        return List.of();
    };

    /** Acts before the next step; the steps that this took, none if the run just goes on. */
    List<Step> before(Execution execution);
}
