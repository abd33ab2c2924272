package dev.tidemark.engine.operator;

import dev.tidemark.engine.function.FilterFunction;
import dev.tidemark.engine.function.FlatMapFunction;
import dev.tidemark.engine.function.MapFunction;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The operators that look at one element alone. */
public final class ElementOperators {
    private ElementOperators() {}

    /** Emits the function's result with the element's timestamp. */
    public static Operator map(MapFunction<Object, Object> function) {
        return new Stateless(function) {
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
        return new Stateless(function) {
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
        return new Stateless(function) {
            @Override
            public void element(Object value, long timestamp) throws Exception {
                function.flatMap(value, result -> context()
                        .emit(Objects.requireNonNull(result, "flatMap collected null"), timestamp));
            }
        };
    }

    /** Passes every element on: the meeting point of a union. */
    public static Operator forward() {
        return new Stateless(null) {
            @Override
            public void element(Object value, long timestamp) {
                context().emit(value, timestamp);
            }
        };
    }

    /** What keeps nothing itself; a rich function may keep state of its key. */
    private abstract static class Stateless implements Operator {
        private final @Nullable Object function;
        private @Nullable OperatorContext context;

        Stateless(@Nullable Object function) {
            this.function = function;
        }

        @Override
        public void open(OperatorContext given) throws Exception {
            this.context = given;
            if (function != null) {
                FunctionContext.open(function, given);
            }
        }

        OperatorContext context() {
            return Objects.requireNonNull(context);
        }
    }
}
