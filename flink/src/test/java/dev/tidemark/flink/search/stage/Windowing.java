package dev.tidemark.flink.search.stage;

import dev.tidemark.engine.AllWindowedStream;
import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.WindowResult;
import dev.tidemark.engine.WindowedStream;
import dev.tidemark.engine.evictor.Evictor;
import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.trigger.ContinuousEventTimeTrigger;
import dev.tidemark.engine.trigger.ContinuousProcessingTimeTrigger;
import dev.tidemark.engine.trigger.ProcessingTimeoutTrigger;
import dev.tidemark.engine.trigger.PurgingTrigger;
import dev.tidemark.engine.trigger.Trigger;
import dev.tidemark.engine.window.GlobalWindow;
import dev.tidemark.engine.window.SlidingWindows;
import dev.tidemark.engine.window.Timing;
import dev.tidemark.engine.window.Window;
import dev.tidemark.engine.window.WindowAssigner;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Windows.
 *
 * @param trigger null for the default one
 * @param evictor null for none
 * @param contents how contents are kept
 * @param whole whether they are windows of the whole stream and not of each key
 * @param lateAside whether late elements are put aside, into a sink of their own
 * @param byClock whether the assigner or the trigger uses processing time
 */
record Windowing<W extends Window>(
        WindowAssigner<? super Hit, W> assigner,
        @Nullable Trigger<? super Hit, W> trigger,
        @Nullable Evictor<? super Hit, W> evictor,
        long latenessMillis,
        Contents contents,
        boolean whole,
        boolean lateAside,
        boolean byClock)
        implements Stage {
    private static final OutputTag<Hit> LATE = OutputTag.of("late", Hit.class);

    /** How contents are kept, and what is made of them. */
    enum Contents {
        REDUCED,
        REDUCED_AND_TOLD,
        AGGREGATED,
        ALL,
        /** With when and how often each window fired, which Flink can't say of windows that merge. */
        PANES
    }

    @Override
    public DataStream<Hit> behind(Pipeline pipeline, DataStream<Hit> hits, String name) {
        WindowResult<String, Hit> result =
                (whole ? whole(hits) : byKey(hits)).returns(Hit.class).name(name);
        if (lateAside) {
            result.sideOutput(LATE).collect("late for " + name);
        }
        if (contents == Contents.ALL) {
            result.sideOutput(Listed.SIZES).collect("sizes of " + name);
        }
        return contents != Contents.PANES
                ? result
                : result.panes()
                        .map(pane -> new Hit(
                                pane.key(),
                                pane.value().number() * 100L + code(pane.timing()) * 10L + pane.firing(),
                                Told.code(pane.window())))
                        .name(name + " panes");
    }

    private WindowResult<String, Hit> byKey(DataStream<Hit> hits) {
        WindowedStream<Hit, String, W> windows = hits.keyBy(Hit::key).window(assigner);
        windows = trigger == null ? windows : windows.trigger(trigger);
        windows = evictor == null ? windows : windows.evictor(evictor);
        windows = latenessMillis == 0 ? windows : windows.allowedLateness(Duration.ofMillis(latenessMillis));
        windows = lateAside ? windows.sideOutputLateData(LATE) : windows;
        return switch (contents) {
            case REDUCED -> windows.reduce(Windowing::together);
            case REDUCED_AND_TOLD -> windows.reduce(Windowing::together, new ToldHit());
            case AGGREGATED, PANES -> windows.aggregate(new Sums(), new Told());
            case ALL -> windows.process(new Listed<>(!assigner.merging(), order() != Order.OPEN));
        };
    }

    private WindowResult<String, Hit> whole(DataStream<Hit> hits) {
        AllWindowedStream<Hit, W> windows = hits.windowAll(assigner);
        windows = trigger == null ? windows : windows.trigger(trigger);
        windows = evictor == null ? windows : windows.evictor(evictor);
        windows = latenessMillis == 0 ? windows : windows.allowedLateness(Duration.ofMillis(latenessMillis));
        windows = lateAside ? windows.sideOutputLateData(LATE) : windows;
        Listed<W> listed = new Listed<>(!assigner.merging(), order() != Order.OPEN);
        return switch (contents) {
            case REDUCED -> windows.reduce(Windowing::together);
            case REDUCED_AND_TOLD ->
                windows.reduce(Windowing::together, (context, hits1, out) -> new ToldHit()
                        .process("all", retyped(context), hits1, out));
            case AGGREGATED, PANES ->
                windows.aggregate(
                        new Sums(), (context, sums, out) -> new Told().process("all", retyped(context), sums, out));
            case ALL -> windows.process((context, each, out) -> listed.process("all", context, each, out));
        };
    }

    @SuppressWarnings("unchecked") // only asked for the window
    private static <W extends Window> dev.tidemark.engine.function.ProcessWindowFunction.Context<Window> retyped(
            dev.tidemark.engine.function.ProcessWindowFunction.Context<W> context) {
        return (dev.tidemark.engine.function.ProcessWindowFunction.Context<Window>) context;
    }

    /** The same whichever comes first, as it must be where windows merge. */
    private static Hit together(Hit left, Hit right) {
        return new Hit(
                left.key().equals(right.key()) ? left.key() : "all",
                left.number() + right.number(),
                Math.max(left.millis(), right.millis()));
    }

    private @Nullable Trigger<?, ?> innermost() {
        Trigger<?, ?> inside = trigger instanceof PurgingTrigger<?, ?> purging ? purging.inside() : trigger;
        return inside instanceof ProcessingTimeoutTrigger<?, ?> timeout ? timeout.inside() : inside;
    }

    /** Triggers that go by intervals, or wait, fire for windows of one key at the same time. */
    @Override
    public Order order() {
        boolean together = innermost() instanceof ContinuousEventTimeTrigger && assigner instanceof SlidingWindows;
        boolean byIntervals = innermost() instanceof ContinuousProcessingTimeTrigger;
        return together || byIntervals || trigger instanceof ProcessingTimeoutTrigger ? Order.OPEN : Order.BY_KEY;
    }

    /** Windows of the whole stream are in one subtask, and those behind it take turns. */
    @Override
    public boolean meetsItself() {
        return whole;
    }

    /** The results of a global window are at the end of time. */
    @Override
    public boolean timed() {
        return assigner.windowType() != GlobalWindow.class;
    }

    @Override
    public boolean merges() {
        return assigner.merging();
    }

    @Override
    public String kind() {
        return (whole ? "whole " : "")
                + assigner.getClass().getSimpleName()
                + (trigger == null ? "" : " " + trigger.getClass().getSimpleName())
                + (evictor == null ? "" : " " + evictor.getClass().getSimpleName());
    }

    private static int code(Timing timing) {
        return switch (timing) {
            case EARLY -> 0;
            case ON_TIME -> 1;
            case LATE -> 2;
        };
    }
}
