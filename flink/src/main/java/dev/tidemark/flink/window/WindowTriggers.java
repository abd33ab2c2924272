package dev.tidemark.flink.window;

import dev.tidemark.engine.window.WindowSpec;
import dev.tidemark.flink.function.Carried;
import dev.tidemark.flink.function.Sides;
import org.apache.flink.streaming.api.windowing.triggers.Trigger;
import org.apache.flink.streaming.api.windowing.windows.Window;
import org.jspecify.annotations.Nullable;

/**
 * The trigger and the function of a window operator, which share a note of what fires where panes are read.
 *
 */
public final class WindowTriggers {
    private final String owner;
    private final Trigger<Object, Window> trigger;
    private final @Nullable Firing firing;

    private WindowTriggers(String owner, Trigger<Object, Window> trigger, @Nullable Firing firing) {
        this.owner = owner;
        this.trigger = trigger;
        this.firing = firing;
    }

    /** Those of {@code spec}; {@code panes} says whether panes are read, {@code owner} is the operator. */
    public static WindowTriggers of(WindowSpec spec, boolean panes, String owner) {
        Trigger<Object, Window> trigger =
                FlinkTriggers.of(spec.trigger().instance(), spec.assigner().windowType(), owner);
        if (!panes) {
            return new WindowTriggers(owner, trigger, null);
        }
        Firing firing = new Firing(spec.lateness().eventTime());
        return new WindowTriggers(owner, new NotingTrigger(trigger, firing), firing);
    }

    /** Flink's trigger. */
    public Trigger<Object, Window> trigger() {
        return trigger;
    }

    /** The window function of {@code spec}. */
    public WindowFunctionAdapter function(WindowSpec spec, Sides sides) {
        return new WindowFunctionAdapter(
                spec.function() == null ? null : Carried.of(spec.function(), owner), sides, firing);
    }
}
