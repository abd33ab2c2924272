package dev.tidemark.engine.operator;

import dev.tidemark.engine.function.FilterFunction;
import dev.tidemark.engine.function.FlatMapFunction;
import dev.tidemark.engine.function.MapFunction;
import java.util.Objects;

/** The operators that look at one element alone. */
public final class ElementOperators {
    private ElementOperators() {}

    /** Emits the function's result with the element's timestamp. */
    public static Operator map(MapFunction<Object, Object> function) {
        return new Stateless() {
            @Override
            public void element(Object value, long timestamp) throws Exception {
                context()
                        .emit(
                                Objects.requireNonNull(
                                        function.map(value),
                                        "map returned null; filter such elements out, or use Optional"),
                                timestamp);
            }
        };
    }

    /** Emits the elements that pass. */
    public static Operator filter(FilterFunction<Object> function) {
        return new Stateless() {
            @Override
            public void element(Object value, long timestamp) throws Exception {
                if (function.filter(value)) {
                    context().emit(value, timestamp);
                }
            }
        };
    }

    /** Emits whatever the function collects, with the element's timestamp. */
    public static Operator flatMap(FlatMapFunction<Object, Object> function) {
        return new Stateless() {
            @Override
            public void element(Object value, long timestamp) throws Exception {
                function.flatMap(value, result -> context()
                        .emit(Objects.requireNonNull(result, "flatMap collected null"), timestamp));
            }
        };
    }

    /** Passes every element on: the meeting point of a union. */
    public static Operator forward() {
        return new Stateless() {
            @Override
            public void element(Object value, long timestamp) {
                context().emit(value, timestamp);
            }
        };
    }

    private abstract static class Stateless implements Operator {
        private @org.jspecify.annotations.Nullable OperatorContext context;

        @Override
        public void open(OperatorContext given) {
            this.context = given;
        }

        OperatorContext context() {
            return Objects.requireNonNull(context);
        }
    }
}
