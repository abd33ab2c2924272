package dev.tidemark.timetravel;

import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.engine.transcript.Happening;
import dev.tidemark.engine.transcript.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of a run whose replay was not faithful: replayed twice to find the step and the operator. */
final class Segment {
    private record Trial(String content, String operator, Step step) {}

    private final Topology topology;
    private final SimulationOptions options;
    private final Journal journal;
    private final long from;
    private final long to;

    Segment(Topology topology, SimulationOptions options, Journal journal, long from, long to) {
        this.topology = topology;
        this.options = options;
        this.journal = journal;
        this.from = from;
        this.to = to;
    }

    String report() {
        String what = "replaying steps " + (from + 1) + " to " + to + " gave something else than the first time. ";
        List<Trial> first = trial();
        List<Trial> second = trial();
        for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
            Trial a = first.get(i);
            Trial b = second.get(i);
            if (!a.content().equals(b.content())) {
                return what + "Two replays differ first at step " + a.step().number() + ", in operator '" + a.operator()
                        + "' (" + a.step().happening().text(0)
                        + "): its function reads something that changes, such as "
                        + "the wall clock, a random source or a static variable; take times and random numbers from its "
                        + "context";
            }
        }
        return what + "Two replays agree with each other, so no step can be named: something outside the run that its "
                + "functions read, such as a static or notebook variable, has changed since the first pass";
    }

    private List<Trial> trial() {
        Simulation simulation = Simulation.of(topology, options);
        simulation.muted(true);
        Ladder.Keyframe start = journal.ladder().before(from);
        simulation.restore(start.snapshot());
        int given = start.given();
        List<Trial> trials = new ArrayList<>();
        while (simulation.stepNumber() < to) {
            Step step = null;
            List<Journal.Entry> commands = journal.commands();
            while (step == null
                    && given < commands.size()
                    && commands.get(given).afterStep() == simulation.stepNumber()) {
                step = simulation.doCommand(commands.get(given++).command());
            }
            step = step == null ? next(simulation) : step;
            if (step == null) {
                return trials;
            }
            Happening happening = step.happening();
            trials.add(new Trial(simulation.contentDigest(), happening.operator(), step));
        }
        return trials;
    }

    private static @Nullable Step next(Simulation simulation) {
        try {
            return simulation.doStep();
        } catch (RuntimeException e) {
            return null;
        }
    }
}
