package dev.tidemark.timetravel;

import dev.tidemark.engine.time.Times;
import dev.tidemark.engine.transcript.Effect;
import dev.tidemark.engine.transcript.Happening;
import dev.tidemark.engine.transcript.Step;
import dev.tidemark.engine.transcript.ValueText;
import dev.tidemark.engine.window.TimeWindow;
import dev.tidemark.engine.window.Window;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a run is to stop: right after a step that does a certain thing to the data.
 *
 * <p>A breakpoint is asked of steps in their order, whether they are done for the first time or again, so that it finds the
 * same steps forwards and backwards. Keys and values are compared with {@code equals}.
 */
public class Breakpoint {
    /** What a step does it to: keys, or {@link #SOMETHING}; empty when it does not do it. */
    interface Watch {
        List<Object> subjects(Step step);
    }

    /** What has no key. */
    static final Object SOMETHING = new Object();

    private final String text;
    private final List<String> operators;
    private final Supplier<Watch> watch;
    private final boolean remembers;

    Breakpoint(String text, List<String> operators, Supplier<Watch> watch, boolean remembers) {
        this.text = text;
        this.operators = List.copyOf(operators);
        this.watch = watch;
        this.remembers = remembers;
    }

    private static Breakpoint atEffect(String text, String operator, Function<Effect, @Nullable Object> subject) {
        Watch watch = step -> {
            List<Object> subjects = new ArrayList<>();
            for (Effect effect : step.effects()) {
                if (effect.operator().equals(operator)) {
                    add(subject.apply(effect), subjects);
                }
            }
            return subjects;
        };
        return new Breakpoint(text, List.of(operator), () -> watch, false);
    }

    private static Breakpoint atHappening(String text, String operator, Function<Happening, @Nullable Object> subject) {
        Watch watch = step -> {
            List<Object> subjects = new ArrayList<>();
            if (step.happening().operator().equals(operator)) {
                add(subject.apply(step.happening()), subjects);
            }
            return subjects;
        };
        return new Breakpoint(text, List.of(operator), () -> watch, false);
    }

    private static void add(@Nullable Object subject, List<Object> subjects) {
        if (subject != null) {
            subjects.add(subject);
        }
    }

    // ---- steps of any kind

    /** Any step that passes; {@code text} says what it is. */
    public static Breakpoint when(String text, Predicate<? super Step> condition) {
        Watch watch = step -> condition.test(step) ? List.of(SOMETHING) : List.of();
        return new Breakpoint(text, List.of(), () -> watch, false);
    }

    /** A checkpoint became complete. */
    public static Breakpoint checkpointCompleted() {
        return when("a checkpoint is complete", step -> step.effects().stream()
                .anyMatch(Effect.CheckpointCompleted.class::isInstance));
    }

    /** A subtask or the job failed. */
    public static Breakpoint failure() {
        return when(
                "something failed",
                step -> step.happening() instanceof Happening.Failed
                        || step.happening() instanceof Happening.JobFailed);
    }

    // ---- elements

    /** A source reads an element, or an operator takes one from a channel; {@code type} is that of the elements. */
    public static <T> BreakpointOnValues<T> element(String operator, Class<T> type) {
        return new BreakpointOnValues<>("'" + operator + "' takes an element", operator, type, step -> {
            if (!step.happening().operator().equals(operator)) {
                return List.of();
            }
            return step.happening() instanceof Happening.EventRead read
                    ? List.of(read.value())
                    : step.happening() instanceof Happening.EventDelivered delivered
                            ? List.of(delivered.value())
                            : List.of();
        });
    }

    /** A sink takes a result; {@code type} is that of the results. */
    public static <T> BreakpointOnValues<T> output(String sink, Class<T> type) {
        return new BreakpointOnValues<>("'" + sink + "' takes a result", sink, type, step -> {
            List<Object> values = new ArrayList<>();
            for (Effect effect : step.effects()) {
                if (effect instanceof Effect.Emitted emitted
                        && emitted.operator().equals(sink)) {
                    values.add(emitted.value());
                }
            }
            return values;
        });
    }

    /** An element is late for all its windows: it is dropped, or goes to the side output for late ones. */
    public static Breakpoint late(String operator) {
        return atEffect(
                "an element is late for '" + operator + "'",
                operator,
                effect -> effect instanceof Effect.DroppedLate late ? late.key() : null);
    }

    // ---- state

    /** Any keyed state of an operator changes. */
    public static Breakpoint stateChanged(String operator) {
        return atEffect(
                "state of '" + operator + "' changes",
                operator,
                effect -> effect instanceof Effect.StateChanged change ? change.key() : null);
    }

    /** Any state of a key changes. */
    public static Breakpoint stateChanged(String operator, Object key) {
        return stateChanged(operator).of(key);
    }

    /** A state of a key changes. */
    public static Breakpoint stateChanged(String operator, Object key, String state) {
        return atEffect(
                        "state '" + state + "' of '" + operator + "' changes",
                        operator,
                        effect -> effect instanceof Effect.StateChanged change
                                        && change.state().equals(state)
                                ? change.key()
                                : null)
                .of(key);
    }

    // ---- windows and timers

    /** A window fires. */
    public static Breakpoint windowFired(String operator) {
        return atEffect(
                "a window of '" + operator + "' fires",
                operator,
                effect -> effect instanceof Effect.Fired fired ? fired.key() : null);
    }

    /** A window of a key fires. */
    public static Breakpoint windowFired(String operator, Object key) {
        return windowFired(operator).of(key);
    }

    /**
     * The window of a key that begins at a time fires.
     *
     * @param windowStart as {@code 2018-02-01T06:00:00Z}
     */
    public static Breakpoint windowFired(String operator, Object key, String windowStart) {
        long start = Times.parse(windowStart);
        return atEffect(
                        "the window of '" + operator + "' that begins at " + Times.text(start) + " fires",
                        operator,
                        effect -> effect instanceof Effect.Fired fired && begins(fired.window(), start)
                                ? fired.key()
                                : null)
                .of(key);
    }

    private static boolean begins(Window window, long start) {
        return window instanceof TimeWindow times && times.start() == start;
    }

    /** What a window held is removed: it was purged, merged into another, or cleaned up. */
    public static Breakpoint windowEmptied(String operator) {
        return atEffect(
                "a window of '" + operator + "' is emptied",
                operator,
                effect -> effect instanceof Effect.StateChanged change
                                && change.after() == null
                                && change.namespace() instanceof Window
                        ? change.key()
                        : null);
    }

    /** A timer is set. */
    public static Breakpoint timerSet(String operator) {
        return atEffect(
                "a timer of '" + operator + "' is set",
                operator,
                effect -> effect instanceof Effect.TimerChanged timer && timer.set() ? timer.key() : null);
    }

    /** A timer fires. */
    public static Breakpoint timerFired(String operator) {
        return atHappening(
                "a timer of '" + operator + "' fires",
                operator,
                happening -> happening instanceof Happening.TimerFired timer ? timer.key() : null);
    }

    // ---- time

    /**
     * The watermark of a subtask of an operator rises to a time or past it.
     *
     * @param time as {@code 2018-02-01T06:00:00Z}
     */
    public static Breakpoint watermarkReaches(String operator, String time) {
        long goal = Times.parse(time);
        return atEffect(
                "the watermark of '" + operator + "' reaches " + Times.text(goal),
                operator,
                effect -> effect instanceof Effect.WatermarkRose rose && rose.watermark() >= goal ? SOMETHING : null);
    }

    /** An operator or source becomes idle, or active again. */
    public static Breakpoint statusChanged(String operator) {
        return atEffect(
                "'" + operator + "' becomes idle or active",
                operator,
                effect -> effect instanceof Effect.StatusChanged ? SOMETHING : null);
    }

    // ---- combining

    /** Only what is done to this key. */
    public Breakpoint of(Object key) {
        return new Breakpoint(
                text + " for " + ValueText.print(key),
                operators,
                () -> {
                    Watch all = watch.get();
                    return step -> all.subjects(step).contains(key) ? List.of(key) : List.of();
                },
                remembers);
    }

    /** This or the other. */
    public Breakpoint or(Breakpoint other) {
        return combined(other, text + ", or " + other.text, () -> {
            Watch one = watch.get();
            Watch two = other.watch.get();
            return step -> {
                List<Object> both = new ArrayList<>(one.subjects(step));
                both.addAll(two.subjects(step));
                return both;
            };
        });
    }

    /** This and the other, in one step. */
    public Breakpoint and(Breakpoint other) {
        return combined(other, text + " while " + other.text, () -> {
            Watch one = watch.get();
            Watch two = other.watch.get();
            return step -> {
                List<Object> found = one.subjects(step);
                return two.subjects(step).isEmpty() ? List.of() : found;
            };
        });
    }

    /**
     * This for a key of which the other has never been before: {@code output.withoutEarlier(input)} finds a result that comes
     * too soon. What has no key counts as one and the same.
     */
    public Breakpoint withoutEarlier(Breakpoint other) {
        Breakpoint combined = combined(other, text + ", but never before: " + other.text, () -> {
            Watch one = watch.get();
            Watch two = other.watch.get();
            Set<Object> seen = new LinkedHashSet<>();
            return step -> {
                List<Object> found = new ArrayList<>(one.subjects(step));
                found.removeAll(seen);
                seen.addAll(two.subjects(step));
                return found;
            };
        });
        return new Breakpoint(combined.text, combined.operators, combined.watch, true);
    }

    private Breakpoint combined(Breakpoint other, String words, Supplier<Watch> both) {
        List<String> all = new ArrayList<>(operators);
        all.addAll(other.operators);
        return new Breakpoint(words, all, both, remembers || other.remembers);
    }

    // ---- for the run

    /** Is told of steps in their order. */
    interface Watching {
        boolean stopsAt(Step step);
    }

    /** Begins to watch. */
    Watching begin() {
        Watch begun = watch.get();
        return step -> !begun.subjects(step).isEmpty();
    }

    /** Whether it has to be told of all steps from the start. */
    boolean remembers() {
        return remembers;
    }

    /** The operators that it is about. */
    List<String> operators() {
        return operators;
    }

    /** When it stops, in words. */
    @Override
    public String toString() {
        return text;
    }
}
