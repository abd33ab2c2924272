package dev.tidemark.engine.operator;

import dev.tidemark.engine.function.AggregateFunction;
import dev.tidemark.engine.function.ReduceFunction;
import dev.tidemark.engine.state.AggregatingState;
import dev.tidemark.engine.state.KeyedState;
import dev.tidemark.engine.state.ListState;
import dev.tidemark.engine.state.MapState;
import dev.tidemark.engine.state.ReducingState;
import dev.tidemark.engine.state.StateSchema;
import dev.tidemark.engine.state.ValueState;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.Codecs;
import dev.tidemark.engine.state.codec.TypeToken;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Keyed state within a namespace: that of the key alone, or of the window that is current. */
public final class ScopedState<N> implements KeyedState {
    private final KeyedStore<Object> store;
    private final String prefix;
    private final Codec<N> namespaces;
    private final Supplier<N> namespace;
    private final Map<List<Object>, Object> handles = new HashMap<>();

    /** State whose names get {@code prefix}, so that what operators and users keep can't collide. */
    public ScopedState(KeyedStore<Object> store, String prefix, Codec<N> namespaces, Supplier<N> namespace) {
        this.store = store;
        this.prefix = prefix;
        this.namespaces = namespaces;
        this.namespace = namespace;
    }

    @Override
    public <T> ValueState<T> value(String name, Class<T> type) {
        return handle(List.of(name, "value", type), () -> new Handles.Value<>(cell(name, "value", Codecs.of(type))));
    }

    @Override
    public <T> ValueState<T> value(String name, TypeToken<T> type) {
        return handle(List.of(name, "value", type), () -> new Handles.Value<>(cell(name, "value", Codecs.of(type))));
    }

    @Override
    public <T> ListState<T> list(String name, Class<T> type) {
        return handle(
                List.of(name, "list", type),
                () -> new Handles.Elements<>(cell(name, "list", Codecs.list(Codecs.of(type)))));
    }

    @Override
    public <K, V> MapState<K, V> map(String name, Class<K> keyType, Class<V> valueType) {
        return handle(List.of(name, "map", keyType, valueType), () -> {
            Codec<K> keys = Codecs.of(keyType);
            Codec<TreeMap<K, V>> codec = new SortedMapCodec<>(keys, Codecs.map(keys, Codecs.of(valueType)));
            return new Handles.Entries<>(cell(name, "map", codec), keys.order());
        });
    }

    @Override
    public <T> ReducingState<T> reducing(String name, Class<T> type, ReduceFunction<T> reduce) {
        return handle(List.of(name, "reducing", type), () -> reducing(name, Codecs.of(type), reduce));
    }

    /** Reducing state whose codec is known already. */
    public <T> ReducingState<T> reducing(String name, Codec<T> codec, ReduceFunction<T> reduce) {
        return new Handles.Reducing<>(cell(name, "reducing", codec), reduce);
    }

    @Override
    public <I, A, O> AggregatingState<I, O> aggregating(
            String name, Class<A> accumulatorType, AggregateFunction<I, A, O> aggregate) {
        return handle(
                List.of(name, "aggregating", accumulatorType),
                () -> new Handles.Aggregating<>(cell(name, "aggregating", Codecs.of(accumulatorType)), aggregate));
    }

    /** One handle for each name, kind and type: triggers ask for theirs at every element. */
    @SuppressWarnings("unchecked")
    private <H> H handle(List<Object> question, Supplier<H> make) {
        Object known = handles.get(question);
        if (known == null) {
            known = make.get();
            handles.put(question, known);
        }
        return (H) known;
    }

    /**
     * The name in the store of a state that was handed out here.
     *
     * @throws IllegalArgumentException if it was not
     */
    String nameOf(Object handle) {
        for (Map.Entry<List<Object>, Object> each : handles.entrySet()) {
            if (each.getValue() == handle) {
                return prefix + each.getKey().get(0);
            }
        }
        throw new IllegalArgumentException("the state " + handle.getClass().getSimpleName()
                + " is none that the function got in open(…); pass one that it did");
    }

    private <V> StateCell<N, V> cell(String name, String kind, Codec<V> codec) {
        String full = prefix + name;
        return new StateCell<>(store, full, store.table(new StateSchema<>(full, kind, namespaces, codec)), namespace);
    }
}
