package dev.tidemark.flink.function;

import dev.tidemark.engine.function.CoFlatMapFunction;
import dev.tidemark.engine.function.CoMapFunction;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.co.RichCoFlatMapFunction;
import org.apache.flink.streaming.api.functions.co.RichCoMapFunction;
import org.apache.flink.util.Collector;

/** The functions of two inputs that need nothing but the element. */
public final class CoElementFunctions {
    private static final String NULL = "map returned null; filter such elements out, or use Optional";

    private CoElementFunctions() {}

    /** One value for each value of either input. */
    public static final class CoMap extends RichCoMapFunction<Object, Object, Object> {
        private static final long serialVersionUID = 1L;
        private final Carried<CoMapFunction<Object, Object, Object>> function;

        public CoMap(Carried<CoMapFunction<Object, Object, Object>> function) {
            this.function = function;
        }

        @Override
        public void open(OpenContext context) throws Exception {
            FlinkContext.open(function, getRuntimeContext());
        }

        @Override
        public Object map1(Object value) throws Exception {
            return Objects.requireNonNull(function.get().map1(value), NULL);
        }

        @Override
        public Object map2(Object value) throws Exception {
            return Objects.requireNonNull(function.get().map2(value), NULL);
        }
    }

    /** Any number of values for each value of either input. */
    public static final class CoFlatMap extends RichCoFlatMapFunction<Object, Object, Object> {
        private static final long serialVersionUID = 1L;
        private final Carried<CoFlatMapFunction<Object, Object, Object>> function;

        public CoFlatMap(Carried<CoFlatMapFunction<Object, Object, Object>> function) {
            this.function = function;
        }

        @Override
        public void open(OpenContext context) throws Exception {
            FlinkContext.open(function, getRuntimeContext());
        }

        @Override
        public void flatMap1(Object value, Collector<Object> out) throws Exception {
            function.get().flatMap1(value, new Results(out));
        }

        @Override
        public void flatMap2(Object value, Collector<Object> out) throws Exception {
            function.get().flatMap2(value, new Results(out));
        }
    }
}
