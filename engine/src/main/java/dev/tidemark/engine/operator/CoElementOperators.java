package dev.tidemark.engine.operator;

import dev.tidemark.engine.function.CoFlatMapFunction;
import dev.tidemark.engine.function.CoMapFunction;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The operators with two inputs that look at one element alone. */
final class CoElementOperators {
    private CoElementOperators() {}

    /** Emits the function's result with the element's timestamp. */
    static TwoInputOperator map(CoMapFunction<Object, Object, Object> function) {
        return new Stateless(function) {
            @Override
            public void element(Object value, long timestamp) throws Exception {
                emit(function.map1(value), timestamp, "map1 returned null");
            }

            @Override
            public void element2(Object value, long timestamp) throws Exception {
                emit(function.map2(value), timestamp, "map2 returned null");
            }
        };
    }

    /** Emits whatever the function collects, with the element's timestamp. */
    static TwoInputOperator flatMap(CoFlatMapFunction<Object, Object, Object> function) {
        return new Stateless(function) {
            @Override
            public void element(Object value, long timestamp) throws Exception {
                function.flatMap1(value, result -> emit(result, timestamp, "flatMap1 collected null"));
            }

            @Override
            public void element2(Object value, long timestamp) throws Exception {
                function.flatMap2(value, result -> emit(result, timestamp, "flatMap2 collected null"));
            }
        };
    }

    /** What keeps nothing itself; a rich function may keep state of its key. */
    private abstract static class Stateless implements TwoInputOperator {
        private final Object function;
        private @Nullable OperatorContext context;

        Stateless(Object function) {
            this.function = function;
        }

        @Override
        public void open(OperatorContext given) throws Exception {
            context = given;
            FunctionContext.open(function, given);
        }

        void emit(@Nullable Object result, long timestamp, String ifNull) {
            Objects.requireNonNull(context).emit(Objects.requireNonNull(result, ifNull), timestamp);
        }
    }
}
