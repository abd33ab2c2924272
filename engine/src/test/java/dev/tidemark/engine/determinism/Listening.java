package dev.tidemark.engine.determinism;

import dev.tidemark.engine.determinism.RandomPipelines.Hit;
import dev.tidemark.engine.function.KeyedBroadcastProcessFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.state.BroadcastState;
import dev.tidemark.engine.state.KeyedState;
import dev.tidemark.engine.state.ValueState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adds to each hit the largest number that was broadcast for its key; some broadcast hits make every key tell its last one. */
final class Listening extends KeyedBroadcastProcessFunction<String, Hit, Hit, Hit> {
    private static final long serialVersionUID = 1L;

    private transient @Nullable ValueState<Hit> last;

    @Override
    public void open(KeyedState state) {
        last = state.value("last", Hit.class);
    }

    private ValueState<Hit> last() {
        return Objects.requireNonNull(last);
    }

    @Override
    public void processElement(Hit hit, ReadOnlyContext<String> context, Output<Hit> out) {
        Long largest = context.broadcastState(RandomPairs.LARGEST).get(hit.key());
        Hit sum = new Hit(hit.key(), hit.number() + (largest == null ? 0 : largest), hit.millis());
        last().update(sum);
        out.collect(sum);
    }

    @Override
    public void processBroadcastElement(Hit hit, Context<String> context, Output<Hit> out) throws Exception {
        BroadcastState<String, Long> largest = context.broadcastState(RandomPairs.LARGEST);
        Long before = largest.get(hit.key());
        if (hit.number() % 5 == 0) {
            largest.remove(hit.key());
        } else if (before == null || before < hit.number()) {
            largest.put(hit.key(), hit.number());
        }
        if (hit.number() % 7 == 0) {
            context.applyToKeyedState(last(), (key, state) -> {
                out.collect(Objects.requireNonNull(state.value()));
                state.clear();
            });
        }
    }
}
