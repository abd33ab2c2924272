package dev.tidemark.flink.window;

import dev.tidemark.engine.window.TimeWindow;
import dev.tidemark.engine.window.Window;
import dev.tidemark.engine.window.WindowAssigner;
import dev.tidemark.flink.function.Carried;
import java.util.Collection;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.streaming.api.windowing.triggers.Trigger;
import org.apache.flink.streaming.api.windowing.windows.GlobalWindow;

/** A user's assigner of windows that do not merge. */
final class AssignerAdapter
        extends org.apache.flink.streaming.api.windowing.assigners.WindowAssigner<
                Object, org.apache.flink.streaming.api.windowing.windows.Window> {
    private static final long serialVersionUID = 1L;

    private final Carried<WindowAssigner<Object, Window>> assigner;

    AssignerAdapter(Carried<WindowAssigner<Object, Window>> assigner) {
        this.assigner = assigner;
    }

    @Override
    public Collection<org.apache.flink.streaming.api.windowing.windows.Window> assignWindows(
            Object element, long timestamp, WindowAssignerContext context) {
        return assigner
                .get()
                .assign(FlinkElements.toEngine(element), timestamp, context.getCurrentProcessingTime())
                .stream()
                .map(FlinkWindows::toFlink)
                .toList();
    }

    @Override
    @SuppressWarnings("unchecked")
    public Trigger<Object, org.apache.flink.streaming.api.windowing.windows.Window> getDefaultTrigger() {
        return FlinkTriggers.of(
                (dev.tidemark.engine.trigger.Trigger<Object, Window>) (dev.tidemark.engine.trigger.Trigger<?, ?>)
                        assigner.get().defaultTrigger(),
                assigner.get().windowType(),
                "the default trigger of " + assigner);
    }

    @Override
    @SuppressWarnings("unchecked")
    public TypeSerializer<org.apache.flink.streaming.api.windowing.windows.Window> getWindowSerializer(
            ExecutionConfig config) {
        return (TypeSerializer<org.apache.flink.streaming.api.windowing.windows.Window>)
                (assigner.get().windowType() == (Class<?>) TimeWindow.class
                        ? new org.apache.flink.streaming.api.windowing.windows.TimeWindow.Serializer()
                        : (TypeSerializer<?>) new GlobalWindow.Serializer());
    }

    @Override
    public boolean isEventTime() {
        return assigner.get().eventTime();
    }

    @Override
    public String toString() {
        return assigner.toString();
    }
}
