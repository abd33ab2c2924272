package dev.tidemark.engine.runtime;

import dev.tidemark.engine.Schedule;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides the order of things: which of the ready ones comes next, and for how many elements.
 *
 * <p>The list of ready things has a fixed order, task by task. Whatever processing time makes due (timers, probes of
 * watermarks) comes before everything else at the same instant.
 */
final class Scheduler {
    private final Schedule schedule;
    private long choices;
    private long lastChosen = -1;
    private @Nullable Work turn;
    private int left;

    Scheduler(Schedule schedule) {
        this.schedule = schedule;
    }

    /** What is ready now, in fixed order. */
    private static List<Work> ready(List<Task> tasks, Coordinator coordinator, long now) {
        List<Work> ready = new ArrayList<>();
        for (Task task : tasks) {
            if (task.nextProbe() <= now) {
                ready.add(new Work(Work.Kind.PROBE, task.index(), 0));
            }
            if (task.nextProcessingTime() <= now) {
                ready.add(new Work(Work.Kind.TIMER, task.index(), 0));
            }
        }
        if (!ready.isEmpty()) {
            return ready;
        }
        for (Task task : tasks) {
            SourceReader reader = task.reader();
            if (reader != null) {
                if (coordinator.wantsBarrier(task)) {
                    ready.add(new Work(Work.Kind.BARRIER, task.index(), 0));
                }
                List<SourcePartition> partitions = reader.partitions();
                for (int i = 0; i < partitions.size(); i++) {
                    if (task.readable(i, now)) {
                        ready.add(new Work(Work.Kind.READ, task.index(), i));
                    }
                }
                if (task.canEnd(now)) {
                    ready.add(new Work(Work.Kind.END, task.index(), 0));
                }
            }
            for (int i = 0; i < task.inputs().size(); i++) {
                if (!task.blocked(i) && !task.inputs().get(i).isEmpty()) {
                    ready.add(new Work(Work.Kind.DELIVER, task.index(), i));
                }
            }
        }
        return ready;
    }

    /** The work of the turn that is under way, or of a new turn; null, and nothing changes, when nothing is ready. */
    @Nullable
    Work next(List<Task> tasks, Coordinator coordinator, long now) {
        Work current = turn;
        if (current == null || left == 0 || !current.stillReady(tasks.get(current.task()), now)) {
            List<Work> ready = ready(tasks, coordinator, now);
            if (ready.isEmpty()) {
                return null;
            }
            current = ready.get(pick(ready));
            turn = current;
            lastChosen = current.order();
            left = schedule.quantum();
            choices++;
        }
        left--;
        return current;
    }

    /** Whether {@link #next} would give anything. */
    boolean hasWork(List<Task> tasks, Coordinator coordinator, long now) {
        boolean goesOn = turn != null && left > 0 && turn.stillReady(tasks.get(turn.task()), now);
        return goesOn || !ready(tasks, coordinator, now).isEmpty();
    }

    /** Ends the turn early: the job starts again. */
    void endTurn() {
        left = 0;
        turn = null;
    }

    private int pick(List<Work> ready) {
        return switch (schedule.policy()) {
            case SEEDED -> (int) Long.remainderUnsigned(Randomness.at(schedule.seed(), choices), ready.size());
            case SCRIPTED ->
                choices < schedule.script().size()
                        ? Math.floorMod(schedule.script().get((int) choices), ready.size())
                        : inTurn(ready);
            case ROUND_ROBIN -> inTurn(ready);
        };
    }

    private int inTurn(List<Work> ready) {
        for (int i = 0; i < ready.size(); i++) {
            if (ready.get(i).order() > lastChosen) {
                return i;
            }
        }
        return 0;
    }

    void snapshot(ByteSink out) {
        out.writeLong(choices);
        out.writeLong(lastChosen);
        out.writeVarInt(left);
        out.writeLong(turn == null ? -1 : turn.order());
    }

    void restore(ByteSource in) {
        choices = in.readLong();
        lastChosen = in.readLong();
        left = in.readVarInt();
        long order = in.readLong();
        turn = order < 0 ? null : Work.ofOrder(order);
    }
}
