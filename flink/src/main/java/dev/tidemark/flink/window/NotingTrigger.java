package dev.tidemark.flink.window;

import org.apache.flink.streaming.api.windowing.triggers.Trigger;
import org.apache.flink.streaming.api.windowing.triggers.TriggerResult;
import org.apache.flink.streaming.api.windowing.windows.Window;

/** Notes why it is asked, and asks the trigger inside; used where panes are read. */
final class NotingTrigger extends Trigger<Object, Window> {
    private static final long serialVersionUID = 1L;

    private final Trigger<Object, Window> inside;
    private final Firing firing;

    NotingTrigger(Trigger<Object, Window> inside, Firing firing) {
        this.inside = inside;
        this.firing = firing;
    }

    @Override
    public TriggerResult onElement(Object element, long timestamp, Window window, TriggerContext context)
            throws Exception {
        firing.byElement();
        return inside.onElement(element, timestamp, window, context);
    }

    @Override
    public TriggerResult onEventTime(long time, Window window, TriggerContext context) throws Exception {
        firing.byTimer(time, true);
        return inside.onEventTime(time, window, context);
    }

    @Override
    public TriggerResult onProcessingTime(long time, Window window, TriggerContext context) throws Exception {
        firing.byTimer(time, false);
        return inside.onProcessingTime(time, window, context);
    }

    @Override
    public boolean canMerge() {
        return inside.canMerge();
    }

    @Override
    public void onMerge(Window window, OnMergeContext context) throws Exception {
        inside.onMerge(window, context);
    }

    @Override
    public void clear(Window window, TriggerContext context) throws Exception {
        inside.clear(window, context);
    }

    @Override
    public String toString() {
        return inside.toString();
    }
}
