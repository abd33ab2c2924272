package dev.tidemark.engine.operator;

import dev.tidemark.engine.function.KeyedCoProcessFunction;
import dev.tidemark.engine.time.TimerEntry;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs a {@link KeyedCoProcessFunction}. */
final class KeyedCoProcessOperator implements TwoInputOperator {
    private final KeyedCoProcessFunction<Object, Object, Object, Object> function;
    private @Nullable KeyedScope scope;

    KeyedCoProcessOperator(KeyedCoProcessFunction<Object, Object, Object, Object> function) {
        this.function = function;
    }

    @Override
    public void open(OperatorContext context) throws Exception {
        scope = new KeyedScope(context);
        function.open(scope.state());
        FunctionContext.open(function, context);
    }

    private KeyedScope scope() {
        return Objects.requireNonNull(scope);
    }

    @Override
    public void element(Object value, long timestamp) throws Exception {
        function.processElement1(value, scope().element(timestamp), scope().output());
    }

    @Override
    public void element2(Object value, long timestamp) throws Exception {
        function.processElement2(value, scope().element(timestamp), scope().output());
    }

    @Override
    public void eventTimer(TimerEntry<Object> timer) throws Exception {
        function.onTimer(timer.timestamp(), scope().timer(timer, true), scope().output());
    }

    @Override
    public void processingTimer(TimerEntry<Object> timer) throws Exception {
        function.onTimer(timer.timestamp(), scope().timer(timer, false), scope().output());
    }
}
