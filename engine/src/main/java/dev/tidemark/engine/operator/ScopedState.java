package dev.tidemark.engine.operator;

import dev.tidemark.engine.function.AggregateFunction;
import dev.tidemark.engine.function.ReduceFunction;
import dev.tidemark.engine.state.AggregatingState;
import dev.tidemark.engine.state.KeyedState;
import dev.tidemark.engine.state.Lifetime;
import dev.tidemark.engine.state.ListState;
import dev.tidemark.engine.state.MapState;
import dev.tidemark.engine.state.ReducingState;
import dev.tidemark.engine.state.StateSchema;
import dev.tidemark.engine.state.StateTtl;
import dev.tidemark.engine.state.ValueState;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.Codecs;
import dev.tidemark.engine.state.codec.TypeToken;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keyed state within a namespace: that of the key alone, or of the window that is current. */
public final class ScopedState<N> implements KeyedState {
    private final KeyedStore<Object> store;
    private final String prefix;
    private final Codec<N> namespaces;
    private final Supplier<N> namespace;
    private final @Nullable TtlClock clock;
    private final Map<List<Object>, Object> handles = new HashMap<>();

    /** State whose names get {@code prefix}, so that what operators and users keep can't collide. */
    public ScopedState(KeyedStore<Object> store, String prefix, Codec<N> namespaces, Supplier<N> namespace) {
        this(store, prefix, namespaces, namespace, null);
    }

    private ScopedState(
            KeyedStore<Object> store,
            String prefix,
            Codec<N> namespaces,
            Supplier<N> namespace,
            @Nullable TtlClock clock) {
        this.store = store;
        this.prefix = prefix;
        this.namespaces = namespaces;
        this.namespace = namespace;
        this.clock = clock;
    }

    @Override
    public KeyedState withTtl(StateTtl ttl) {
        return handle(List.of("with time to live", ttl), () -> {
            TtlClock expiring = ttl.enabled() ? new TtlClock(ttl, store.clock()) : null;
            return new ScopedState<>(store, prefix, namespaces, namespace, expiring);
        });
    }

    @Override
    public <T> ValueState<T> value(String name, Class<T> type) {
        return handle(List.of(name, "value", type), () -> value(name, Codecs.of(type)));
    }

    @Override
    public <T> ValueState<T> value(String name, TypeToken<T> type) {
        return handle(List.of(name, "value", type.type()), () -> value(name, Codecs.of(type)));
    }

    private <T> ValueState<T> value(String name, Codec<T> codec) {
        StoredForm.One<T> form = new StoredForm.One<>(codec);
        return clock == null
                ? new Handles.Value<>(plain(name, "value", form))
                : new ExpiringHandles.Value<>(expiring(name, "value", form, clock), clock);
    }

    @Override
    public <T> ListState<T> list(String name, Class<T> type) {
        return handle(List.of(name, "list", type), () -> list(name, Codecs.of(type)));
    }

    @Override
    public <T> ListState<T> list(String name, TypeToken<T> type) {
        return handle(List.of(name, "list", type.type()), () -> list(name, Codecs.of(type)));
    }

    private <T> ListState<T> list(String name, Codec<T> codec) {
        StoredForm.Many<T> form = new StoredForm.Many<>(codec);
        return clock == null
                ? new Handles.Elements<>(plain(name, "list", form))
                : new ExpiringHandles.Elements<>(expiring(name, "list", form, clock), clock);
    }

    @Override
    public <K, V> MapState<K, V> map(String name, Class<K> keyType, Class<V> valueType) {
        return handle(
                List.of(name, "map", keyType, valueType), () -> map(name, Codecs.of(keyType), Codecs.of(valueType)));
    }

    @Override
    public <K, V> MapState<K, V> map(String name, TypeToken<K> keyType, TypeToken<V> valueType) {
        return handle(
                List.of(name, "map", keyType.type(), valueType.type()),
                () -> map(name, Codecs.of(keyType), Codecs.of(valueType)));
    }

    private <K, V> MapState<K, V> map(String name, Codec<K> keys, Codec<V> values) {
        StoredForm.ByKey<K, V> form = new StoredForm.ByKey<>(keys, values);
        return clock == null
                ? new Handles.Entries<>(plain(name, "map", form), keys.order())
                : new ExpiringHandles.Entries<>(expiring(name, "map", form, clock), keys.order(), clock);
    }

    @Override
    public <T> ReducingState<T> reducing(String name, Class<T> type, ReduceFunction<T> reduce) {
        return handle(List.of(name, "reducing", type), () -> reducing(name, Codecs.of(type), reduce));
    }

    @Override
    public <T> ReducingState<T> reducing(String name, TypeToken<T> type, ReduceFunction<T> reduce) {
        return handle(List.of(name, "reducing", type.type()), () -> reducing(name, Codecs.of(type), reduce));
    }

    /** Reducing state whose codec is known already. */
    public <T> ReducingState<T> reducing(String name, Codec<T> codec, ReduceFunction<T> reduce) {
        StoredForm.One<T> form = new StoredForm.One<>(codec);
        return clock == null
                ? new Handles.Reducing<>(plain(name, "reducing", form), reduce)
                : new ExpiringHandles.Reducing<>(expiring(name, "reducing", form, clock), reduce, clock);
    }

    @Override
    public <I, A, O> AggregatingState<I, O> aggregating(
            String name, Class<A> accumulatorType, AggregateFunction<I, A, O> aggregate) {
        return handle(
                List.of(name, "aggregating", accumulatorType),
                () -> aggregating(name, Codecs.of(accumulatorType), aggregate));
    }

    @Override
    public <I, A, O> AggregatingState<I, O> aggregating(
            String name, TypeToken<A> accumulatorType, AggregateFunction<I, A, O> aggregate) {
        return handle(
                List.of(name, "aggregating", accumulatorType.type()),
                () -> aggregating(name, Codecs.of(accumulatorType), aggregate));
    }

    private <I, A, O> AggregatingState<I, O> aggregating(
            String name, Codec<A> codec, AggregateFunction<I, A, O> aggregate) {
        StoredForm.One<A> form = new StoredForm.One<>(codec);
        return clock == null
                ? new Handles.Aggregating<>(plain(name, "aggregating", form), aggregate)
                : new ExpiringHandles.Aggregating<>(expiring(name, "aggregating", form, clock), aggregate, clock);
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

    private <P, S> StateCell<N, P> plain(String name, String kind, StoredForm<P, S> form) {
        return cell(name, kind, form.plain(), form.forEver());
    }

    private <P, S> StateCell<N, S> expiring(String name, String kind, StoredForm<P, S> form, TtlClock until) {
        return cell(name, kind, form.stamped(), form.limited(until.ttl()));
    }

    private <V> StateCell<N, V> cell(String name, String kind, Codec<V> codec, Lifetime<V> lifetime) {
        String full = prefix + name;
        StateSchema<N, V> schema = new StateSchema<>(full, kind, namespaces, codec, lifetime);
        return new StateCell<>(store, full, store.table(schema), namespace);
    }
}
