package dev.tidemark.engine.operator;

import dev.tidemark.engine.element.Watermark;
import dev.tidemark.engine.function.ReduceFunction;
import dev.tidemark.engine.state.NoNamespace;
import dev.tidemark.engine.state.ReducingState;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.Codecs;
import dev.tidemark.engine.time.TimerEntry;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reduces the elements of each key and emits the result once, when the key is over, stamped with the end of time.
 * Source: Flink's {@code BatchGroupedReduceOperator}.
 */
public final class BatchReduceOperator implements Operator {
    private final ReduceFunction<Object> reduce;
    private final Codec<Object> codec;
    private @Nullable OperatorContext context;
    private @Nullable ReducingState<Object> state;

    public BatchReduceOperator(ReduceFunction<Object> reduce, Codec<Object> codec) {
        this.reduce = reduce;
        this.codec = codec;
    }

    @Override
    public void open(OperatorContext given) {
        context = given;
        state = new ScopedState<>(given.keyed(), "", Codecs.of(NoNamespace.class), () -> NoNamespace.INSTANCE)
                .reducing("reduced", codec, reduce);
    }

    @Override
    public void element(Object value, long timestamp) {
        Objects.requireNonNull(state).add(value);
        Objects.requireNonNull(context).keyed().setTimer(NoNamespace.INSTANCE, Watermark.END_OF_TIME, true);
    }

    @Override
    public void eventTimer(TimerEntry<Object> timer) {
        Object result = Objects.requireNonNull(Objects.requireNonNull(state).value());
        Objects.requireNonNull(context).emit(result, Watermark.END_OF_TIME);
    }
}
