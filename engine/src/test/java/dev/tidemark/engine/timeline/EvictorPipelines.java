package dev.tidemark.engine.timeline;

import static dev.tidemark.engine.timeline.WindowPipelines.fired;
import static dev.tidemark.engine.timeline.WindowPipelines.keyed;
import static dev.tidemark.engine.timeline.WindowPipelines.ms;

import dev.tidemark.engine.KeyedStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.WindowedStream;
import dev.tidemark.engine.evictor.CountEvictor;
import dev.tidemark.engine.evictor.DeltaEvictor;
import dev.tidemark.engine.evictor.Evictor;
import dev.tidemark.engine.evictor.TimeEvictor;
import dev.tidemark.engine.function.DeltaFunction;
import dev.tidemark.engine.trigger.CountTrigger;
import dev.tidemark.engine.window.GlobalWindow;
import dev.tidemark.engine.window.GlobalWindows;
import dev.tidemark.engine.window.SessionWindows;
import dev.tidemark.engine.window.TimeWindow;
import dev.tidemark.engine.window.TumblingWindows;
import dev.tidemark.engine.window.Window;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Windows that drop elements when they fire. */
final class EvictorPipelines {
    private static final DeltaFunction<Reading> APART = (older, newer) -> Math.abs(newer.value() - older.value());

    private EvictorPipelines() {}

    static void addTo(Map<String, Supplier<Pipeline>> pipelines) {
        pipelines.put("count window 4 by 2", EvictorPipelines::countWindow);
        pipelines.put("global count 2, keeps 3 before", () -> global(CountEvictor.of(3), 2));
        pipelines.put("global count 2, keeps 1 after", () -> global(CountEvictor.of(1, true), 2));
        pipelines.put("global count 1, keeps 5 ms before", () -> global(TimeEvictor.of(ms(5)), 1));
        pipelines.put("global count 1, keeps 5 ms after", () -> global(TimeEvictor.of(ms(5), true), 1));
        pipelines.put("global count 1, keeps what is less than 3 from the last", () -> global(near(false), 1));
        pipelines.put("global count 1, keeps what is less than 3 from the last, after", () -> global(near(true), 1));
        pipelines.put("tumbling 10 lateness 5, keeps even ones before", () -> tumbling(new OddOut(false)));
        pipelines.put("tumbling 10 lateness 5, keeps even ones after", () -> tumbling(new OddOut(true)));
        pipelines.put("tumbling 10 lateness 5, keeps none before", () -> tumbling(CountEvictor.of(0)));
        pipelines.put("tumbling 10 lateness 5, keeps none after", () -> tumbling(CountEvictor.of(0, true)));
        pipelines.put(
                "sessions 5, keeps 2 before",
                () -> fired(SessionWindows.withGap(ms(5)), windows -> windows.evictor(CountEvictor.of(2))));
        pipelines.put("tumbling 10 lateness 5, sum of the last 2", EvictorPipelines::sum);
        pipelines.put("tumbling 10, count of none", EvictorPipelines::countOfNone);
    }

    private static DeltaEvictor<Reading, Window> near(boolean after) {
        return DeltaEvictor.of(3, APART, after);
    }

    private static Pipeline countWindow() {
        return totals(keyed -> keyed.countWindow(4, 2));
    }

    private static Pipeline global(Evictor<? super Reading, ? super GlobalWindow> evictor, long every) {
        return totals(keyed -> keyed.window(GlobalWindows.create())
                .trigger(CountTrigger.of(every))
                .evictor(evictor));
    }

    private static Pipeline totals(
            Function<KeyedStream<Reading, String>, WindowedStream<Reading, String, GlobalWindow>> windows) {
        Pipeline pipeline = Pipeline.create("evicting");
        windows.apply(keyed(pipeline))
                .process(new Total.Function())
                .name("window")
                .collect("out");
        return pipeline;
    }

    private static Pipeline tumbling(Evictor<? super Reading, ? super TimeWindow> evictor) {
        UnaryOperator<WindowedStream<Reading, String, TimeWindow>> with =
                windows -> windows.allowedLateness(ms(5)).evictor(evictor);
        return fired(TumblingWindows.of(ms(10)), with);
    }

    private static Pipeline sum() {
        Pipeline pipeline = Pipeline.create("evicting");
        keyed(pipeline)
                .window(TumblingWindows.of(ms(10)))
                .allowedLateness(ms(5))
                .evictor(CountEvictor.of(2))
                .sumLong(Reading::value)
                .name("window")
                .panes()
                .collect("out");
        return pipeline;
    }

    private static Pipeline countOfNone() {
        Pipeline pipeline = Pipeline.create("evicting");
        keyed(pipeline)
                .window(TumblingWindows.of(ms(10)))
                .evictor(CountEvictor.of(0))
                .count()
                .name("window")
                .panes()
                .collect("out");
        return pipeline;
    }

    /** Drops odd values. */
    record OddOut(boolean after) implements Evictor<Reading, Window> {
        @Override
        public void evictBefore(Elements<Reading> elements, Window window, Context context) {
            if (!after) {
                elements.removeIf(each -> each.value().value() % 2 != 0);
            }
        }

        @Override
        public void evictAfter(Elements<Reading> elements, Window window, Context context) {
            if (after) {
                elements.removeIf(each -> each.value().value() % 2 != 0);
            }
        }
    }
}
