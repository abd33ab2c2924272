package dev.tidemark.engine.runtime;

import dev.tidemark.engine.Schedule;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import java.util.Arrays;
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
    private long[] ready = new long[16];
    private int count;
    private long above;
    private final DueTimes due = new DueTimes();

    Scheduler(Schedule schedule) {
        this.schedule = schedule;
    }

    /** Finds what is ready now, in fixed order; for the policy that takes turns only what it needs of that. */
    private void find(List<Task> tasks, Coordinator coordinator, long now) {
        count = 0;
        above = -1;
        if (due.next(tasks, lastTask()) <= now) {
            findDue(tasks, now);
        }
        if (count > 0) {
            return;
        }
        if (schedule.policy() == Schedule.Policy.ROUND_ROBIN) {
            above = lastChosen;
            findFirst(tasks, lastTask(), tasks.size(), coordinator, now);
            above = -1;
            findFirst(tasks, 0, Math.min(lastTask() + 1, tasks.size()), coordinator, now);
        } else {
            for (int i = 0; i < tasks.size(); i++) {
                findInput(tasks.get(i), coordinator, now);
            }
        }
        if (count == 0 && coordinator.wantsFinal(tasks)) {
            add(Work.Kind.FINAL, 0, 0);
        }
    }

    /** The task that did something last; the first before there was any. */
    private int lastTask() {
        return Math.max(0, (int) (lastChosen >>> 32));
    }

    private void findDue(List<Task> tasks, long now) {
        for (int i = 0; i < tasks.size(); i++) {
            Task task = tasks.get(i);
            if (task.nextProbe() <= now) {
                add(Work.Kind.PROBE, i, 0);
            }
            if (task.nextProcessingTime() <= now) {
                add(Work.Kind.TIMER, i, 0);
            }
        }
        for (int i = 0; count == 0 && i < tasks.size(); i++) {
            if (tasks.get(i).nextComparison() <= now) {
                add(Work.Kind.COMPARE, i, 0);
            }
        }
    }

    /** What is ready of the first task from {@code start} on that has something. */
    private void findFirst(List<Task> tasks, int start, int end, Coordinator coordinator, long now) {
        for (int i = start; count == 0 && i < end; i++) {
            findInput(tasks.get(i), coordinator, now);
        }
    }

    private void findInput(Task task, Coordinator coordinator, long now) {
        SourceReader reader = task.reader();
        if (reader != null) {
            if (coordinator.wantsBarrier(task)) {
                add(Work.Kind.BARRIER, task.index(), 0);
            }
            List<SourcePartition> partitions = reader.partitions();
            for (int i = 0; i < partitions.size(); i++) {
                if (task.readable(i, now)) {
                    add(Work.Kind.READ, task.index(), i);
                }
            }
            if (task.canEnd(now)) {
                add(Work.Kind.END, task.index(), 0);
            }
        }
        int told = coordinator.notices().next(task);
        if (told >= 0) {
            add(Work.Kind.NOTICE, task.index(), told);
        }
        if (task.hasSorted()) {
            add(Work.Kind.SORTED, task.index(), 0);
        }
        for (int i = 0; i < task.inputs().size(); i++) {
            if (task.deliverable(i)) {
                add(Work.Kind.DELIVER, task.index(), i);
            }
        }
    }

    private void add(Work.Kind kind, int task, int index) {
        long order = Work.order(kind, task, index);
        if (order <= above) {
            return;
        }
        if (count == ready.length) {
            ready = Arrays.copyOf(ready, 2 * count);
        }
        ready[count++] = order;
    }

    /** The work of the turn that is under way, or of a new turn; null, and nothing changes, when nothing is ready. */
    @Nullable
    Work next(List<Task> tasks, Coordinator coordinator, long now) {
        Work current = turn;
        if (current != null && goesOn(tasks.get(current.task()), now)) {
            return current;
        }
        find(tasks, coordinator, now);
        if (count == 0) {
            return null;
        }
        lastChosen = ready[pick()];
        turn = Work.ofOrder(lastChosen);
        left = schedule.quantum() - 1;
        choices++;
        return turn;
    }

    /** The turn that is under way, if any. */
    @Nullable
    Work turn() {
        return turn;
    }

    /** Whether the turn under way, which is of this task, goes on, by one; else {@link #next} begins another. */
    boolean goesOn(Task of, long now) {
        Work current = turn;
        if (current == null || left == 0 || !current.stillReady(of, now)) {
            return false;
        }
        left--;
        return true;
    }

    /** Whether {@link #next} would give anything. */
    boolean hasWork(List<Task> tasks, Coordinator coordinator, long now) {
        if (turn != null && left > 0 && turn.stillReady(tasks.get(turn.task()), now)) {
            return true;
        }
        find(tasks, coordinator, now);
        return count > 0;
    }

    /** Looks at every task anew: one was made to do something, or they are others. */
    void lookAgain() {
        due.forget();
    }

    /** When processing time is wanted next: a timer, a probe of watermarks, a comparison of sources. */
    private long nextDue(List<Task> tasks) {
        return due.next(tasks, lastTask());
    }

    /** When something comes or becomes due; {@link Long#MAX_VALUE} for never. */
    long nextMove(List<Task> tasks, long now) {
        long next = nextDue(tasks);
        for (Task task : tasks) {
            next = Math.min(next, task.nextArrival(now));
        }
        return next;
    }

    /** Ends the turn early: the clock moves, or the job starts again. */
    void endTurn() {
        left = 0;
        turn = null;
    }

    private int pick() {
        return switch (schedule.policy()) {
            case SEEDED ->
                count == 1 ? 0 : (int) Long.remainderUnsigned(Randomness.at(schedule.seed(), choices), count);
            case SCRIPTED ->
                choices < schedule.script().size()
                        ? Math.floorMod(schedule.script().get((int) choices), count)
                        : inTurn();
            case ROUND_ROBIN -> 0;
        };
    }

    private int inTurn() {
        for (int i = 0; i < count; i++) {
            if (ready[i] > lastChosen) {
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
        lookAgain();
    }
}
