package dev.tidemark.engine.operator;

import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.function.ProcessFunction;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs a {@link ProcessFunction}. */
public final class ProcessOperator implements Operator, ProcessFunction.Context {
    private final ProcessFunction<Object, Object> function;
    private @Nullable OperatorContext context;
    private long timestamp;

    public ProcessOperator(ProcessFunction<Object, Object> function) {
        this.function = function;
    }

    @Override
    public void open(OperatorContext given) throws Exception {
        this.context = given;
        FunctionContext.open(function, given);
    }

    private OperatorContext context() {
        return Objects.requireNonNull(context);
    }

    @Override
    public void element(Object value, long elementTimestamp) throws Exception {
        timestamp = elementTimestamp;
        function.processElement(value, this, result -> context().emit(Objects.requireNonNull(result), timestamp));
    }

    @Override
    public long timestamp() {
        return timestamp;
    }

    @Override
    public long watermark() {
        return context().watermark();
    }

    @Override
    public long processingTime() {
        return context().processingTime();
    }

    @Override
    public <X> void output(OutputTag<X> tag, X value) {
        context().emitSide(tag.name(), Objects.requireNonNull(value), timestamp);
    }
}
