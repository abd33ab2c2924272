package dev.tidemark.engine.determinism;

import dev.tidemark.engine.function.MapFunction;
import dev.tidemark.engine.function.RichFunction;
import dev.tidemark.engine.function.RuntimeContext;
import dev.tidemark.engine.state.StateTtl;
import dev.tidemark.engine.state.ValueState;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adds to each number the one before of its key, unless that is too long ago by processing time. */
final class FadingFunction implements MapFunction<RandomPipelines.Hit, RandomPipelines.Hit>, RichFunction {
    private static final long serialVersionUID = 1L;

    private final Duration memory;
    private transient @Nullable ValueState<Long> last;

    FadingFunction(Duration memory) {
        this.memory = memory;
    }

    @Override
    public void open(RuntimeContext context) {
        last = context.state().withTtl(StateTtl.of(memory)).value("last", Long.class);
    }

    @Override
    public RandomPipelines.Hit map(RandomPipelines.Hit hit) {
        Long before = Objects.requireNonNull(last).value();
        last.update(hit.number());
        return new RandomPipelines.Hit(hit.key(), hit.number() + (before == null ? 0 : before), hit.millis());
    }
}
