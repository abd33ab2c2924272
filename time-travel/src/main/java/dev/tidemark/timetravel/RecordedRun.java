package dev.tidemark.timetravel;

import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.Steps;
import dev.tidemark.engine.time.Times;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.engine.transcript.Step;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A run that remembers: it can go back, jump to any step, and fork.
 *
 * <p>Going back is re-execution from the nearest keyframe, with everything outside left alone; digests prove that the
 * replay is faithful. Stepping in the past follows the recording. Any other command there begins a new branch, and the
 * old future stays. A function that throws leaves the run before the step in which it threw.
 *
 * <p>Sinks with functions act at the end of the first branch alone, each result once; replays, other branches and forks
 * keep their results in memory.
 */
public final class RecordedRun extends Recording {
    private final Map<String, Mark> marks = new LinkedHashMap<>();
    private final List<String> edits;

    /** Records a simulation that has not begun. */
    RecordedRun(Simulation simulation, Topology topology, SimulationOptions options) {
        super(simulation, topology, options);
        this.edits = List.of();
    }

    private RecordedRun(Edits edits, SimulationOptions options, String parent) {
        super(
                Simulation.of(edits.topology(), options),
                edits.topology(),
                options,
                "fork of " + parent + ", edited",
                parent);
        this.edits = edits.words();
    }

    private RecordedRun(RecordedRun origin) {
        super(origin);
        this.edits = origin.edits;
    }

    /** Has replays compared with this care; to be said before the run begins. */
    public RecordedRun verify(Verification how) {
        if (!cursor().position().equals(new Position(0, 0)) || !cursor().atHead()) {
            throw new IllegalStateException("verify(" + how + ") at step " + stepNumber()
                    + ": what was not kept from the start can't be compared; say it right after TimeTravel.start(…)");
        }
        cursor().verify(how);
        return this;
    }

    // ---- moves in time

    /** Goes one step back. */
    public Steps back() {
        return back(1);
    }

    /** Goes {@code count} steps back. */
    public Steps back(long count) {
        if (count < 1 || count > stepNumber()) {
            throw new IllegalArgumentException("back(" + count + ") from step " + stepNumber() + ": "
                    + (stepNumber() == 0
                            ? "this is the start"
                            : "the number of steps must lie in [1, " + stepNumber() + "]"));
        }
        return seek(stepNumber() - count);
    }

    /**
     * Goes to the state right after a step of this branch, before anything else that was done there; 0 is the start. At
     * the last step everything that was done there is done.
     */
    public Steps seek(long step) {
        requireOpen();
        Journal journal = cursor().journal();
        if (step < 0 || step > journal.head()) {
            throw new IllegalArgumentException("seek(" + step + "): branch '" + journal.name()
                    + "' is recorded from 0 to " + journal.head() + "; move on from its end to go farther");
        }
        return goTo(journal, journal.after(step));
    }

    /** Goes to the last step of this branch that the clock had done at a time. */
    public Steps seekTime(Instant time) {
        return seek(past(past -> past.stepAtTime(time.toEpochMilli())));
    }

    /** Goes to the last step of this branch that the clock had done at a time, as {@code 2018-02-01T06:00:00Z}. */
    public Steps seekTime(String time) {
        return seekTime(Instant.ofEpochMilli(Times.parse(time)));
    }

    /**
     * Goes to the first step of this branch at which the watermark of the whole pipeline had reached a time.
     *
     * @param time as {@code 2018-02-01T06:00:00Z}
     */
    public Steps seekWatermark(String time) {
        long goal = Times.parse(time);
        Long step = past(past -> past.stepAtWatermark(goal));
        if (step == null) {
            throw new IllegalArgumentException("seekWatermark(" + time + "): on branch '"
                    + cursor().journal().name()
                    + "' the watermark never got there; runToWatermark moves on from its end");
        }
        return seek(step);
    }

    /** Goes to the step that told a line of the transcript of this branch; the first line is 1. */
    public Steps seekLine(long line) {
        requireOpen();
        Outline outline = cursor().journal().outline();
        long step = line < 1 ? -1 : outline.stepOfLine(line);
        if (step < 0) {
            throw new IllegalArgumentException("seekLine(" + line + "): the transcript of branch '"
                    + cursor().journal().name() + "' has lines 1 to " + outline.lines());
        }
        return seek(step);
    }

    /** Goes to a place in this branch between 0, its start, and 100, its end. */
    public Steps seekPercent(double percent) {
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException("seekPercent(" + percent + "): it must lie in [0, 100]");
        }
        return seek(Math.round(lastStep() * (percent / 100)));
    }

    /**
     * Goes on to right after the next step at which the breakpoint stops, at the end of what is recorded also beyond that.
     */
    public Steps runTo(Breakpoint breakpoint) {
        requireOpen();
        breakpoint.operators().forEach(topology()::node);
        Breakpoint.Watching watch = breakpoint.begin();
        if (breakpoint.remembers()) {
            retell(watch::stopsAt);
        }
        return runUntil(watch::stopsAt, "stopped: " + breakpoint);
    }

    /** Goes back to right after the last earlier step at which the breakpoint stops; stays when there is none. */
    public Steps runBackTo(Breakpoint breakpoint) {
        requireOpen();
        breakpoint.operators().forEach(topology()::node);
        long before = Math.max(0, stepNumber() - 1);
        Long found = past(past -> past.last(before, breakpoint));
        return found == null ? Steps.none("nowhere before step " + stepNumber() + ": " + breakpoint) : seek(found);
    }

    /** The last step that is recorded on this branch. */
    public long lastStep() {
        return cursor().journal().head();
    }

    /** The branches, oldest first. */
    public List<Branch> branches() {
        return history().rows(cursor().journal());
    }

    /** Goes to the end of a branch. */
    public Steps switchTo(String branch) {
        requireOpen();
        Journal other = history().named(branch);
        return goTo(other, other.headPosition());
    }

    /** A run of its own that begins where this one stands; neither disturbs the other, and its sinks touch nothing outside. */
    public RecordedRun fork() {
        requireOpen();
        return guarded(() -> new RecordedRun(this));
    }

    /**
     * A run of its own in which something is other: what was done to this run is done to it from the start, at the same times of
     * its clock, up to where this run stands, or to the end if this run is over. Its sinks touch nothing outside.
     *
     * <p>It stands where the job fails if nothing starts that again. A command is given when the clock stands where it did and as many steps were done there, or everything if
     * everything had been done. A checkpoint that was restored is the edited run's own of that number.
     *
     * @throws IllegalArgumentException if an edit finds nothing to edit
     * @throws IllegalStateException if something that was done can't be done in the edited run
     */
    public RecordedRun fork(UnaryOperator<Edits> edits) {
        Script script = past(past -> past.script(cursor().position()));
        Edits edited = edits.apply(new Edits(topology(), options()));
        SimulationOptions pinned = edited.options().startAt() == null
                ? edited.options().startAt(Instant.ofEpochMilli(script.startMillis()))
                : edited.options();
        RecordedRun fork = new RecordedRun(edited, pinned, cursor().journal().name());
        try {
            fork.guarded(() -> {
                new Repetition(fork, script, edited).perform();
                return fork;
            });
            return fork;
        } catch (RuntimeException | Error e) {
            fork.close();
            throw e;
        }
    }

    /** What is other in this run than in the one of which it is an edited fork, in words; empty when it is none. */
    public List<String> edits() {
        return edits;
    }

    /** Remembers where the run stands under a name, or moves that mark here. */
    public void mark(String name) {
        requireOpen();
        marks.put(name, here());
    }

    private Mark here() {
        return new Mark(cursor().journal().name(), cursor().position());
    }

    /**
     * Does something where the mark is, as if nothing had been done after it; without a mark of this name, that is here.
     *
     * <p>So a cell can be run again: doing the same at a mark again leads to the same place on the same branch, doing
     * something else begins another branch.
     */
    public void at(String name, Consumer<? super RecordedRun> action) {
        requireOpen();
        guarded(() -> {
            Mark mark = marks.computeIfAbsent(name, any -> here());
            goTo(history().named(mark.branch()), mark.position());
            actingAt(mark, () -> action.accept(this));
            return mark;
        });
    }

    /** Gives up what was recorded; the run can still be looked at where it stands, but for state that was in files. */
    @Override
    public void close() {
        marks.clear();
        super.close();
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

    /** The last change of a key's state up to where the run stands. */
    public Optional<Change> lastChange(String operator, Object key, String state) {
        return Optional.ofNullable(past(operator, past -> past.lastChange(stepNumber(), operator, key, state)));
    }

    /** The next change of a key's state behind where the run stands, as far as this branch is recorded. */
    public Optional<Change> nextChange(String operator, Object key, String state) {
        return Optional.ofNullable(past(operator, past -> past.nextChange(stepNumber(), operator, key, state)));
    }

    /** Every change of a key's state up to where the run stands, oldest first. */
    public List<Change> history(String operator, Object key, String state) {
        return past(operator, past -> past.changes(stepNumber(), operator, key, state));
    }

    /** In what another run differs from this one, each as far as it stands. */
    public Diff diff(RecordedRun other) {
        other.requireOpen();
        return past(here -> other.past(there -> new Diff(
                toString(),
                other.toString(),
                Parting.of(side(here), other.side(there)),
                Differences.between(this, other))));
    }

    /** In what the end of another branch differs from where this run stands. */
    public Diff diff(String branch) {
        requireOpen();
        Journal other = history().named(branch);
        return past(here -> past(
                other,
                there -> new Diff(
                        toString(),
                        "the end of branch '" + branch + "', step " + other.head(),
                        Parting.of(side(here), new Parting.Side(there, other, other.head())),
                        Differences.between(this, there.view(other.headPosition())))));
    }

    private Parting.Side side(Past past) {
        return new Parting.Side(past, cursor().journal(), stepNumber());
    }

    /** Asks the past of an operator that has to exist. */
    private <T extends @Nullable Object> T past(String operator, Function<Past, T> question) {
        topology().node(operator);
        return past(question);
    }

    private <T extends @Nullable Object> T past(Function<Past, T> question) {
        requireOpen();
        return past(cursor().journal(), question);
    }

    private <T extends @Nullable Object> T past(Journal branch, Function<Past, T> question) {
        return guarded(() -> {
            try (Past past = new Past(topology(), options(), branch, this::betweenSteps)) {
                return question.apply(past);
            }
        });
    }

    /**
     * Tells the run over again, from its start to where it stands, in a run of its own that touches nothing outside.
     *
     * @param listener sees each step
     */
    public void retell(Consumer<? super Step> listener) {
        past(past -> {
            past.tell(0, stepNumber(), listener);
            return null;
        });
    }

    @Override
    public String toString() {
        return "run of '" + topology().name() + "' at step " + stepNumber() + " of " + lastStep() + ", branch '"
                + cursor().journal().name() + "', " + Times.text(clock().toEpochMilli());
    }
}
