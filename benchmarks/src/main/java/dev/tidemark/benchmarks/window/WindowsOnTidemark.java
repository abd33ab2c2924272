package dev.tidemark.benchmarks.window;

import dev.tidemark.benchmarks.event.Event;
import dev.tidemark.benchmarks.event.EventsOnTidemark;
import dev.tidemark.benchmarks.program.TidemarkProgram;
import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.KeyedStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.WindowedStream;
import dev.tidemark.engine.function.AggregateFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.ProcessWindowFunction;
import dev.tidemark.engine.window.SessionWindows;
import dev.tidemark.engine.window.SlidingWindows;
import dev.tidemark.engine.window.TimeWindow;
import dev.tidemark.engine.window.TumblingWindows;

/**
 * Windows on Tidemark.
 *
 * @param partitions of the source
 */
public record WindowsOnTidemark(WindowPlan plan, int partitions) implements TidemarkProgram {
    @Override
    public DataStream<WindowSum> build(Pipeline pipeline, long events) {
        return windows(EventsOnTidemark.source(pipeline, "events", plan.events(), events, partitions)
                        .keyBy(Event::key))
                .aggregate(new CountAndSum(), new WithKeyAndEnd());
    }

    private WindowedStream<Event, Integer, TimeWindow> windows(KeyedStream<Event, Integer> keyed) {
        return switch (plan.kind()) {
            case TUMBLING -> keyed.window(TumblingWindows.of(plan.size()));
            case SLIDING -> keyed.window(SlidingWindows.of(plan.size(), plan.slide()));
            case SESSION -> keyed.window(SessionWindows.withGap(plan.size()));
        };
    }

    private static final class CountAndSum implements AggregateFunction<Event, long[], long[]> {
        private static final long serialVersionUID = 1L;

        @Override
        public long[] createAccumulator() {
            return new long[2];
        }

        @Override
        public long[] add(Event event, long[] accumulator) {
            accumulator[0]++;
            accumulator[1] += event.value();
            return accumulator;
        }

        @Override
        public long[] result(long[] accumulator) {
            return accumulator;
        }

        @Override
        public long[] merge(long[] left, long[] right) {
            left[0] += right[0];
            left[1] += right[1];
            return left;
        }
    }

    private static final class WithKeyAndEnd implements ProcessWindowFunction<long[], WindowSum, Integer, TimeWindow> {
        private static final long serialVersionUID = 1L;

        @Override
        public void process(
                Integer key, Context<TimeWindow> context, Iterable<long[]> elements, Output<WindowSum> out) {
            long[] aggregate = elements.iterator().next();
            out.collect(new WindowSum(key, context.window().end(), aggregate[0], aggregate[1]));
        }
    }
}
