package dev.tidemark.flink.function;

import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.function.ProcessFunction;
import java.util.Objects;
import org.apache.flink.util.Collector;

/** Sees each element with its time, without a key. */
public final class Processing extends org.apache.flink.streaming.api.functions.ProcessFunction<Object, Object> {
    private static final long serialVersionUID = 1L;

    private final Carried<ProcessFunction<Object, Object>> function;
    private final Sides sides;

    public Processing(Carried<ProcessFunction<Object, Object>> function, Sides sides) {
        this.function = function;
        this.sides = sides;
    }

    @Override
    public void processElement(Object value, Context context, Collector<Object> out) throws Exception {
        function.get()
                .processElement(value, new View(context, sides), result -> out.collect(Objects.requireNonNull(result)));
    }

    /** Flink's context as the engine's. */
    private record View(
            org.apache.flink.streaming.api.functions.ProcessFunction<Object, Object>.Context context, Sides sides)
            implements ProcessFunction.Context {
        @Override
        public long timestamp() {
            Long timestamp = context.timestamp();
            return timestamp == null ? Event.NO_TIMESTAMP : timestamp;
        }

        @Override
        public long watermark() {
            return context.timerService().currentWatermark();
        }

        @Override
        public long processingTime() {
            return context.timerService().currentProcessingTime();
        }

        @Override
        public <X> void output(OutputTag<X> tag, X value) {
            org.apache.flink.util.OutputTag<Object> side = sides.find(tag.name());
            if (side != null) {
                context.output(side, Objects.requireNonNull(value));
            }
        }
    }
}
