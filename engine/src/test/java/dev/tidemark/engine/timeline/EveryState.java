package dev.tidemark.engine.timeline;

import dev.tidemark.engine.function.Aggregates;
import dev.tidemark.engine.function.KeyedProcessFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.state.AggregatingState;
import dev.tidemark.engine.state.KeyedState;
import dev.tidemark.engine.state.ListState;
import dev.tidemark.engine.state.MapState;
import dev.tidemark.engine.state.ReducingState;
import dev.tidemark.engine.state.ValueState;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps each value in every kind of state, and tells what they hold; a negative value clears them. */
final class EveryState extends KeyedProcessFunction<String, Reading, EveryState.Held> {
    private static final long serialVersionUID = 1L;

    /** What the states of a key hold. */
    record Held(
            String key,
            @Nullable Long last,
            List<Long> all,
            Map<Long, Long> counts,
            @Nullable Long largest,
            @Nullable Double mean) {}

    private transient @Nullable KeyedState state;

    @Override
    public void open(KeyedState given) {
        state = given;
    }

    @Override
    public void processElement(Reading value, Context<String> context, Output<Held> out) {
        KeyedState states = Objects.requireNonNull(state);
        ValueState<Long> last = states.value("last", Long.class);
        ListState<Long> all = states.list("all", Long.class);
        MapState<Long, Long> counts = states.map("counts", Long.class, Long.class);
        ReducingState<Long> largest = states.reducing("largest", Long.class, Math::max);
        AggregatingState<Long, Double> mean =
                states.aggregating("mean", Aggregates.SumAndCount.class, new Aggregates.Average<Long>(each -> each));
        if (value.value() < 0) {
            last.clear();
            all.clear();
            counts.clear();
            largest.clear();
            mean.clear();
        } else {
            last.update(value.value());
            all.add(value.value());
            Long before = counts.get(value.value());
            counts.put(value.value(), before == null ? 1 : before + 1);
            largest.add(value.value());
            mean.add(value.value());
        }
        Map<Long, Long> entries = new TreeMap<>();
        counts.entries().forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        out.collect(new Held(
                context.key(), last.value(), List.copyOf(all.values()), entries, largest.value(), mean.value()));
    }
}
