package dev.tidemark.engine.operator;

import dev.tidemark.engine.function.RichFunction;
import dev.tidemark.engine.function.RuntimeContext;
import dev.tidemark.engine.state.KeyedState;
import dev.tidemark.engine.state.NoNamespace;
import dev.tidemark.engine.state.codec.Codecs;

/** What a rich function sees of the operator that runs it. */
public record FunctionContext(OperatorContext context) implements RuntimeContext {
    /** Opens a function, if it is one that wants to be. */
    public static void open(Object function, OperatorContext context) throws Exception {
        if (function instanceof RichFunction rich) {
            rich.open(new FunctionContext(context));
        }
    }

    @Override
    public String operator() {
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
    public int maxParallelism() {
        return context.maxParallelism();
    }

    @Override
    public KeyedState state() {
        return new ScopedState<>(context.keyed(), "", Codecs.of(NoNamespace.class), () -> NoNamespace.INSTANCE);
    }
}
