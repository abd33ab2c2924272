package dev.tidemark.engine.window;

import dev.tidemark.engine.trigger.NeverTrigger;
import dev.tidemark.engine.trigger.Trigger;
import java.util.List;

/** One window for everything; it fires only if a trigger is given. */
public record GlobalWindows() implements WindowAssigner<Object, GlobalWindow> {
    public static GlobalWindows create() {
        return new GlobalWindows();
    }

    @Override
    public List<GlobalWindow> assign(Object element, long timestamp, long processingTime) {
        return List.of(GlobalWindow.GLOBAL);
    }

    @Override
    public long slot(Object element, long timestamp, long processingTime) {
        return 0;
    }

    @Override
    public Trigger<Object, GlobalWindow> defaultTrigger() {
        return new NeverTrigger<>();
    }

    @Override
    public boolean eventTime() {
        return false;
    }

    @Override
    public Class<GlobalWindow> windowType() {
        return GlobalWindow.class;
    }

    @Override
    public String toString() {
        return "global";
    }
}
