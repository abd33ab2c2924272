package dev.tidemark.timetravel;

import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.checkpoint.Snapshot;
import dev.tidemark.engine.command.Command;
import dev.tidemark.engine.time.Times;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.engine.transcript.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of a run whose replay was not faithful: replayed twice to find the step and the operator. */
final class Segment {
    private static final String READS =
            " reads something that changes, such as the wall clock, a random source or a static variable; take times "
                    + "and random numbers from its context";

    /** One step of a replay, null when it threw. */
    private record Trial(String content, @Nullable Step step) {}

    private final Topology topology;
    private final SimulationOptions options;
    private final Journal journal;
    private final Snapshot from;
    private final long to;

    /** The steps after the keyframe {@code from} up to {@code to}, where the difference was seen. */
    Segment(Topology topology, SimulationOptions options, Journal journal, Snapshot from, long to) {
        this.topology = topology;
        this.options = options;
        this.journal = journal;
        this.from = from;
        this.to = to;
    }

    String report() {
        String what =
                "replaying steps " + (from.step() + 1) + " to " + to + " gave something else than the first time. ";
        List<Trial> first = trial();
        List<Trial> second = trial();
        for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
            if (!first.get(i).content().equals(second.get(i).content())) {
                Step step = first.get(i).step();
                Step other = second.get(i).step();
                return what + "Two replays differ first at step " + (from.step() + 1 + i) + where(step, other) + READS;
            }
        }
        return agreeing(what, first);
    }

    private String where(@Nullable Step step, @Nullable Step other) {
        if (step == null || other == null) {
            return ", which throws in one of them: a function";
        }
        return ", in " + new Suspects(topology, step, other).text() + " ("
                + step.happening().text(Times.dayOf(step.clockMillis())) + "): its function";
    }

    private String agreeing(String what, List<Trial> trials) {
        long known = firstDifferentContent(trials);
        String step = known > 0
                ? "; the first step after which the contents differ is step " + known
                : ", so no step can be named";
        return what + "Two replays agree with each other" + step
                + ": something outside the run that its functions read, such as a static or notebook variable, has "
                + "changed since the first pass. The difference was seen after step " + to;
    }

    /** The first step whose content is not what it was, as far as that was kept, else 0. */
    private long firstDifferentContent(List<Trial> trials) {
        for (int i = 0; i < trials.size(); i++) {
            long step = from.step() + 1 + i;
            String content = journal.content(step);
            if (content != null && !content.equals(trials.get(i).content())) {
                return step;
            }
        }
        return 0;
    }

    private List<Trial> trial() {
        try (Simulation simulation = Simulation.of(topology, options)) {
            return trial(simulation);
        }
    }

    private List<Trial> trial(Simulation simulation) {
        simulation.muted(true);
        simulation.recording(journal.responses());
        simulation.restore(from);
        int given = journal.givenBefore(from.step());
        List<Trial> trials = new ArrayList<>();
        while (simulation.stepNumber() < to) {
            Command command = journal.commandAt(new Position(simulation.stepNumber(), given));
            Step step;
            try {
                step = command == null ? simulation.doStep() : simulation.doCommand(command);
            } catch (RuntimeException e) {
                trials.add(new Trial("threw " + e.getMessage(), null));
                return trials;
            }
            given += command == null ? 0 : 1;
            if (step != null) {
                trials.add(new Trial(simulation.contentDigest(), step));
            } else if (command == null) {
                return trials;
            }
        }
        return trials;
    }
}
