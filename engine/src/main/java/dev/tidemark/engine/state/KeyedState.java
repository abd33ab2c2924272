package dev.tidemark.engine.state;

import dev.tidemark.engine.function.AggregateFunction;
import dev.tidemark.engine.function.ReduceFunction;
import dev.tidemark.engine.state.codec.TypeToken;

/**
 * Hands out keyed state by name: each state is scoped to the current key (and, in a window, to the window).
 *
 * <p>Asking twice for the same name gives the same state; asking with another kind or type is an error that names
 * both. Source: Flink's {@code RuntimeContext.getState} and {@code KeyedStateStore}.
 */
public interface KeyedState {
    <T> ValueState<T> value(String name, Class<T> type);

    <T> ValueState<T> value(String name, TypeToken<T> type);

    <T> ListState<T> list(String name, Class<T> type);

    <K, V> MapState<K, V> map(String name, Class<K> keyType, Class<V> valueType);

    <T> ReducingState<T> reducing(String name, Class<T> type, ReduceFunction<T> reduce);

    <I, A, O> AggregatingState<I, O> aggregating(
            String name, Class<A> accumulatorType, AggregateFunction<I, A, O> aggregate);
}
