package dev.tidemark.timetravel;

import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationFailed;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.checkpoint.Snapshot;
import dev.tidemark.engine.command.Command;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.engine.transcript.Step;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Where a simulation stands in what is recorded; moves it there by re-execution, with everything outside left alone, and
 * checks that what comes is what was.
 */
final class Cursor {
    private final Simulation simulation;
    private final Topology topology;
    private final SimulationOptions options;
    private Verification verification;
    private Journal journal;
    private int given;

    /** A cursor at the start of {@code journal}. */
    Cursor(
            Simulation simulation,
            Topology topology,
            SimulationOptions options,
            Verification verification,
            Journal journal) {
        this.simulation = simulation;
        this.topology = topology;
        this.options = options;
        this.verification = verification;
        this.journal = journal;
        simulation.recording(journal.responses());
    }

    /** A cursor of another simulation that is made to stand where this one does, on a branch that begins there. */
    Cursor fork(Simulation other, Journal branch) {
        other.restore(simulation.snapshot());
        Cursor fork = new Cursor(other, topology, options, verification, branch);
        fork.given = given;
        return fork;
    }

    Journal journal() {
        return journal;
    }

    void verify(Verification how) {
        verification = how;
    }

    Position position() {
        return new Position(simulation.stepNumber(), given);
    }

    /** Whether everything recorded lies before it. */
    boolean atHead() {
        return position().equals(journal.headPosition());
    }

    /** The command that comes next, or null when a step does, or nothing. */
    @Nullable
    Command nextCommand() {
        return journal.commandAt(position());
    }

    /** Stays where it is, on a branch that shares everything before that. */
    void follow(Journal branch) {
        journal = branch;
        simulation.recording(branch.responses());
    }

    // ---- recording

    void recordCommand(Command command, long afterStep) {
        journal.gave(command, afterStep);
        given++;
    }

    void recordStep(Step step) {
        journal.did(step, simulation);
        if (verification == Verification.EVERY_STEP) {
            journal.content(simulation.contentDigest());
        }
        if (journal.ladder().wants(step.number())) {
            journal.ladder().add(simulation.snapshot());
        }
    }

    // ---- re-executing

    /** Does the next recorded step, and at the last one all commands behind it; null when there is none. */
    @Nullable
    Step replay() {
        Step step = replayOne();
        if (simulation.stepNumber() == journal.head()) {
            while (!atHead()) {
                replayCommand();
            }
            checkEnd();
        }
        return step;
    }

    /** Does the next recorded step, with the commands before it; null when there is none. */
    private @Nullable Step replayOne() {
        while (nextCommand() != null) {
            Step step = replayCommand();
            if (step != null) {
                return step;
            }
        }
        if (simulation.stepNumber() >= journal.head()) {
            return null;
        }
        Step step = muted(simulation::doStep);
        if (step == null) {
            throw unfaithful(simulation.stepNumber() + 1, null);
        }
        check(step);
        return step;
    }

    /** Gives the next recorded command; returns the step that it was, or null when it only put something in place. */
    @Nullable
    Step replayCommand() {
        Command command = Objects.requireNonNull(nextCommand());
        given++;
        Step step = muted(() -> simulation.doCommand(command));
        if (step != null) {
            check(step);
        }
        return step;
    }

    private interface Doing {
        @Nullable
        Step now();
    }

    private @Nullable Step muted(Doing doing) {
        simulation.muted(true);
        try {
            return doing.now();
        } catch (SimulationFailed e) {
            throw unfaithful(e.step(), e);
        }
    }

    private void check(Step step) {
        String content = journal.content(step.number());
        Snapshot keyframe = journal.ladder().at(step.number());
        if (!journal.fingerprints().matches(step, simulation.digest())
                || (content != null && !content.equals(simulation.contentDigest()))
                || (keyframe != null
                        && !Arrays.equals(
                                keyframe.state(), simulation.snapshot().state()))) {
            throw unfaithful(step.number(), null);
        }
    }

    private void checkEnd() {
        Snapshot end = journal.end();
        if (end != null && !Arrays.equals(end.state(), simulation.snapshot().state())) {
            throw unfaithful(journal.head(), null);
        }
    }

    /** Goes back to a keyframe that is as it was, and says what is known. */
    private UnfaithfulReplay unfaithful(long step, @Nullable SimulationFailed thrown) {
        Snapshot from = journal.ladder().before(Math.max(0, step - 1));
        String report = new Segment(topology, options, journal, from, step).report();
        load(from);
        String now = thrown == null ? "" : " Now it threw: " + thrown.getMessage() + ".";
        return new UnfaithfulReplay(
                report + "." + now + " The run stands at step " + from.step() + ", the last keyframe before that",
                thrown);
    }

    // ---- moving

    /** Goes to a position of a branch. */
    void goTo(Journal branch, Position goal, LongConsumer betweenSteps) {
        if (atHead() && journal.end() == null) {
            journal.keepEnd(simulation.snapshot());
        }
        boolean elsewhere = branch != journal || goal.compareTo(position()) < 0;
        follow(branch);
        Snapshot end = journal.end();
        if (end != null && goal.equals(journal.headPosition())) {
            load(end);
            given = goal.given();
            return;
        }
        Snapshot nearest = journal.ladder().before(goal.step());
        if (elsewhere || nearest.step() > simulation.stepNumber()) {
            load(nearest);
        }
        advance(goal, betweenSteps);
    }

    /** Makes the simulation anew as it was at a position: something in it may be broken. */
    void reload(Position goal) {
        load(journal.ladder().before(goal.step()));
        advance(goal, done -> {});
    }

    private void load(Snapshot snapshot) {
        simulation.restore(snapshot);
        given = journal.givenBefore(snapshot.step());
    }

    private void advance(Position goal, LongConsumer betweenSteps) {
        tell(goal, betweenSteps, step -> {});
    }

    /** Goes on to a position that lies ahead; {@code listener} sees each step. */
    void tell(Position goal, LongConsumer betweenSteps, Consumer<? super Step> listener) {
        for (long done = 0; simulation.stepNumber() < goal.step(); done++) {
            betweenSteps.accept(done);
            listener.accept(Objects.requireNonNull(replayOne()));
        }
        while (given < goal.given()) {
            replayCommand();
        }
    }
}
