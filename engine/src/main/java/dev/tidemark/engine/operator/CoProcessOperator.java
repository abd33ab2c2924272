package dev.tidemark.engine.operator;

import dev.tidemark.engine.function.CoProcessFunction;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs a {@link CoProcessFunction}. */
final class CoProcessOperator implements TwoInputOperator {
    private final CoProcessFunction<Object, Object, Object> function;
    private @Nullable ElementScope scope;

    CoProcessOperator(CoProcessFunction<Object, Object, Object> function) {
        this.function = function;
    }

    @Override
    public void open(OperatorContext context) throws Exception {
        scope = new ElementScope(context);
        FunctionContext.open(function, context);
    }

    @Override
    public void element(Object value, long timestamp) throws Exception {
        ElementScope at = Objects.requireNonNull(scope).element(timestamp);
        function.processElement1(value, at, at.output());
    }

    @Override
    public void element2(Object value, long timestamp) throws Exception {
        ElementScope at = Objects.requireNonNull(scope).element(timestamp);
        function.processElement2(value, at, at.output());
    }
}
