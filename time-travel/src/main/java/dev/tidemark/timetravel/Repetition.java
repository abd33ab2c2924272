package dev.tidemark.timetravel;

import dev.tidemark.engine.checkpoint.Checkpoint;
import dev.tidemark.engine.command.Command;
import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.time.Times;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Does in an edited run what was done to another, at the same places in processing time. */
final class Repetition {
    private final Recording run;
    private final Script script;
    private final Edits edits;
    private final Set<Edits.Sent> found = new LinkedHashSet<>();

    Repetition(Recording run, Script script, Edits edits) {
        this.run = run;
        this.script = script;
        this.edits = edits;
    }

    /** Does everything, up to where the other run stands, to the end if that is over, or until the job fails for good. */
    void perform() {
        List<Edits.Inserted> inserted = new ArrayList<>(edits.inserted());
        long end = script.end().clockMillis();
        for (Edits.Inserted each : inserted) {
            if (each.clockMillis() > end || each.clockMillis() < script.startMillis()) {
                throw new IllegalArgumentException("fork: " + Times.text(each.clockMillis())
                        + " is not between the start of the run, " + Times.text(script.startMillis())
                        + ", and where it stands, " + Times.text(end) + "; do it there by hand");
            }
        }
        for (Script.Given given : script.given()) {
            insertBefore(given.at().clockMillis(), inserted);
            Command command = edited(given);
            if (command != null) {
                run.comeTo(given.at());
                if (run.failure() != null && !(command instanceof Command.Restore)) {
                    return;
                }
                give(command);
            }
        }
        insertBefore(Long.MAX_VALUE, inserted);
        if (!script.finished()) {
            run.comeTo(script.end());
        } else if (run.failure() == null) {
            run.runToEnd();
        }
        edits.sent().forEach(each -> Edits.requireFound(found.contains(each), each.words()));
    }

    private void insertBefore(long clockMillis, List<Edits.Inserted> inserted) {
        while (!inserted.isEmpty() && inserted.get(0).clockMillis() < clockMillis) {
            Edits.Inserted next = inserted.remove(0);
            run.comeTo(new Script.Place(next.clockMillis(), 0, true));
            if (run.failure() == null) {
                give(next.command());
            }
        }
    }

    private void give(Command command) {
        try {
            run.doCommand(command);
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "fork: at " + Times.text(run.clock().toEpochMilli()) + ", step " + run.stepNumber()
                            + ", the edited run can't do what was done to the other: " + e.getMessage(),
                    e);
        }
    }

    /** The command as it is to be given here, null when it is not. */
    private @Nullable Command edited(Script.Given given) {
        if (given.command() instanceof Command.Send send && send.element() instanceof Event event) {
            Event other = edited(send.source(), event);
            return other == null ? null : new Command.Send(send.source(), send.partition(), other);
        }
        if (given.command() instanceof Command.Restore restore && given.own()) {
            run.comeTo(given.at());
            return new Command.Restore(same(restore.checkpoint()), restore.parallelism());
        }
        return given.command();
    }

    private @Nullable Event edited(String source, Event event) {
        Event edited = event;
        for (Edits.Sent each : edits.sent()) {
            if (edited != null && each.source().equals(source)) {
                Event before = edited;
                edited = each.edit().apply(before);
                if (!before.equals(edited)) {
                    found.add(each);
                }
            }
        }
        return edited;
    }

    /** The checkpoint of this run that has the number of one of the other. */
    private Checkpoint same(Checkpoint other) {
        Checkpoint same = null;
        for (Checkpoint each : run.checkpoints()) {
            same = each.id() == other.id() ? each : same;
        }
        if (same == null) {
            throw new IllegalStateException("fork: at " + Times.text(run.clock().toEpochMilli()) + " the other run is "
                    + "restored from its checkpoint " + other.id() + ", which the edited run has not completed");
        }
        return same;
    }
}
