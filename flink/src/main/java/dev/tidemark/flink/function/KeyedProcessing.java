package dev.tidemark.flink.function;

import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.function.KeyedProcessFunction;
import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.function.TimerService;
import dev.tidemark.flink.state.FlinkKeyedState;
import dev.tidemark.flink.state.StateSource;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.util.Collector;

/** Sees each element with state and timers of its key. */
public final class KeyedProcessing
        extends org.apache.flink.streaming.api.functions.KeyedProcessFunction<Object, Object, Object> {
    private static final long serialVersionUID = 1L;

    private final Carried<KeyedProcessFunction<Object, Object, Object>> function;
    private final Sides sides;

    public KeyedProcessing(Carried<KeyedProcessFunction<Object, Object, Object>> function, Sides sides) {
        this.function = function;
        this.sides = sides;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        function.get().open(new FlinkKeyedState(StateSource.of(getRuntimeContext()), ""));
    }

    @Override
    public void processElement(Object value, Context context, Collector<Object> out) throws Exception {
        function.get()
                .processElement(
                        value, new View(context, sides, true), result -> out.collect(Objects.requireNonNull(result)));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Object> out) throws Exception {
        boolean eventTime = context.timeDomain() == TimeDomain.EVENT_TIME;
        function.get()
                .onTimer(
                        timestamp,
                        new View(context, sides, eventTime),
                        result -> out.collect(Objects.requireNonNull(result)));
    }

    /** Flink's context as the engine's. */
    private record View(
            org.apache.flink.streaming.api.functions.KeyedProcessFunction<Object, Object, Object>.Context context,
            Sides sides,
            boolean eventTime)
            implements KeyedProcessFunction.TimerContext<Object> {
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
        public Object key() {
            return context.getCurrentKey();
        }

        @Override
        public TimerService timers() {
            return new FlinkTimers(context.timerService());
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
