package dev.tidemark.flink.window;

import dev.tidemark.engine.window.GlobalWindow;
import dev.tidemark.engine.window.TimeWindow;
import dev.tidemark.engine.window.Window;

/** The engine's windows as Flink's, and back. */
public final class FlinkWindows {
    private FlinkWindows() {}

    /** Flink's window. */
    public static org.apache.flink.streaming.api.windowing.windows.Window toFlink(Window window) {
        return window instanceof TimeWindow time
                ? new org.apache.flink.streaming.api.windowing.windows.TimeWindow(time.start(), time.end())
                : org.apache.flink.streaming.api.windowing.windows.GlobalWindow.get();
    }

    /** The engine's window. */
    public static Window toEngine(org.apache.flink.streaming.api.windowing.windows.Window window) {
        return window instanceof org.apache.flink.streaming.api.windowing.windows.TimeWindow time
                ? new TimeWindow(time.getStart(), time.getEnd())
                : GlobalWindow.GLOBAL;
    }
}
