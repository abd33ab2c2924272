package dev.tidemark.engine.timeline;

import dev.tidemark.engine.KeyedStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.WindowedStream;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.trigger.CountTrigger;
import dev.tidemark.engine.trigger.Trigger;
import dev.tidemark.engine.trigger.TriggerResult;
import dev.tidemark.engine.window.GlobalWindow;
import dev.tidemark.engine.window.GlobalWindows;
import dev.tidemark.engine.window.TimeWindow;
import dev.tidemark.engine.window.TumblingWindows;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** The pipelines of the worked example: sums of a team's scores in windows of two minutes. */
final class WorkedExample {
    private WorkedExample() {}

    static void addTo(Map<String, Supplier<Pipeline>> pipelines) {
        pipelines.put("scores, default trigger", () -> sums(windows -> windows));
        pipelines.put("scores, every event", () -> sums(windows -> windows.trigger(CountTrigger.of(1))));
        pipelines.put(
                "scores, early on time late",
                () -> sums(
                        windows -> windows.trigger(new EarlyOnTimeLate(60_000)).allowedLateness(Duration.ofHours(1))));
        pipelines.put("scores, global", WorkedExample::global);
    }

    private interface Windows {
        WindowedStream<Score, String, TimeWindow> with(WindowedStream<Score, String, TimeWindow> windows);
    }

    private static KeyedStream<Score, String> scores(Pipeline pipeline) {
        return pipeline.source("scores", Score.class, Watermarks.byHand()).keyBy(Score::team);
    }

    private static Pipeline sums(Windows with) {
        Pipeline pipeline = Pipeline.create("scores");
        with.with(scores(pipeline).window(TumblingWindows.of(Duration.ofMinutes(2))))
                .sumLong(Score::points)
                .name("sum")
                .panes()
                .collect("sums");
        return pipeline;
    }

    private static Pipeline global() {
        Pipeline pipeline = Pipeline.create("scores");
        scores(pipeline)
                .window(GlobalWindows.create())
                .trigger(new AtTheEnd())
                .sumLong(Score::points)
                .name("sum")
                .collect("sums");
        return pipeline;
    }

    /** Fires when the stream is over. */
    record AtTheEnd() implements Trigger<Object, GlobalWindow> {
        @Override
        public TriggerResult onElement(Object element, long timestamp, GlobalWindow window, Context context) {
            context.registerEventTimeTimer(window.maxTimestamp());
            return TriggerResult.CONTINUE;
        }

        @Override
        public TriggerResult onEventTime(long time, GlobalWindow window, Context context) {
            return TriggerResult.FIRE;
        }

        @Override
        public TriggerResult onProcessingTime(long time, GlobalWindow window, Context context) {
            return TriggerResult.CONTINUE;
        }

        @Override
        public void clear(GlobalWindow window, Context context) {
            context.deleteEventTimeTimer(window.maxTimestamp());
        }
    }
}
