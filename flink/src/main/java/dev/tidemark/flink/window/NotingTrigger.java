package dev.tidemark.flink.window;

import org.apache.flink.streaming.api.windowing.triggers.Trigger;
import org.apache.flink.streaming.api.windowing.triggers.TriggerResult;
import org.apache.flink.streaming.api.windowing.windows.Window;

/** Notes why it is asked, and asks the trigger inside; used where panes are read. */
final class NotingTrigger extends WrappedTrigger {
    private static final long serialVersionUID = 1L;

    private final Firing firing;

    NotingTrigger(Trigger<Object, Window> inside, Firing firing) {
        super(inside);
        this.firing = firing;
    }

    @Override
    public TriggerResult onElement(Object element, long timestamp, Window window, TriggerContext context)
            throws Exception {
        firing.byElement();
        return super.onElement(element, timestamp, window, context);
    }

    @Override
    public TriggerResult onEventTime(long time, Window window, TriggerContext context) throws Exception {
        firing.byTimer(time, true);
        return super.onEventTime(time, window, context);
    }

    @Override
    public TriggerResult onProcessingTime(long time, Window window, TriggerContext context) throws Exception {
        firing.byTimer(time, false);
        return super.onProcessingTime(time, window, context);
    }
}
