package dev.tidemark.flink.window;

import dev.tidemark.engine.window.GlobalWindow;
import dev.tidemark.engine.window.Timing;
import dev.tidemark.engine.window.Window;
import java.io.Serializable;

/**
 * What makes the trigger of an operator's subtask fire now: an element, or a timer of one of the two times.
 *
 * <p>The trigger notes it and the window's function, called at once after that, reads it; both lie in one operator, so
 * they have this object in common.
 */
final class Firing implements Serializable {
    private static final long serialVersionUID = 1L;

    private final boolean windowsOfEventTime;
    private boolean byTimer;
    private boolean timerOfEventTime;
    private long time;

    Firing(boolean windowsOfEventTime) {
        this.windowsOfEventTime = windowsOfEventTime;
    }

    void byElement() {
        byTimer = false;
    }

    void byTimer(long at, boolean ofEventTime) {
        byTimer = true;
        timerOfEventTime = ofEventTime;
        time = at;
    }

    /** Early, on time or late: the engine's rule. */
    Timing timing(Window window, long watermark) {
        if (!byTimer) {
            return windowsOfEventTime && watermark >= window.maxTimestamp() ? Timing.LATE : Timing.EARLY;
        }
        boolean sameDomain = timerOfEventTime == windowsOfEventTime || window == GlobalWindow.GLOBAL;
        if ((sameDomain ? time : watermark) < window.maxTimestamp()) {
            return Timing.EARLY;
        }
        return sameDomain && time == window.maxTimestamp() ? Timing.ON_TIME : Timing.LATE;
    }
}
