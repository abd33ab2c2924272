package dev.tidemark.flink.window;

import dev.tidemark.engine.function.ReduceFunction;
import dev.tidemark.engine.state.KeyedState;
import dev.tidemark.engine.state.codec.Codecs;
import dev.tidemark.engine.trigger.Trigger;
import dev.tidemark.engine.trigger.TriggerResult;
import dev.tidemark.engine.window.Window;
import dev.tidemark.flink.function.Carried;
import dev.tidemark.flink.state.FlinkKeyedState;
import dev.tidemark.flink.state.StateSource;

/** A user's trigger. */
final class TriggerAdapter
        extends org.apache.flink.streaming.api.windowing.triggers.Trigger<
                Object, org.apache.flink.streaming.api.windowing.windows.Window> {
    private static final long serialVersionUID = 1L;
    private static final String STATE = "trigger ";

    private final Carried<Trigger<Object, Window>> trigger;

    TriggerAdapter(Carried<Trigger<Object, Window>> trigger) {
        this.trigger = trigger;
    }

    @Override
    public org.apache.flink.streaming.api.windowing.triggers.TriggerResult onElement(
            Object element,
            long timestamp,
            org.apache.flink.streaming.api.windowing.windows.Window window,
            TriggerContext context) {
        return result(trigger.get()
                .onElement(
                        FlinkElements.toEngine(element), timestamp, FlinkWindows.toEngine(window), new View(context)));
    }

    @Override
    public org.apache.flink.streaming.api.windowing.triggers.TriggerResult onEventTime(
            long time, org.apache.flink.streaming.api.windowing.windows.Window window, TriggerContext context) {
        return result(trigger.get().onEventTime(time, FlinkWindows.toEngine(window), new View(context)));
    }

    @Override
    public org.apache.flink.streaming.api.windowing.triggers.TriggerResult onProcessingTime(
            long time, org.apache.flink.streaming.api.windowing.windows.Window window, TriggerContext context) {
        return result(trigger.get().onProcessingTime(time, FlinkWindows.toEngine(window), new View(context)));
    }

    @Override
    public boolean canMerge() {
        return trigger.get().canMerge();
    }

    @Override
    public void onMerge(org.apache.flink.streaming.api.windowing.windows.Window window, OnMergeContext context) {
        trigger.get().onMerge(FlinkWindows.toEngine(window), new MergeView(new View(context), context));
    }

    @Override
    public void clear(org.apache.flink.streaming.api.windowing.windows.Window window, TriggerContext context) {
        trigger.get().clear(FlinkWindows.toEngine(window), new View(context));
    }

    @Override
    public String toString() {
        return trigger.toString();
    }

    private static org.apache.flink.streaming.api.windowing.triggers.TriggerResult result(TriggerResult result) {
        return org.apache.flink.streaming.api.windowing.triggers.TriggerResult.valueOf(result.name());
    }

    /** Flink's context as the engine's. */
    private record View(TriggerContext context) implements Trigger.Context {
        @Override
        public long watermark() {
            return context.getCurrentWatermark();
        }

        @Override
        public long processingTime() {
            return context.getCurrentProcessingTime();
        }

        @Override
        public void registerEventTimeTimer(long time) {
            context.registerEventTimeTimer(time);
        }

        @Override
        public void registerProcessingTimeTimer(long time) {
            context.registerProcessingTimeTimer(time);
        }

        @Override
        public void deleteEventTimeTimer(long time) {
            context.deleteEventTimeTimer(time);
        }

        @Override
        public void deleteProcessingTimeTimer(long time) {
            context.deleteProcessingTimeTimer(time);
        }

        @Override
        public KeyedState state() {
            return new FlinkKeyedState(StateSource.of(context), STATE);
        }
    }

    /** Flink's context of a merge as the engine's. */
    private record MergeView(View view, OnMergeContext context) implements Trigger.MergeContext {
        @Override
        public long watermark() {
            return view.watermark();
        }

        @Override
        public long processingTime() {
            return view.processingTime();
        }

        @Override
        public void registerEventTimeTimer(long time) {
            view.registerEventTimeTimer(time);
        }

        @Override
        public void registerProcessingTimeTimer(long time) {
            view.registerProcessingTimeTimer(time);
        }

        @Override
        public void deleteEventTimeTimer(long time) {
            view.deleteEventTimeTimer(time);
        }

        @Override
        public void deleteProcessingTimeTimer(long time) {
            view.deleteProcessingTimeTimer(time);
        }

        @Override
        public KeyedState state() {
            return view.state();
        }

        @Override
        public <V> void mergeReducing(String name, Class<V> type, ReduceFunction<V> reduce) {
            context.mergePartitionedState(FlinkKeyedState.reducing(STATE + name, Codecs.of(type), reduce));
        }
    }
}
