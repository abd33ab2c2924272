package dev.tidemark.flink.function;

import dev.tidemark.engine.function.KeyedCoProcessFunction;
import dev.tidemark.flink.state.FlinkKeyedState;
import dev.tidemark.flink.state.StateSource;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.util.Collector;

/** Sees each element of two inputs with state and timers of its key, which both share. */
public final class KeyedCoProcessing
        extends org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction<Object, Object, Object, Object> {
    private static final long serialVersionUID = 1L;

    private final Carried<KeyedCoProcessFunction<Object, Object, Object, Object>> function;
    private final Sides sides;

    public KeyedCoProcessing(Carried<KeyedCoProcessFunction<Object, Object, Object, Object>> function, Sides sides) {
        this.function = function;
        this.sides = sides;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        function.get().open(new FlinkKeyedState(StateSource.of(getRuntimeContext()), ""));
        FlinkContext.open(function, getRuntimeContext());
    }

    @Override
    public void processElement1(Object value, Context context, Collector<Object> out) throws Exception {
        function.get().processElement1(value, view(context, true), new Results(out));
    }

    @Override
    public void processElement2(Object value, Context context, Collector<Object> out) throws Exception {
        function.get().processElement2(value, view(context, true), new Results(out));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Object> out) throws Exception {
        boolean eventTime = context.timeDomain() == TimeDomain.EVENT_TIME;
        function.get().onTimer(timestamp, view(context, eventTime), new Results(out));
    }

    private KeyedView view(Context context, boolean eventTime) {
        return new KeyedView(
                new ElementView(context.timestamp(), context.timerService(), sides, context::output),
                context.getCurrentKey(),
                eventTime);
    }
}
