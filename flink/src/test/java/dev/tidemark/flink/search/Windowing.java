package dev.tidemark.flink.search;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.WindowResult;
import dev.tidemark.engine.WindowedStream;
import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.trigger.ContinuousEventTimeTrigger;
import dev.tidemark.engine.trigger.ContinuousProcessingTimeTrigger;
import dev.tidemark.engine.trigger.Trigger;
import dev.tidemark.engine.window.SlidingWindows;
import dev.tidemark.engine.window.TimeWindow;
import dev.tidemark.engine.window.WindowAssigner;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Windows by key.
 *
 * @param trigger null for the default one
 * @param contents how contents are kept
 * @param lateAside whether late elements are put aside, into a sink of their own
 * @param byClock whether the assigner or the trigger uses processing time
 */
record Windowing(
        WindowAssigner<Object, TimeWindow> assigner,
        @Nullable Trigger<Object, TimeWindow> trigger,
        long latenessMillis,
        Contents contents,
        boolean lateAside,
        boolean byClock)
        implements Stage {
    private static final OutputTag<Hit> LATE = OutputTag.of("late", Hit.class);

    /** How contents are kept, and what is made of them. */
    enum Contents {
        REDUCED,
        AGGREGATED,
        ALL,
        PANES
    }

    @Override
    public DataStream<Hit> behind(DataStream<Hit> hits, String name) {
        WindowedStream<Hit, String, TimeWindow> windows =
                hits.keyBy(Hit::key).<TimeWindow>window(assigner).allowedLateness(Duration.ofMillis(latenessMillis));
        if (trigger != null) {
            windows = windows.trigger(trigger);
        }
        if (lateAside) {
            windows = windows.sideOutputLateData(LATE);
        }
        WindowResult<String, Hit> result = result(windows, name);
        if (lateAside) {
            result.sideOutput(LATE).collect("late for " + name);
        }
        return contents != Contents.PANES
                ? result
                : result.panes()
                        .map(pane -> new Hit(
                                pane.key(),
                                pane.value().number() * 100L + code(pane.timing()) * 10L + pane.firing(),
                                pane.timeWindow().start()))
                        .name(name + " panes");
    }

    private WindowResult<String, Hit> result(WindowedStream<Hit, String, TimeWindow> windows, String name) {
        return switch (contents) {
            case REDUCED ->
                windows.reduce((left, right) -> new Hit(
                                left.key(), left.number() + right.number(), Math.max(left.millis(), right.millis())))
                        .name(name);
            case AGGREGATED, PANES ->
                windows.aggregate(new Sums(), new Told()).returns(Hit.class).name(name);
            case ALL -> windows.process(new Listed(!assigner.merging())).name(name);
        };
    }

    /** Continuous triggers fire for windows of one key at the same time. */
    @Override
    public boolean anyOrder() {
        return assigner instanceof SlidingWindows
                && (trigger instanceof ContinuousEventTimeTrigger
                        || trigger instanceof ContinuousProcessingTimeTrigger);
    }

    @Override
    public String kind() {
        return assigner.getClass().getSimpleName()
                + (trigger == null ? "" : " " + trigger.getClass().getSimpleName());
    }

    private static int code(dev.tidemark.engine.window.Timing timing) {
        return switch (timing) {
            case EARLY -> 0;
            case ON_TIME -> 1;
            case LATE -> 2;
        };
    }
}
