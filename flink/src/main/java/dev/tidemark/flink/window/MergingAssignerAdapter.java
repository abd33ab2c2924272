package dev.tidemark.flink.window;

import dev.tidemark.engine.window.Window;
import dev.tidemark.engine.window.WindowAssigner;
import dev.tidemark.flink.function.Carried;
import java.util.Collection;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.streaming.api.windowing.assigners.MergingWindowAssigner;
import org.apache.flink.streaming.api.windowing.triggers.Trigger;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;

/** A user's assigner of windows that merge where they meet. */
final class MergingAssignerAdapter extends MergingWindowAssigner<Object, TimeWindow> {
    private static final long serialVersionUID = 1L;

    private final Carried<WindowAssigner<Object, Window>> assigner;

    MergingAssignerAdapter(Carried<WindowAssigner<Object, Window>> assigner) {
        this.assigner = assigner;
    }

    @Override
    public Collection<TimeWindow> assignWindows(Object element, long timestamp, WindowAssignerContext context) {
        return assigner
                .get()
                .assign(FlinkElements.toEngine(element), timestamp, context.getCurrentProcessingTime())
                .stream()
                .map(window -> (TimeWindow) FlinkWindows.toFlink(window))
                .toList();
    }

    @Override
    @SuppressWarnings("unchecked")
    public Trigger<Object, TimeWindow> getDefaultTrigger() {
        return (Trigger<Object, TimeWindow>) (Trigger<?, ?>) new AssignerAdapter(assigner).getDefaultTrigger();
    }

    @Override
    public TypeSerializer<TimeWindow> getWindowSerializer(ExecutionConfig config) {
        return new TimeWindow.Serializer();
    }

    @Override
    public boolean isEventTime() {
        return assigner.get().eventTime();
    }

    @Override
    public void mergeWindows(Collection<TimeWindow> windows, MergeCallback<TimeWindow> callback) {
        TimeWindow.mergeWindows(windows, callback);
    }

    @Override
    public String toString() {
        return assigner.toString();
    }
}
