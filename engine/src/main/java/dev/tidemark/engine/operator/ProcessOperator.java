package dev.tidemark.engine.operator;

import dev.tidemark.engine.function.ProcessFunction;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs a {@link ProcessFunction}. */
public final class ProcessOperator implements Operator {
    private final ProcessFunction<Object, Object> function;
    private @Nullable ElementScope scope;

    public ProcessOperator(ProcessFunction<Object, Object> function) {
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
        function.processElement(value, at, at.output());
    }
}
