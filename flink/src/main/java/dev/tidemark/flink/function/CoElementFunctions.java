package dev.tidemark.flink.function;

import dev.tidemark.engine.function.CoFlatMapFunction;
import dev.tidemark.engine.function.CoMapFunction;
import java.util.Objects;
import org.apache.flink.util.Collector;

/** The functions of two inputs that need nothing but the element. */
public final class CoElementFunctions {
    private static final String NULL = "map returned null; filter such elements out, or use Optional";

    private CoElementFunctions() {}

    /** One value for each value of either input. */
    public record CoMap(Carried<CoMapFunction<Object, Object, Object>> function)
            implements org.apache.flink.streaming.api.functions.co.CoMapFunction<Object, Object, Object> {
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
    public record CoFlatMap(Carried<CoFlatMapFunction<Object, Object, Object>> function)
            implements org.apache.flink.streaming.api.functions.co.CoFlatMapFunction<Object, Object, Object> {
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
