package dev.tidemark.engine.window;

import dev.tidemark.engine.trigger.EndOfStreamTrigger;
import dev.tidemark.engine.trigger.NeverTrigger;
import dev.tidemark.engine.trigger.Trigger;
import java.util.List;

/**
 * One window for everything; it fires only if a trigger is given, or at the end of the stream.
 *
 * <p>Nothing is ever late for it, and what is not purged stays for ever. Source: Flink's {@code GlobalWindows}.
 *
 * @param firesAtEnd whether it fires when the input is over, unless another trigger is given
 */
public record GlobalWindows(boolean firesAtEnd) implements WindowAssigner<Object, GlobalWindow> {
    /** A window that never fires by itself. */
    public static GlobalWindows create() {
        return new GlobalWindows(false);
    }

    /** A window that fires when its input is over. */
    public static GlobalWindows createWithEndOfStreamTrigger() {
        return new GlobalWindows(true);
    }

    @Override
    public List<GlobalWindow> assign(Object element, long timestamp, long processingTime) {
        return List.of(GlobalWindow.GLOBAL);
    }

    @Override
    public long cellMillis() {
        return Long.MAX_VALUE;
    }

    @Override
    public long cellStart(long time) {
        return time < 0 ? -Long.MAX_VALUE : 0;
    }

    @Override
    public Trigger<Object, GlobalWindow> defaultTrigger() {
        return firesAtEnd ? new EndOfStreamTrigger() : new NeverTrigger<>();
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
        return firesAtEnd ? "global, at the end" : "global";
    }
}
