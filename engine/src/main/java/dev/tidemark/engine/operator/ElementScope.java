package dev.tidemark.engine.operator;

import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.function.ProcessFunction;
import java.util.Objects;

/** The element that a function without keys sees, and where results go: with the element's timestamp. */
class ElementScope implements ProcessFunction.Context {
    private final OperatorContext context;
    private final Output<Object> output;
    private long timestamp;

    ElementScope(OperatorContext context) {
        this.context = context;
        this.output = result -> context.emit(Objects.requireNonNull(result), timestamp);
    }

    Output<Object> output() {
        return output;
    }

    /** Now an element is seen. */
    ElementScope element(long elementTimestamp) {
        timestamp = elementTimestamp;
        return this;
    }

    @Override
    public long timestamp() {
        return timestamp;
    }

    @Override
    public long watermark() {
        return context.watermark();
    }

    @Override
    public long processingTime() {
        return context.processingTime();
    }

    @Override
    public <X> void output(OutputTag<X> tag, X value) {
        context.emitSide(tag.name(), Objects.requireNonNull(value), timestamp);
    }
}
