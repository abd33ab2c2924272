package dev.tidemark.flink.function;

import dev.tidemark.engine.function.FilterFunction;
import dev.tidemark.engine.function.FlatMapFunction;
import dev.tidemark.engine.function.KeySelector;
import dev.tidemark.engine.function.MapFunction;
import dev.tidemark.engine.function.Partitioner;
import dev.tidemark.engine.function.ReduceFunction;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFilterFunction;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.functions.RichReduceFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.util.Collector;

/** The functions that need nothing but the element. */
public final class ElementFunctions {
    private ElementFunctions() {}

    /** One value for each value. */
    public static final class Mapping extends RichMapFunction<Object, Object> {
        private static final long serialVersionUID = 1L;
        private final Carried<MapFunction<Object, Object>> function;

        public Mapping(Carried<MapFunction<Object, Object>> function) {
            this.function = function;
        }

        @Override
        public void open(OpenContext context) throws Exception {
            FlinkContext.open(function, getRuntimeContext());
        }

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
    public static final class Filtering extends RichFilterFunction<Object> {
        private static final long serialVersionUID = 1L;
        private final Carried<FilterFunction<Object>> function;

        public Filtering(Carried<FilterFunction<Object>> function) {
            this.function = function;
        }

        @Override
        public void open(OpenContext context) throws Exception {
            FlinkContext.open(function, getRuntimeContext());
        }

        @Override
        public boolean filter(Object value) throws Exception {
            return function.get().filter(value);
        }
    }

    /** Any number of values for each value. */
    public static final class FlatMapping extends RichFlatMapFunction<Object, Object> {
        private static final long serialVersionUID = 1L;
        private final Carried<FlatMapFunction<Object, Object>> function;

        public FlatMapping(Carried<FlatMapFunction<Object, Object>> function) {
            this.function = function;
        }

        @Override
        public void open(OpenContext context) throws Exception {
            FlinkContext.open(function, getRuntimeContext());
        }

        @Override
        public void flatMap(Object value, Collector<Object> out) throws Exception {
            function.get().flatMap(value, new Results(out));
        }
    }

    /** Two values in one, as elements of a key come. */
    public static final class Rolling extends RichReduceFunction<Object> {
        private static final long serialVersionUID = 1L;
        private final Carried<ReduceFunction<Object>> function;

        public Rolling(Carried<ReduceFunction<Object>> function) {
            this.function = function;
        }

        @Override
        public void open(OpenContext context) throws Exception {
            FlinkContext.open(function, getRuntimeContext());
        }

        @Override
        public Object reduce(Object left, Object right) {
            return function.get().reduce(left, right);
        }
    }

    /** Two values in one, in a window. */
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

    /** The key of a value, with its type: where Flink makes another stream of a keyed one, it asks the selector for it. */
    public record TypedKey(Carried<KeySelector<Object, Object>> function, TypeInformation<Object> type)
            implements org.apache.flink.api.java.functions.KeySelector<Object, Object>, ResultTypeQueryable<Object> {
        @Override
        public Object getKey(Object value) {
            return function.get().key(value);
        }

        @Override
        public TypeInformation<Object> getProducedType() {
            return type;
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
