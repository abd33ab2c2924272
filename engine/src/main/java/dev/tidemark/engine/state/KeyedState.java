package dev.tidemark.engine.state;

import dev.tidemark.engine.function.AggregateFunction;
import dev.tidemark.engine.function.ReduceFunction;
import dev.tidemark.engine.state.codec.TypeToken;

/**
 * Hands out keyed state by name: each state is scoped to the current key (and, in a window, to the window).
 *
 * <p>Asking twice for the same name gives the same state; asking with another kind, type or time to live is an error that names
 * both. A generic type is said with a {@link TypeToken}, a plain one by its class; {@link TypeToken#of} makes the one of the other.
 * Source: Flink's {@code RuntimeContext.getState} and {@code KeyedStateStore}.
 *
 * <pre>{@code
 * last = state.value("last", Reading.class);
 * recent = state.withTtl(StateTtl.of(Duration.ofMinutes(5))).map("recent", String.class, Long.class);
 * }</pre>
 */
public interface KeyedState {
    <T> ValueState<T> value(String name, Class<T> type);

    <T> ValueState<T> value(String name, TypeToken<T> type);

    <T> ListState<T> list(String name, Class<T> type);

    <T> ListState<T> list(String name, TypeToken<T> type);

    <K, V> MapState<K, V> map(String name, Class<K> keyType, Class<V> valueType);

    <K, V> MapState<K, V> map(String name, TypeToken<K> keyType, TypeToken<V> valueType);

    <T> ReducingState<T> reducing(String name, Class<T> type, ReduceFunction<T> reduce);

    <T> ReducingState<T> reducing(String name, TypeToken<T> type, ReduceFunction<T> reduce);

    <I, A, O> AggregatingState<I, O> aggregating(
            String name, Class<A> accumulatorType, AggregateFunction<I, A, O> aggregate);

    <I, A, O> AggregatingState<I, O> aggregating(
            String name, TypeToken<A> accumulatorType, AggregateFunction<I, A, O> aggregate);

    /** Hands out the same states, whose values live no longer than this. */
    KeyedState withTtl(StateTtl ttl);
}
