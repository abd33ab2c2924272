package dev.tidemark.flink.state;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.AggregatingState;
import org.apache.flink.api.common.state.AggregatingStateDescriptor;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReducingState;
import org.apache.flink.api.common.state.ReducingStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.windowing.triggers.Trigger;

/** Where Flink hands out state: a function's context, a window's or a trigger's. */
public interface StateSource {
    <T> ValueState<T> value(ValueStateDescriptor<T> descriptor);

    <T> ListState<T> list(ListStateDescriptor<T> descriptor);

    <K, V> MapState<K, V> map(MapStateDescriptor<K, V> descriptor);

    <T> ReducingState<T> reducing(ReducingStateDescriptor<T> descriptor);

    <I, A, O> AggregatingState<I, O> aggregating(AggregatingStateDescriptor<I, A, O> descriptor);

    /** State of the current key. */
    static StateSource of(RuntimeContext context) {
        return new StateSource() {
            @Override
            public <T> ValueState<T> value(ValueStateDescriptor<T> descriptor) {
                return context.getState(descriptor);
            }

            @Override
            public <T> ListState<T> list(ListStateDescriptor<T> descriptor) {
                return context.getListState(descriptor);
            }

            @Override
            public <K, V> MapState<K, V> map(MapStateDescriptor<K, V> descriptor) {
                return context.getMapState(descriptor);
            }

            @Override
            public <T> ReducingState<T> reducing(ReducingStateDescriptor<T> descriptor) {
                return context.getReducingState(descriptor);
            }

            @Override
            public <I, A, O> AggregatingState<I, O> aggregating(AggregatingStateDescriptor<I, A, O> descriptor) {
                return context.getAggregatingState(descriptor);
            }
        };
    }

    /** State of the current key, or of the current key and window. */
    static StateSource of(KeyedStateStore store) {
        return new StateSource() {
            @Override
            public <T> ValueState<T> value(ValueStateDescriptor<T> descriptor) {
                return store.getState(descriptor);
            }

            @Override
            public <T> ListState<T> list(ListStateDescriptor<T> descriptor) {
                return store.getListState(descriptor);
            }

            @Override
            public <K, V> MapState<K, V> map(MapStateDescriptor<K, V> descriptor) {
                return store.getMapState(descriptor);
            }

            @Override
            public <T> ReducingState<T> reducing(ReducingStateDescriptor<T> descriptor) {
                return store.getReducingState(descriptor);
            }

            @Override
            public <I, A, O> AggregatingState<I, O> aggregating(AggregatingStateDescriptor<I, A, O> descriptor) {
                return store.getAggregatingState(descriptor);
            }
        };
    }

    /** State of the current key and window. */
    static StateSource of(Trigger.TriggerContext context) {
        return new StateSource() {
            @Override
            public <T> ValueState<T> value(ValueStateDescriptor<T> descriptor) {
                return context.getPartitionedState(descriptor);
            }

            @Override
            public <T> ListState<T> list(ListStateDescriptor<T> descriptor) {
                return context.getPartitionedState(descriptor);
            }

            @Override
            public <K, V> MapState<K, V> map(MapStateDescriptor<K, V> descriptor) {
                return context.getPartitionedState(descriptor);
            }

            @Override
            public <T> ReducingState<T> reducing(ReducingStateDescriptor<T> descriptor) {
                return context.getPartitionedState(descriptor);
            }

            @Override
            public <I, A, O> AggregatingState<I, O> aggregating(AggregatingStateDescriptor<I, A, O> descriptor) {
                return context.getPartitionedState(descriptor);
            }
        };
    }
}
