package dev.tidemark.flink.function;

import dev.tidemark.engine.function.CoProcessFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.util.Collector;

/** Sees each element of two inputs with its time, without a key. */
public final class CoProcessing
        extends org.apache.flink.streaming.api.functions.co.CoProcessFunction<Object, Object, Object> {
    private static final long serialVersionUID = 1L;

    private final Carried<CoProcessFunction<Object, Object, Object>> function;
    private final Sides sides;

    public CoProcessing(Carried<CoProcessFunction<Object, Object, Object>> function, Sides sides) {
        this.function = function;
        this.sides = sides;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        FlinkContext.open(function, getRuntimeContext());
    }

    @Override
    public void processElement1(Object value, Context context, Collector<Object> out) throws Exception {
        function.get().processElement1(value, view(context), new Results(out));
    }

    @Override
    public void processElement2(Object value, Context context, Collector<Object> out) throws Exception {
        function.get().processElement2(value, view(context), new Results(out));
    }

    private ElementView view(Context context) {
        return new ElementView(context.timestamp(), context.timerService(), sides, context::output);
    }
}
