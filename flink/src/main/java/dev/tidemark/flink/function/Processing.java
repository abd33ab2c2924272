package dev.tidemark.flink.function;

import dev.tidemark.engine.function.ProcessFunction;
import org.apache.flink.api.common.functions.OpenContext;
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
    public void open(OpenContext context) throws Exception {
        FlinkContext.open(function, getRuntimeContext());
    }

    @Override
    public void processElement(Object value, Context context, Collector<Object> out) throws Exception {
        ElementView view = new ElementView(context.timestamp(), context.timerService(), sides, context::output);
        function.get().processElement(value, view, new Results(out));
    }
}
