package dev.tidemark.engine.timeline;

import static dev.tidemark.engine.timeline.JoinPipelines.side;

import dev.tidemark.engine.BroadcastStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.function.BroadcastProcessFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.state.MapStateDescriptor;
import dev.tidemark.engine.state.ReadOnlyBroadcastState;
import java.util.Map;
import java.util.function.Supplier;

/** Readings from {@code left}, and from {@code right}, broadcast, the factor for each key; 0 removes one. */
final class BroadcastPipelines {
    static final MapStateDescriptor<String, Long> FACTORS = MapStateDescriptor.of("factors", String.class, Long.class);

    private BroadcastPipelines() {}

    static void addTo(Map<String, Supplier<Pipeline>> pipelines) {
        pipelines.put("factors", BroadcastPipelines::factors);
        pipelines.put("factors by key", BroadcastPipelines::factorsByKey);
    }

    private static BroadcastStream<Reading> broadcast(Pipeline pipeline) {
        return side(pipeline, "right").broadcast(FACTORS);
    }

    static long factor(ReadOnlyBroadcastState<String, Long> factors, String key) {
        Long factor = factors.get(key);
        return factor == null ? 1 : factor;
    }

    static void change(BroadcastProcessFunction.Context context, Reading value) {
        if (value.value() == 0) {
            context.broadcastState(FACTORS).remove(value.key());
        } else {
            context.broadcastState(FACTORS).put(value.key(), value.value());
        }
    }

    private static Pipeline factors() {
        Pipeline pipeline = Pipeline.create("factors");
        side(pipeline, "left")
                .rebalance()
                .connect(broadcast(pipeline))
                .process(new Times())
                .name("times")
                .collect("out");
        return pipeline;
    }

    private static Pipeline factorsByKey() {
        Pipeline pipeline = Pipeline.create("factors");
        side(pipeline, "left")
                .keyBy(Reading::key)
                .connect(broadcast(pipeline))
                .process(new FactorSums())
                .name("sums")
                .collect("out");
        return pipeline;
    }

    /** Emits each reading times its key's factor. */
    static final class Times extends BroadcastProcessFunction<Reading, Reading, Reading> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(Reading value, ReadOnlyContext context, Output<Reading> out) {
            out.collect(new Reading(value.key(), value.value() * factor(context.broadcastState(FACTORS), value.key())));
        }

        @Override
        public void processBroadcastElement(Reading value, Context context, Output<Reading> out) {
            change(context, value);
        }
    }
}
