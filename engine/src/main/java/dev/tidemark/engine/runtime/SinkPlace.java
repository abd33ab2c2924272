package dev.tidemark.engine.runtime;

import dev.tidemark.engine.operator.OperatorContext;
import dev.tidemark.engine.sink.SinkContext;
import dev.tidemark.engine.sink.SinkWriter;
import dev.tidemark.engine.state.codec.Codec;
import java.util.function.LongSupplier;

/** Where a sink's subtask runs, and which result it gets. */
final class SinkPlace implements SinkContext<Object>, SinkWriter.Context {
    private final OperatorContext context;
    private final Codec<Object> input;
    private final LongSupplier restoredFrom;
    private long timestamp = Long.MIN_VALUE;

    SinkPlace(OperatorContext context, Codec<Object> input, LongSupplier restoredFrom) {
        this.context = context;
        this.input = input;
        this.restoredFrom = restoredFrom;
    }

    void timestamp(long of) {
        timestamp = of;
    }

    @Override
    public String sink() {
        return context.name();
    }

    @Override
    public int subtask() {
        return context.subtask();
    }

    @Override
    public int parallelism() {
        return context.parallelism();
    }

    @Override
    public long restoredCheckpoint() {
        return restoredFrom.getAsLong();
    }

    @Override
    public Codec<Object> inputCodec() {
        return input;
    }

    @Override
    public long processingTime() {
        return context.processingTime();
    }

    @Override
    public long timestamp() {
        return timestamp;
    }

    @Override
    public long watermark() {
        return context.watermark();
    }
}
