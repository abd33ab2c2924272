package dev.tidemark.engine.runtime;

import dev.tidemark.engine.Emission;
import dev.tidemark.engine.function.SinkFunction;
import dev.tidemark.engine.operator.FunctionContext;
import dev.tidemark.engine.operator.Operator;
import dev.tidemark.engine.operator.OperatorContext;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The end of a stream: appends to the sink's log, and hands over to a function unless the run is being replayed. */
final class CollectOperator implements Operator {
    private final Outputs outputs;
    private final String sink;
    private final @Nullable SinkFunction<Object> function;
    private @Nullable OperatorContext context;
    private final boolean keeps;
    private int collected;

    CollectOperator(Outputs outputs, String sink, @Nullable SinkFunction<Object> function, boolean keeps) {
        this.keeps = keeps;
        this.outputs = outputs;
        this.sink = sink;
        this.function = function;
    }

    @Override
    public void open(OperatorContext given) throws Exception {
        this.context = given;
        if (function != null) {
            FunctionContext.open(function, given);
        }
    }

    @Override
    public void element(Object value, long timestamp) throws Exception {
        OperatorContext at = Objects.requireNonNull(context);
        collected++;
        outputs.took(timestamp, at.watermark());
        if (keeps) {
            keep(value, timestamp, at);
        }
        if (function != null && !outputs.muted()) {
            function.write(value);
        }
    }

    private void keep(Object value, long timestamp, OperatorContext at) {
        outputs.add(
                sink,
                new Emission<>(
                        value,
                        timestamp,
                        at.processingTime(),
                        at.watermark(),
                        outputs.step(),
                        at.subtask(),
                        outputs.attempt()));
    }

    /** How many results this subtask has collected since the job was last started. */
    int collected() {
        return collected;
    }

    @Override
    public void snapshot(ByteSink out) {
        out.writeVarInt(collected);
    }

    @Override
    public void restore(ByteSource in) {
        collected = in.readVarInt();
    }
}
