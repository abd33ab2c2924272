package dev.tidemark.flink.search;

import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.flink.bench.Bench;
import dev.tidemark.flink.referee.EngineProgress;
import dev.tidemark.flink.referee.Flinks;
import dev.tidemark.flink.referee.Outcome;
import dev.tidemark.flink.referee.Outcomes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Runs a random case: section 0 is what comes out before the first line. */
final class CaseRun {
    private static final SimulationOptions OPTIONS =
            SimulationOptions.DEFAULT.startAt(Instant.EPOCH).maxSteps(200_000);

    private CaseRun() {}

    static Outcomes onEngine(SearchCase search) {
        return onEngine(search, 1);
    }

    /** With so many subtasks of each operator. */
    static Outcomes onEngine(SearchCase search, int parallelism) {
        List<List<Outcome>> sections = new ArrayList<>();
        try (Simulation run = Simulation.of(search.topology(), OPTIONS.parallelism(parallelism))) {
            EngineProgress progress = new EngineProgress(run);
            for (Line line : search.lines()) {
                if (line.atMillis() > run.clock().toEpochMilli()) {
                    run.advanceProcessingTimeTo(Instant.ofEpochMilli(line.atMillis()));
                }
                sections.add(progress.section());
                line.drive(run);
            }
            sections.add(progress.section());
        }
        return new Outcomes(sections);
    }

    static Outcomes onBench(SearchCase search) {
        try {
            return linesOnBench(search);
        } catch (Exception e) {
            throw new IllegalStateException("Flink's operators failed in\n" + search, e);
        }
    }

    @SuppressWarnings("try") // as the bench itself
    private static Outcomes linesOnBench(SearchCase search) throws Exception {
        List<List<Outcome>> sections = new ArrayList<>();
        try (Bench bench = Bench.of(search.topology(), search.script(), 0)) {
            for (int i = 0; i < search.lines().size(); i++) {
                if (search.lines().get(i).atMillis() > bench.now()) {
                    bench.walk(search.lines().get(i).atMillis());
                }
                sections.add(Flinks.section(bench));
                bench.line(i);
            }
            sections.add(Flinks.section(bench));
        }
        return new Outcomes(sections);
    }

    /** Where the two differ; empty when they agree. */
    static String difference(SearchCase search) {
        return onEngine(search).differenceFrom(onBench(search), search::lane);
    }
}
