package dev.tidemark.engine.checkpoint;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.function.KeyedProcessFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.state.KeyedState;
import dev.tidemark.engine.state.ReducingState;
import dev.tidemark.engine.time.Watermarks;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks for its state only when an element comes. */
final class LazyState extends KeyedProcessFunction<String, Sums.Amount, Long> {
    private static final long serialVersionUID = 1L;

    private transient @Nullable KeyedState state;

    static Pipeline pipeline() {
        Pipeline pipeline = Pipeline.create("lazy");
        pipeline.source("in", Sums.Amount.class, Watermarks.byHand())
                .keyBy(Sums.Amount::key)
                .process(new LazyState())
                .name("sum")
                .collect("out");
        return pipeline;
    }

    @Override
    public void open(KeyedState given) {
        state = given;
    }

    @Override
    public void processElement(Sums.Amount number, Context<String> context, Output<Long> out) {
        ReducingState<Long> sum = Objects.requireNonNull(state).reducing("sum", Long.class, Long::sum);
        sum.add(number.value());
        out.collect(Objects.requireNonNull(sum.value()));
    }
}
