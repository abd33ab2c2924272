package dev.tidemark.flink.function;

import dev.tidemark.engine.function.FilterFunction;
import dev.tidemark.engine.function.FlatMapFunction;
import dev.tidemark.engine.function.KeySelector;
import dev.tidemark.engine.function.MapFunction;
import dev.tidemark.engine.function.Partitioner;
import dev.tidemark.engine.function.ReduceFunction;
import java.util.Objects;
import org.apache.flink.util.Collector;

/** The functions that need nothing but the element. */
public final class ElementFunctions {
    private ElementFunctions() {}

    /** One value for each value. */
    public record Map(Carried<MapFunction<Object, Object>> function)
            implements org.apache.flink.api.common.functions.MapFunction<Object, Object> {
        @Override
        public Object map(Object value) throws Exception {
            return Objects.requireNonNull(
                    function.get().map(value), "map returned null; filter such elements out, or use Optional");
        }
    }

    /** The values themselves. */
    public record Same() implements org.apache.flink.api.common.functions.MapFunction<Object, Object> {
        @Override
        public Object map(Object value) {
            return value;
        }
    }

    /** The values that pass. */
    public record Filter(Carried<FilterFunction<Object>> function)
            implements org.apache.flink.api.common.functions.FilterFunction<Object> {
        @Override
        public boolean filter(Object value) throws Exception {
            return function.get().filter(value);
        }
    }

    /** Any number of values for each value. */
    public record FlatMap(Carried<FlatMapFunction<Object, Object>> function)
            implements org.apache.flink.api.common.functions.FlatMapFunction<Object, Object> {
        @Override
        public void flatMap(Object value, Collector<Object> out) throws Exception {
            function.get()
                    .flatMap(value, result -> out.collect(Objects.requireNonNull(result, "flatMap collected null")));
        }
    }

    /** Two values in one. */
    public record Reduce(Carried<ReduceFunction<Object>> function)
            implements org.apache.flink.api.common.functions.ReduceFunction<Object> {
        @Override
        public Object reduce(Object left, Object right) {
            return function.get().reduce(left, right);
        }
    }

    /** The key of a value. */
    public record Key(Carried<KeySelector<Object, Object>> function)
            implements org.apache.flink.api.java.functions.KeySelector<Object, Object> {
        @Override
        public Object getKey(Object value) {
            return function.get().key(value);
        }
    }

    /** The subtask that a key goes to. */
    public record Partition(Carried<Partitioner<Object>> function)
            implements org.apache.flink.api.common.functions.Partitioner<Object> {
        @Override
        public int partition(Object key, int subtasks) {
            return function.get().partition(key, subtasks);
        }
    }
}
