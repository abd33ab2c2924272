package dev.tidemark.timetravel;

import dev.tidemark.engine.Run;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationFailed;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.Steps;
import dev.tidemark.engine.checkpoint.Snapshot;
import dev.tidemark.engine.command.Command;
import dev.tidemark.engine.runtime.Execution;
import dev.tidemark.engine.time.Times;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.engine.transcript.Step;
import dev.tidemark.engine.transcript.Transcript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A run that remembers: it can go back, jump to any step, and fork.
 *
 * <p>Going back is re-execution from the nearest keyframe, with everything outside left alone; digests prove that the
 * replay is faithful. Stepping in the past follows the recording. Any other command there begins a new branch, and the
 * old future stays. A function that throws leaves the run before the step in which it threw.
 */
public final class RecordedRun extends Run {
    private record Mark(String branch, long step) {}

    private final SimulationOptions options;
    private final Verification verification;
    private final Simulation simulation;
    private final Map<String, Journal> branches = new LinkedHashMap<>();
    private final Map<String, Mark> marks = new LinkedHashMap<>();
    private Journal journal;
    private int given;

    RecordedRun(Topology topology, SimulationOptions options, Verification verification) {
        this.options = options;
        this.verification = verification;
        this.simulation = Simulation.of(topology, options);
        this.journal = Journal.first(simulation.snapshot());
        branches.put(journal.name(), journal);
    }

    private RecordedRun(RecordedRun origin) {
        this.options = origin.options;
        this.verification = origin.verification;
        this.simulation = Simulation.of(origin.topology(), origin.options);
        Snapshot here = origin.simulation.snapshot();
        simulation.restore(here);
        this.journal =
                origin.journal.branch("fork of " + origin.journal.name(), here.step(), origin.given, here.digest());
        this.given = origin.given;
        branches.put(journal.name(), journal);
    }

    /** The same run from the same start, whose replays are compared with this care. */
    public RecordedRun verify(Verification how) {
        return new RecordedRun(topology(), options, how);
    }

    @Override
    protected Execution execution() {
        return simulation.expose();
    }

    // ---- forward

    @Override
    protected @Nullable Step doStep() {
        Step replayed = atHead() ? null : replayStep();
        if (replayed != null) {
            return replayed;
        }
        try {
            Step step = simulation.doStep();
            if (step != null) {
                recorded();
            }
            return step;
        } catch (SimulationFailed e) {
            returnTo(e.step() - 1);
            throw e;
        }
    }

    @Override
    protected void beforeActing() {
        if (!atHead()) {
            String name = "branch-" + branches.size();
            journal = journal.branch(name, stepNumber(), given, digest());
            branches.put(name, journal);
        }
    }

    @Override
    protected @Nullable Step doCommand(Command command) {
        long before = stepNumber();
        Step step = simulation.doCommand(command);
        journal.record(command, before);
        given = journal.commands().size();
        if (step != null) {
            recorded();
        }
        return step;
    }

    private void recorded() {
        long step = stepNumber();
        journal.stepped(step, digest());
        if (verification == Verification.EVERY_STEP) {
            journal.content(contentDigest());
        }
        if (journal.ladder().wants(step)) {
            journal.ladder().add(simulation.snapshot(), given);
        }
    }

    private boolean atHead() {
        return stepNumber() == journal.head() && given == journal.commands().size();
    }

    // ---- replay

    private @Nullable Step replayStep() {
        simulation.muted(true);
        try {
            List<Journal.Entry> commands = journal.commands();
            while (given < commands.size() && commands.get(given).afterStep() == stepNumber()) {
                Step step = simulation.doCommand(commands.get(given++).command());
                if (step != null) {
                    check(step);
                    return step;
                }
            }
            if (stepNumber() == journal.head()) {
                return null;
            }
            Step step = simulation.doStep();
            if (step == null) {
                throw unfaithful(stepNumber());
            }
            check(step);
            return step;
        } finally {
            simulation.muted(false);
        }
    }

    private void check(Step step) {
        long number = step.number();
        Long expected = number == journal.head()
                ? Long.valueOf(journal.headDigest())
                : journal.ladder().digestAt(number);
        String content = journal.content(number);
        if ((expected != null && expected != digest()) || (content != null && !content.equals(contentDigest()))) {
            throw unfaithful(number);
        }
    }

    private UnfaithfulReplay unfaithful(long step) {
        long from = journal.ladder().before(Math.max(0, step - 1)).snapshot().step();
        return new UnfaithfulReplay(new Segment(topology(), options, journal, from, step).report());
    }

    private void returnTo(long step) {
        boolean ahead = step >= stepNumber() && failure() == null;
        Ladder.Keyframe nearest = journal.ladder().before(step);
        if (!ahead || nearest.snapshot().step() > stepNumber()) {
            simulation.restore(nearest.snapshot());
            given = nearest.given();
        }
        while (stepNumber() < step) {
            replayStep();
        }
        if (step == journal.head()) {
            while (given < journal.commands().size()) {
                replayStep();
            }
        }
    }

    // ---- moves in time

    /** Goes one step back. */
    public Steps back() {
        return back(1);
    }

    /** Goes {@code count} steps back. */
    public Steps back(long count) {
        if (count < 1 || count > stepNumber()) {
            throw new IllegalArgumentException("back(" + count + ") from step " + stepNumber()
                    + ": the number of steps must lie in [1, " + stepNumber() + "]");
        }
        return seek(stepNumber() - count);
    }

    /** Goes to the state right after a step of this branch; 0 is the start. */
    public Steps seek(long step) {
        if (step < 0 || step > journal.head()) {
            throw new IllegalArgumentException("seek(" + step + "): branch '" + journal.name()
                    + "' is recorded from 0 to " + journal.head() + "; move on from its end to go farther");
        }
        returnTo(step);
        Steps steps = Steps.none("at step " + stepNumber() + " of " + journal.head() + " on branch '" + journal.name()
                + "', " + Times.text(execution().now()));
        return steps;
    }

    /** The last step that is recorded on this branch. */
    public long lastStep() {
        return journal.head();
    }

    /** The branches, oldest first. */
    public List<Branch> branches() {
        List<Branch> all = new ArrayList<>();
        for (Journal each : branches.values()) {
            all.add(new Branch(each.name(), each.parent(), each.forkStep(), each.head(), each == journal));
        }
        return all;
    }

    /** Goes to the end of another branch. */
    public Steps switchTo(String branch) {
        Journal other = branches.get(branch);
        if (other == null) {
            throw new IllegalArgumentException("there is no branch '" + branch + "'; there are " + branches.keySet());
        }
        journal = other;
        Ladder.Keyframe last = journal.ladder().before(journal.head());
        simulation.restore(last.snapshot());
        given = last.given();
        return seek(journal.head());
    }

    /** A run of its own that begins where this one stands; neither disturbs the other. */
    public RecordedRun fork() {
        return new RecordedRun(this);
    }

    /** Remembers where the run stands under a name, or moves that mark here. */
    public void mark(String name) {
        marks.put(name, new Mark(journal.name(), stepNumber()));
    }

    /**
     * Does something where the mark is: the first time that is here, later the run goes back there first, so that the
     * same cell can be run again.
     */
    public void at(String name, Consumer<? super RecordedRun> action) {
        Mark mark = marks.get(name);
        if (mark == null) {
            mark(name);
        } else {
            if (!mark.branch().equals(journal.name())) {
                switchTo(mark.branch());
            }
            seek(mark.step());
        }
        action.accept(this);
    }

    // ---- questions

    /**
     * Why a window has not fired: what it waits for, who holds the watermark, and how far that has to move.
     *
     * @param windowStart the window's start, as {@code 2018-02-01T06:00:00Z}
     */
    public WhyNotFired whyNotFired(String operator, Object key, String windowStart) {
        return new WhyNotFiredQuestion(this, operator, key, Times.parse(windowStart)).answer();
    }

    /**
     * Tells the run over again, from its start to where it stands, in a run of its own that touches nothing outside.
     *
     * @param listener sees each step
     */
    public void retell(Consumer<? super Step> listener) {
        RecordedRun copy = new RecordedRun(topology(), options, Verification.AT_KEYFRAMES);
        copy.simulation.muted(true);
        long goal = stepNumber();
        List<Journal.Entry> commands = journal.commands();
        int next = 0;
        while (copy.stepNumber() < goal) {
            Step step = null;
            while (step == null && next < given && commands.get(next).afterStep() == copy.stepNumber()) {
                step = copy.simulation.doCommand(commands.get(next++).command());
            }
            step = step != null ? step : copy.simulation.doStep();
            if (step == null) {
                return;
            }
            listener.accept(step);
        }
    }

    @Override
    public Transcript transcript() {
        return simulation.transcript();
    }

    @Override
    public String toString() {
        return "run of '" + topology().name() + "' at step " + stepNumber() + " of " + journal.head() + ", branch '"
                + journal.name() + "', " + Times.text(execution().now());
    }
}
