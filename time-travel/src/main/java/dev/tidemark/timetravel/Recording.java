package dev.tidemark.timetravel;

import dev.tidemark.engine.DrivenRun;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.Steps;
import dev.tidemark.engine.command.Command;
import dev.tidemark.engine.time.Times;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.engine.transcript.Step;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Does what is new and records it, does again what is recorded, and begins a branch where the two part. */
abstract class Recording extends DrivenRun {
    private final SimulationOptions options;
    private final boolean actsOutside;
    private final Cursor cursor;
    private final History history;
    private @Nullable Mark acting;
    private boolean closed;

    /** Records a simulation that has not begun. */
    Recording(Simulation simulation, Topology topology, SimulationOptions options) {
        this(simulation, topology, options, "main", "");
    }

    /** Records a simulation that has not begun; if it was made of a branch, it does not act outside. */
    Recording(Simulation simulation, Topology topology, SimulationOptions options, String name, String parent) {
        super(simulation);
        this.options = options;
        this.actsOutside = parent.isEmpty();
        this.history = new History(Journal.first(
                name,
                parent,
                simulation.snapshot(),
                new Outline(simulation.clock().toEpochMilli(), simulation.watermark())));
        this.cursor = new Cursor(simulation, topology, options, Verification.AT_KEYFRAMES, history.trunk());
    }

    /** Begins where another stands. */
    Recording(Recording origin) {
        super(Simulation.of(origin.topology(), origin.options));
        this.options = origin.options;
        this.actsOutside = false;
        Journal from = origin.cursor.journal();
        this.history = new History(from.branch("fork of " + from.name(), origin.cursor.position()));
        this.cursor = origin.cursor.fork(simulation(), history.trunk());
    }

    SimulationOptions options() {
        return options;
    }

    /** Where it stands. */
    Cursor cursor() {
        return cursor;
    }

    /** Its branches. */
    History history() {
        return history;
    }

    // ---- forward

    @Override
    protected @Nullable Step doStep() {
        requireOpen();
        if (acting != null && cursor.nextCommand() != null) {
            diverge(acting, null);
        }
        if (!cursor.atHead()) {
            Step replayed = cursor.replay();
            if (replayed != null) {
                return replayed;
            }
        }
        Step step = live(simulation()::doStep);
        if (step != null) {
            cursor.recordStep(step);
        }
        return step;
    }

    /** Goes on to the place in processing time to which another run had come. */
    final void comeTo(Script.Place place) {
        clockTo(place.clockMillis());
        for (long done = 0; !settled() && (place.settled() || done < place.steps()); done++) {
            betweenSteps(done);
            doStep();
        }
    }

    @Override
    protected String beforeActing() {
        requireOpen();
        return acting != null || cursor.atHead() ? "" : branch();
    }

    @Override
    protected @Nullable Step doCommand(Command command) {
        if (acting != null && !cursor.atHead()) {
            if (!acting.acted().contains(cursor.journal().name()) || !Commands.same(cursor.nextCommand(), command)) {
                diverge(acting, command);
            }
            if (!cursor.atHead()) {
                return cursor.replayCommand();
            }
        }
        long before = stepNumber();
        Step step = live(() -> simulation().doCommand(command));
        cursor.recordCommand(command, before);
        if (step != null) {
            cursor.recordStep(step);
        }
        return step;
    }

    private interface Doing {
        @Nullable
        Step now();
    }

    /** Does what was never done before; when it throws, everything is as if it had not begun. */
    private @Nullable Step live(Doing doing) {
        Position before = cursor.position();
        String failure = failure();
        cursor.journal().responses().dropUncovered();
        simulation().muted(!actsOutside || cursor.journal() != history.trunk());
        try {
            Step step = doing.now();
            if (acting != null) {
                acting.acted().add(cursor.journal().name());
            }
            return step;
        } catch (RuntimeException | Error e) {
            boolean harmless = cursor.position().equals(before) && Objects.equals(failure(), failure);
            if (!harmless) {
                undo(before, e);
            }
            cursor.follow(history.withoutUntouched(cursor.journal()));
            throw e;
        } finally {
            simulation().muted(false);
        }
    }

    private void undo(Position before, Throwable thrown) {
        try {
            cursor.reload(before);
        } catch (UnfaithfulReplay e) {
            thrown.addSuppressed(e);
        }
    }

    private String branch() {
        Journal left = cursor.journal();
        Journal begun = history.begin(left, cursor.position());
        cursor.follow(begun);
        return "branch '" + begun.name() + "' begins at step " + stepNumber() + "; the old future stays on '"
                + left.name() + "'";
    }

    /** Leaves the recording, for the branch on which a mark's action went on like this before, or for a new one. */
    private void diverge(Mark mark, @Nullable Command next) {
        Journal known = history.continuation(cursor.journal(), cursor.position(), next, mark);
        if (known == null) {
            branch();
            mark.acted().add(cursor.journal().name());
        } else {
            cursor.follow(known);
        }
    }

    final void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the run of '" + topology().name()
                    + "' is closed: what it recorded is gone; it can only be looked at where it stands");
        }
    }

    final Steps goTo(Journal journal, Position goal) {
        return guarded(() -> {
            Committed committed = new Committed(this, topology());
            boolean onTrunk = actsOutside && cursor.journal() == history.trunk();
            cursor.goTo(journal, goal, this::betweenSteps);
            return Steps.none("at step " + stepNumber() + " of " + journal.head() + " on branch '" + journal.name()
                    + "', " + Times.text(clock().toEpochMilli()) + (onTrunk ? committed.stayed(this) : ""));
        });
    }

    /** Does something for which a mark says on which branches it was done before. */
    final void actingAt(Mark mark, Runnable action) {
        Mark outer = acting;
        acting = mark;
        try {
            action.run();
        } finally {
            acting = outer;
        }
    }

    /** Gives up what was recorded. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            history.forget();
            super.close();
        }
    }
}
