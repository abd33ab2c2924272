package dev.tidemark.engine.operator;

import dev.tidemark.engine.function.ReduceFunction;
import dev.tidemark.engine.state.NoNamespace;
import dev.tidemark.engine.state.ReducingState;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.Codecs;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reduces the elements of each key and emits the result so far after each element. */
public final class RollingReduceOperator implements Operator {
    private final ReduceFunction<Object> reduce;
    private final Codec<Object> codec;
    private @Nullable OperatorContext context;
    private @Nullable ReducingState<Object> state;

    public RollingReduceOperator(ReduceFunction<Object> reduce, Codec<Object> codec) {
        this.reduce = reduce;
        this.codec = codec;
    }

    @Override
    public void open(OperatorContext given) throws Exception {
        context = given;
        FunctionContext.open(reduce, given);
        state = new ScopedState<>(given.keyed(), "", Codecs.of(NoNamespace.class), () -> NoNamespace.INSTANCE)
                .reducing("reduced", codec, reduce);
    }

    @Override
    public void element(Object value, long timestamp) {
        ReducingState<Object> sum = Objects.requireNonNull(state);
        sum.add(value);
        Objects.requireNonNull(context).emit(Objects.requireNonNull(sum.value()), timestamp);
    }
}
