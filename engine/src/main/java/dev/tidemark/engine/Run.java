package dev.tidemark.engine;

import dev.tidemark.engine.checkpoint.Checkpoint;
import dev.tidemark.engine.command.Command;
import dev.tidemark.engine.element.EndOfInput;
import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.element.StreamElement;
import dev.tidemark.engine.element.Watermark;
import dev.tidemark.engine.element.WatermarkStatus;
import dev.tidemark.engine.time.Times;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.engine.transcript.Happening;
import dev.tidemark.engine.transcript.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A topology that runs, in a user's hand: every move does a number of steps and returns them.
 *
 * <p>A run belongs to one thread at a time. Moves stop at a step's edge when the thread is interrupted. Times are given
 * as {@link Instant} or as text ({@code 2018-02-01T06:00:00Z}).
 */
public abstract class Run extends RunView implements AutoCloseable {
    private static final int PROGRESS_STEPS = 50_000;
    private static final int UNTOLD_STEPS = 10_000;

    private final AtomicReference<@Nullable Thread> inside = new AtomicReference<>();
    private @Nullable LongConsumer progress;

    /** Does the next atomic thing; null when there is nothing to do. */
    protected abstract @Nullable Step doStep();

    /** Does up to {@code most} steps that nobody wants to know of; how many it did, fewer when nothing is left to do. */
    protected long doSteps(long most) {
        long did = 0;
        while (did < most && doStep() != null) {
            did++;
        }
        return did;
    }

    /** Does what the user asks; returns the step that it was, or null when it only put something in place. */
    protected abstract @Nullable Step doCommand(Command command);

    /** Is called before anything is done that a recording of this run can't hold already; says what is to be noted of it. */
    protected String beforeActing() {
        return "";
    }

    /** Is called with the number of steps every now and then while a move is long, in place of all {@link MoveProgress}. */
    public void onProgress(LongConsumer listener) {
        this.progress = listener;
    }

    /** Does one atomic thing: the next that is ready, or the clock's next move. */
    public Steps step() {
        return step(1);
    }

    /** Does {@code count} atomic things. */
    public Steps step(long count) {
        if (count < 1) {
            throw new IllegalArgumentException("step(" + count + "): the number of steps must be at least 1");
        }
        return move((step, done) -> done >= count);
    }

    /** Goes on until the watermark of the whole pipeline, its lowest over all operators, has risen. */
    public Steps stepWatermark() {
        long before = inspector().watermark();
        return move((step, done) -> inspector().watermark() > before && settledTimers(step));
    }

    /** Goes on until the watermark of every operator has reached {@code time}. */
    public Steps runToWatermark(Instant time) {
        long goal = time.toEpochMilli();
        return inspector().watermark() >= goal
                ? Steps.none("the watermark has reached " + time + " already")
                : move((step, done) -> inspector().watermark() >= goal && settledTimers(step));
    }

    /** Goes on until the watermark of every operator has reached {@code time}. */
    public Steps runToWatermark(String time) {
        return runToWatermark(Instant.ofEpochMilli(Times.parse(time)));
    }

    /** Goes on until a step passes, that one included. */
    public Steps runUntil(Predicate<? super Step> condition) {
        return move((step, done) -> condition.test(step));
    }

    /** Goes on until a step passes, that one included, and says why. */
    protected final Steps runUntil(Predicate<? super Step> condition, String why) {
        boolean[] stopped = {false};
        Steps steps = move((step, done) -> stopped[0] = condition.test(step));
        if (stopped[0]) {
            steps.note(why);
        }
        return steps;
    }

    /** Does everything that is ready at this instant; the clock stays where it is. */
    public Steps settle() {
        return guarded(() -> settle(new Steps()));
    }

    private Steps settle(Steps steps) {
        while (execution().readyNow()) {
            one(steps);
        }
        return steps;
    }

    /** Moves processing time on by {@code duration}, doing all that becomes due on the way, and then all that is ready. */
    public Steps advanceProcessingTime(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("advanceProcessingTime(" + duration
                    + "): the clock never moves back; go back in a recorded run instead");
        }
        return advanceProcessingTimeTo(Instant.ofEpochMilli(execution().now() + duration.toMillis()));
    }

    /** Moves processing time on to {@code time}, doing all that becomes due on the way, and then all that is ready. */
    public Steps advanceProcessingTimeTo(Instant time) {
        long goal = time.toEpochMilli();
        if (goal < execution().now()) {
            throw new IllegalArgumentException("the clock stands at " + clock() + " and cannot move back to " + time
                    + "; go back in a recorded run instead");
        }
        return guarded(() -> {
            Steps steps = new Steps();
            steps.note(beforeActing());
            while (!failed(steps) && (execution().readyNow() || nextMove() <= goal)) {
                if (!execution().readyNow() && execution().nextClockMove() > goal) {
                    command(new Command.MoveClock(execution().nextCheckpoint()), steps);
                } else {
                    one(steps);
                }
            }
            if (!failed(steps) && execution().now() < goal) {
                command(new Command.MoveClock(goal), steps);
            }
            return settle(steps);
        });
    }

    /** When the clock moves next on its way to a time: by itself, or for a checkpoint that is due. */
    private long nextMove() {
        return Math.min(execution().nextClockMove(), execution().nextCheckpoint());
    }

    /** Whether the job has failed in one of these steps. */
    private boolean failed(Steps steps) {
        return execution().failure() != null && steps.count() > 0;
    }

    /** Sets the clock to {@code time} at once, as after a pause of the process; what was due fires late, at that time. */
    public Steps jumpProcessingTimeTo(Instant time) {
        return commands(new Command.MoveClock(time.toEpochMilli()));
    }

    /** Goes on until nothing is left to do. */
    public Steps runToEnd() {
        return execution().options().recorded() ? move((step, done) -> false) : guarded(this::runUntold);
    }

    /** Goes on without telling of steps, looking up now and then. */
    private Steps runUntold() {
        Steps steps = new Steps();
        long did;
        do {
            betweenSteps(steps.count());
            execution().options().requireFewer(steps.count());
            did = doSteps(UNTOLD_STEPS);
            steps.untold(did);
        } while (did == UNTOLD_STEPS);
        steps.note(whyNothing());
        return steps;
    }

    /** Sends an event to a source by hand; its event time is what the source reads from it. */
    public Steps send(String source, Object event) {
        return send(source, "0", event);
    }

    /** Sends an event with this event time to a source by hand. */
    public Steps send(String source, Object event, Instant eventTime) {
        return put(source, "0", new Event(hand().checked(source, event), eventTime.toEpochMilli()));
    }

    /** Sends an event to a partition of a source by hand; its event time is what the source reads from it. */
    public Steps send(String source, String partition, Object event) {
        return put(source, partition, hand().event(source, event));
    }

    /** Sends an event with this event time to a partition of a source by hand. */
    public Steps send(String source, String partition, Object event, Instant eventTime) {
        return put(source, partition, new Event(hand().checked(source, event), eventTime.toEpochMilli()));
    }

    /** Moves the watermark of all partitions of a source by hand; it takes its place behind what was sent before. */
    public Steps advanceWatermark(String source, Instant time) {
        return toAll(source, new Watermark(time.toEpochMilli()));
    }

    /** Moves the watermark of all partitions of a source by hand. */
    public Steps advanceWatermark(String source, String time) {
        return toAll(source, new Watermark(Times.parse(time)));
    }

    /** Moves the watermark of one partition of a source by hand. */
    public Steps advanceWatermark(String source, String partition, Instant time) {
        return put(source, partition, new Watermark(time.toEpochMilli()));
    }

    /** Declares all partitions of a source by hand idle: their watermarks are not waited for. */
    public Steps markIdle(String source) {
        return toAll(source, WatermarkStatus.IDLE);
    }

    /** Declares one partition of a source by hand idle. */
    public Steps markIdle(String source, String partition) {
        return put(source, partition, WatermarkStatus.IDLE);
    }

    /** Ends a source by hand: the watermark goes to the end of time. */
    public Steps finish(String source) {
        return toAll(source, EndOfInput.INSTANCE);
    }

    private SentByHand hand() {
        return new SentByHand(topology());
    }

    private Steps toAll(String source, StreamElement element) {
        Steps steps = new Steps();
        for (String partition : hand().source(source).input().partitions()) {
            guarded(() -> command(new Command.Send(source, partition, element), steps));
        }
        return steps;
    }

    private Steps put(String source, String partition, StreamElement element) {
        return commands(new Command.Send(source, partition, element));
    }

    /** Starts a checkpoint; its barriers flow with the next steps. */
    public Steps triggerCheckpoint() {
        return commands(new Command.TriggerCheckpoint());
    }

    /** Takes a checkpoint: starts it and does what is ready until it is complete. */
    public Checkpoint checkpoint() {
        return guarded(() -> {
            int before = checkpoints().size();
            Steps steps = new Steps();
            command(new Command.TriggerCheckpoint(), steps);
            while (checkpoints().size() == before) {
                if (execution().runningCheckpoint() == 0 || one(steps) == null) {
                    throw new IllegalStateException("the checkpoint was given up, or nothing is left to complete it");
                }
            }
            return checkpoints().get(before);
        });
    }

    /**
     * Makes a subtask fail, and with it all that channels connect to it: they start again from the last checkpoint when
     * {@link SimulationOptions#restart} says. Without a strategy the job stands still until it is restored.
     */
    public Steps fail(String operator, int subtask) {
        return commands(new Command.Fail(operator, subtask));
    }

    /** Makes all subtasks on a machine fail: those of this number, unless the options say which run where. */
    public Steps failMachine(String machine) {
        return commands(new Command.FailMachine(machine));
    }

    /**
     * Makes the coordinator fail: a checkpoint under way is lost, and another coordinator starts the whole job again, from
     * the last one that is complete, whatever the restart strategy.
     */
    public Steps failCoordinator() {
        return commands(new Command.FailCoordinator());
    }

    /** Starts the job again from a checkpoint, as it would after a failure. */
    public Steps restore(Checkpoint checkpoint) {
        return restore(checkpoint, execution().options().parallelism());
    }

    /** Starts the job again from a checkpoint, with another number of subtasks. */
    public Steps restore(Checkpoint checkpoint, int parallelism) {
        return commands(new Command.Restore(checkpoint, parallelism));
    }

    private interface StopRule {
        boolean stop(Step step, long done);
    }

    private Steps move(StopRule rule) {
        return guarded(() -> {
            Steps steps = new Steps();
            Step step;
            do {
                step = one(steps);
            } while (step != null && !rule.stop(step, steps.count()));
            if (step == null) {
                steps.note(whyNothing());
            }
            return steps;
        });
    }

    private @Nullable Step one(Steps steps) {
        betweenSteps(steps.count());
        execution().options().requireFewer(steps.count());
        Step step = doStep();
        if (step != null) {
            steps.add(step);
        }
        return step;
    }

    /**
     * Is called between the steps of a move: tells how far it is, now and then.
     *
     * @param done steps of this move
     * @throws SimulationInterrupted if the thread was interrupted
     */
    protected final void betweenSteps(long done) {
        if (Thread.interrupted()) {
            throw new SimulationInterrupted(execution().steps());
        }
        if (done > 0 && done % PROGRESS_STEPS == 0) {
            if (progress == null) {
                progress = MoveProgress.shown(this);
            }
            progress.accept(done);
        }
    }

    private Steps commands(Command command) {
        return guarded(() -> command(command, new Steps()));
    }

    private Steps command(Command command, Steps steps) {
        String note = beforeActing();
        if (!note.isEmpty()) {
            steps.note(note);
        }
        Step step = doCommand(command);
        if (step != null) {
            steps.add(step);
        }
        return steps;
    }

    /** A watermark's advance is over when all timers that it fires have fired. */
    private boolean settledTimers(Step step) {
        return !execution().timersPending() && !(step.happening() instanceof Happening.ClockMoved);
    }

    /** Does a whole move in this thread; a second thread is turned away while it lasts. */
    protected final <R> R guarded(Supplier<R> action) {
        Thread caller = Thread.currentThread();
        Thread other = inside.get();
        if (other == caller) {
            return action.get();
        }
        if (!inside.compareAndSet(null, caller)) {
            throw new IllegalStateException("thread '" + caller.getName() + "' called a run in which thread '"
                    + (other == null ? "another" : other.getName()) + "' is at work; one thread at a time");
        }
        try {
            return action.get();
        } finally {
            inside.set(null);
        }
    }

    @Override
    protected Topology topology() {
        return execution().topology();
    }

    @Override
    public void close() {
        execution().close();
    }
}
