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
        return new Stateless() {
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
        return new Stateless() {
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

    private abstract static class Stateless implements TwoInputOperator {
        private @Nullable OperatorContext context;

        @Override
        public void open(OperatorContext given) {
            this.context = given;
        }

        void emit(@Nullable Object result, long timestamp, String ifNull) {
            Objects.requireNonNull(context).emit(Objects.requireNonNull(result, ifNull), timestamp);
        }
    }
}
