package dev.tidemark.engine.timeline;

import dev.tidemark.engine.function.Aggregates;
import dev.tidemark.engine.function.KeyedProcessFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.state.AggregatingState;
import dev.tidemark.engine.state.KeyedState;
import dev.tidemark.engine.state.ListState;
import dev.tidemark.engine.state.MapState;
import dev.tidemark.engine.state.ReducingState;
import dev.tidemark.engine.state.StateTtl;
import dev.tidemark.engine.state.ValueState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Does with state that expires what it is told, and tells what it reads. */
final class Aging extends KeyedProcessFunction<String, Aging.Touch, Aging.Told> {
    private static final long serialVersionUID = 1L;

    /** What to do with which number. */
    record Touch(String key, String what, long number) {}

    /** What a read gave. */
    record Told(String key, String what, String result) {}

    private record States(
            ValueState<Long> value,
            ListState<Long> list,
            MapState<Long, Long> map,
            ReducingState<Long> sum,
            AggregatingState<Long, Double> mean) {}

    private final StateTtl ttl;
    private transient @Nullable States states;

    Aging(StateTtl ttl) {
        this.ttl = ttl;
    }

    @Override
    public void open(KeyedState given) {
        KeyedState state = given.withTtl(ttl);
        states = new States(
                state.value("value", Long.class),
                state.list("list", Long.class),
                state.map("map", Long.class, Long.class),
                state.reducing("sum", Long.class, Long::sum),
                state.aggregating("mean", Aggregates.SumAndCount.class, new Aggregates.Average<Long>(each -> each)));
    }

    @Override
    public void processElement(Touch touch, Context<String> context, Output<Told> out) {
        States s = Objects.requireNonNull(states);
        long number = touch.number();
        switch (touch.what()) {
            case "write" -> s.value().update(number);
            case "add" -> s.list().add(number);
            case "put" -> s.map().put(number, number);
            case "remove" -> s.map().remove(number);
            case "plus" -> s.sum().add(number);
            case "take" -> s.mean().add(number);
            case "forget" -> {
                s.value().update(null);
                s.list().clear();
                s.map().clear();
                s.sum().add(null);
                s.mean().add(null);
            }
            default -> out.collect(new Told(touch.key(), touch.what(), read(s, touch)));
        }
    }

    private static String read(States s, Touch touch) {
        return switch (touch.what()) {
            case "value" -> String.valueOf(s.value().value());
            case "list" -> s.list().values().toString();
            case "get" -> String.valueOf(s.map().get(touch.number()));
            case "has" -> String.valueOf(s.map().contains(touch.number()));
            case "entries" -> s.map().entries().toString();
            case "empty" -> String.valueOf(s.map().isEmpty());
            case "total" -> String.valueOf(s.sum().value());
            case "average" -> String.valueOf(s.mean().value());
            default -> throw new IllegalArgumentException(touch.what());
        };
    }
}
