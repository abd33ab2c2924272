package dev.tidemark.kernel.widgets;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Buttons that count from one bound to the other by themselves, as for an animation; the front end holds the clock. */
public final class Play extends IntWidget {
    /**
     * A counter that stands still at first.
     *
     * @param min where it begins
     * @param max where it ends
     * @param intervalMillis the time between two values, at least 1
     */
    public Play(int min, int max, int intervalMillis) {
        super(Kind.control("Play"), "", min, max, min);
        if (intervalMillis < 1) {
            throw new IllegalArgumentException("an interval of " + intervalMillis + " ms; give at least 1");
        }
        put("interval", intervalMillis);
        put("show_repeat", false);
        playing(false);
    }

    /**
     * Starts or stops the counting.
     *
     * @param playing true to start
     */
    public void playing(boolean playing) {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        // the name from ipywidgets 8 on, and the one before
        state.put("playing", playing);
        state.put("_playing", playing);
        put(state);
    }
}
