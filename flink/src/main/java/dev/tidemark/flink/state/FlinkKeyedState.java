package dev.tidemark.flink.state;

import dev.tidemark.engine.function.AggregateFunction;
import dev.tidemark.engine.function.ReduceFunction;
import dev.tidemark.engine.state.AggregatingState;
import dev.tidemark.engine.state.KeyedState;
import dev.tidemark.engine.state.ListState;
import dev.tidemark.engine.state.MapState;
import dev.tidemark.engine.state.ReducingState;
import dev.tidemark.engine.state.StateTtl;
import dev.tidemark.engine.state.ValueState;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.Codecs;
import dev.tidemark.engine.state.codec.TypeToken;
import dev.tidemark.flink.type.CodecTypeInformation;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.flink.api.common.state.AggregatingStateDescriptor;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReducingStateDescriptor;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;

/**
 * The engine's keyed state, kept by Flink.
 *
 * <p>What a state is called in Flink gets a prefix, so that a trigger's, a window's and a key's states of one name do not
 * meet. Values go by the engine's codecs. Laws and errors are those of {@link KeyedState}.
 */
public final class FlinkKeyedState implements KeyedState {
    private final StateSource source;
    private final String prefix;
    private final StateTtl ttl;
    private final Map<String, String> kinds;
    private final Map<String, Object> handles;
    private final Map<String, StateDescriptor<?, ?>> descriptors;

    /** State from {@code source}, each name with {@code prefix}. */
    public FlinkKeyedState(StateSource source, String prefix) {
        this(source, prefix, StateTtl.DISABLED, new HashMap<>(), new HashMap<>(), new HashMap<>());
    }

    private FlinkKeyedState(
            StateSource source,
            String prefix,
            StateTtl ttl,
            Map<String, String> kinds,
            Map<String, Object> handles,
            Map<String, StateDescriptor<?, ?>> descriptors) {
        this.source = source;
        this.prefix = prefix;
        this.ttl = ttl;
        this.kinds = kinds;
        this.handles = handles;
        this.descriptors = descriptors;
    }

    @Override
    public KeyedState withTtl(StateTtl other) {
        return new FlinkKeyedState(source, prefix, other, kinds, handles, descriptors);
    }

    @Override
    public <T> ValueState<T> value(String name, Class<T> type) {
        return value(name, TypeToken.of(type));
    }

    @Override
    public <T> ValueState<T> value(String name, TypeToken<T> type) {
        Codec<T> codec = Codecs.of(type);
        return handle(name, "value<" + codec.typeName() + ">", () -> {
            var descriptor = living(new ValueStateDescriptor<>(prefix + name, CodecTypeInformation.of(codec)));
            return new FlinkHandles.Value<>(() -> source.value(descriptor));
        });
    }

    @Override
    public <T> ListState<T> list(String name, Class<T> type) {
        return list(name, TypeToken.of(type));
    }

    @Override
    public <T> ListState<T> list(String name, TypeToken<T> type) {
        Codec<T> codec = Codecs.of(type);
        return handle(name, "list<" + codec.typeName() + ">", () -> {
            var descriptor = living(new ListStateDescriptor<>(prefix + name, CodecTypeInformation.of(codec)));
            return new FlinkHandles.Elements<>(() -> source.list(descriptor));
        });
    }

    @Override
    public <K, V> MapState<K, V> map(String name, Class<K> keyType, Class<V> valueType) {
        return map(name, TypeToken.of(keyType), TypeToken.of(valueType));
    }

    @Override
    public <K, V> MapState<K, V> map(String name, TypeToken<K> keyType, TypeToken<V> valueType) {
        Codec<K> keys = Codecs.of(keyType);
        Codec<V> values = Codecs.of(valueType);
        return handle(name, "map<" + keys.typeName() + ", " + values.typeName() + ">", () -> {
            var descriptor = living(new MapStateDescriptor<>(
                    prefix + name, CodecTypeInformation.of(keys), CodecTypeInformation.of(values)));
            return new FlinkHandles.Entries<>(() -> source.map(descriptor), keys.order());
        });
    }

    @Override
    public <T> ReducingState<T> reducing(String name, Class<T> type, ReduceFunction<T> reduce) {
        return reducing(name, TypeToken.of(type), reduce);
    }

    @Override
    public <T> ReducingState<T> reducing(String name, TypeToken<T> type, ReduceFunction<T> reduce) {
        Codec<T> codec = Codecs.of(type);
        return handle(name, "reducing<" + codec.typeName() + ">", () -> {
            var descriptor = living(reducing(prefix + name, codec, reduce));
            return new FlinkHandles.Reducing<>(() -> source.reducing(descriptor));
        });
    }

    /** What Flink has to know of a reducing state. */
    public static <T> ReducingStateDescriptor<T> reducing(String name, Codec<T> codec, ReduceFunction<T> reduce) {
        return new ReducingStateDescriptor<>(name, reduce::reduce, CodecTypeInformation.of(codec));
    }

    @Override
    public <I, A, O> AggregatingState<I, O> aggregating(
            String name, Class<A> accumulatorType, AggregateFunction<I, A, O> aggregate) {
        return aggregating(name, TypeToken.of(accumulatorType), aggregate);
    }

    @Override
    public <I, A, O> AggregatingState<I, O> aggregating(
            String name, TypeToken<A> accumulatorType, AggregateFunction<I, A, O> aggregate) {
        Codec<A> codec = Codecs.of(accumulatorType);
        return handle(name, "aggregating<" + codec.typeName() + ">", () -> {
            var descriptor = living(new AggregatingStateDescriptor<>(
                    prefix + name, new FlinkAggregate<>(aggregate), CodecTypeInformation.of(codec)));
            return new FlinkHandles.Aggregating<>(() -> source.aggregating(descriptor));
        });
    }

    /**
     * What Flink knows a handle by that this gave out.
     *
     * @throws IllegalArgumentException if it did not
     */
    public StateDescriptor<?, ?> descriptorOf(Object handle) {
        for (Map.Entry<String, Object> each : handles.entrySet()) {
            if (each.getValue() == handle) {
                return Objects.requireNonNull(descriptors.get(prefix + each.getKey()));
            }
        }
        throw new IllegalArgumentException("the state " + handle.getClass().getSimpleName()
                + " is none that the function got in open(…); pass one that it did");
    }

    private <D extends StateDescriptor<?, ?>> D living(D descriptor) {
        if (ttl.enabled()) {
            descriptor.enableTimeToLive(FlinkTtl.of(ttl));
        }
        descriptors.put(descriptor.getName(), descriptor);
        return descriptor;
    }

    @SuppressWarnings("unchecked") // the kind, with its types, is part of the question
    private <H> H handle(String name, String kind, Supplier<H> make) {
        String asked = ttl.enabled() ? kind + " with " + ttl : kind;
        String before = kinds.putIfAbsent(name, asked);
        if (before != null && !before.equals(asked)) {
            throw new IllegalStateException("state '" + name + "' is " + before + " and was asked for as " + asked
                    + "; give one of the two another name");
        }
        return (H) handles.computeIfAbsent(name, any -> make.get());
    }
}
