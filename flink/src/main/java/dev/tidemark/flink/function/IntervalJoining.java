package dev.tidemark.flink.function;

import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.function.ProcessJoinFunction;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.util.Collector;

/** Sees each pair of elements whose times lie close enough. */
public final class IntervalJoining
        extends org.apache.flink.streaming.api.functions.co.ProcessJoinFunction<Object, Object, Object> {
    private static final long serialVersionUID = 1L;

    private final Carried<ProcessJoinFunction<Object, Object, Object>> function;
    private final Sides sides;

    public IntervalJoining(Carried<ProcessJoinFunction<Object, Object, Object>> function, Sides sides) {
        this.function = function;
        this.sides = sides;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        FlinkContext.open(function, getRuntimeContext());
    }

    @Override
    public void processElement(Object left, Object right, Context context, Collector<Object> out) throws Exception {
        function.get().processElement(left, right, new View(context, sides), new Results(out));
    }

    /** Flink's context as the engine's. */
    private record View(
            org.apache.flink.streaming.api.functions.co.ProcessJoinFunction<Object, Object, Object>.Context context,
            Sides sides)
            implements ProcessJoinFunction.Context {
        @Override
        public long leftTimestamp() {
            return context.getLeftTimestamp();
        }

        @Override
        public long rightTimestamp() {
            return context.getRightTimestamp();
        }

        @Override
        public long timestamp() {
            return context.getTimestamp();
        }

        @Override
        public <X> void output(OutputTag<X> tag, X value) {
            org.apache.flink.util.OutputTag<Object> side = sides.find(tag.name());
            Objects.requireNonNull(value);
            if (side != null) {
                context.output(side, value);
            }
        }
    }
}
