package dev.tidemark.flink.window;

import org.apache.flink.streaming.api.windowing.triggers.Trigger;
import org.apache.flink.streaming.api.windowing.triggers.TriggerResult;
import org.apache.flink.streaming.api.windowing.windows.Window;

/** Does what another trigger does, without being of its class. */
class WrappedTrigger extends Trigger<Object, Window> {
    private static final long serialVersionUID = 1L;

    private final Trigger<Object, Window> inside;

    WrappedTrigger(Trigger<Object, Window> inside) {
        this.inside = inside;
    }

    @Override
    public TriggerResult onElement(Object element, long timestamp, Window window, TriggerContext context)
            throws Exception {
        return inside.onElement(element, timestamp, window, context);
    }

    @Override
    public TriggerResult onEventTime(long time, Window window, TriggerContext context) throws Exception {
        return inside.onEventTime(time, window, context);
    }

    @Override
    public TriggerResult onProcessingTime(long time, Window window, TriggerContext context) throws Exception {
        return inside.onProcessingTime(time, window, context);
    }

    @Override
    public final boolean canMerge() {
        return inside.canMerge();
    }

    @Override
    public final void onMerge(Window window, OnMergeContext context) throws Exception {
        inside.onMerge(window, context);
    }

    @Override
    public final void clear(Window window, TriggerContext context) throws Exception {
        inside.clear(window, context);
    }

    @Override
    public final String toString() {
        return inside.toString();
    }
}
