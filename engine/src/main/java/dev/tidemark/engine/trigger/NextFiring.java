package dev.tidemark.engine.trigger;

import dev.tidemark.engine.state.ReducingState;
import dev.tidemark.engine.trigger.Trigger.Context;
import dev.tidemark.engine.trigger.Trigger.MergeContext;
import dev.tidemark.engine.window.Window;

/** The next firing of a continuous trigger: one timer, kept in the window's state, never after the window's end. */
record NextFiring(long intervalMillis, boolean eventTime) {
    private static final String NEXT = "next firing";

    private static ReducingState<Long> state(Context context) {
        return context.state().reducing(NEXT, Long.class, Math::min);
    }

    /** Schedules the first firing, if none is: at the next multiple of the interval after {@code time}. */
    void begin(long time, Window window, Context context) {
        if (state(context).value() == null) {
            schedule(time - time % intervalMillis, window, context);
        }
    }

    /** Whether it is this firing, before the window's end, that is due; if so, the next one is scheduled. */
    boolean due(long time, Window window, Context context) {
        Long next = state(context).value();
        if (next == null || next != time) {
            return false;
        }
        state(context).clear();
        schedule(time, window, context);
        return true;
    }

    private void schedule(long from, Window window, Context context) {
        long time = Math.min(from + intervalMillis, window.maxTimestamp());
        state(context).add(time);
        register(time, context);
    }

    private void register(long time, Context context) {
        if (eventTime) {
            context.registerEventTimeTimer(time);
        } else {
            context.registerProcessingTimeTimer(time);
        }
    }

    /** The earliest firing of the merged windows becomes that of the resulting one. */
    void merge(MergeContext context) {
        context.mergeReducing(NEXT, Long.class, Math::min);
        Long next = state(context).value();
        if (next != null) {
            register(next, context);
        }
    }

    /** Nothing is scheduled any more. */
    void clear(Context context) {
        Long next = state(context).value();
        if (next != null) {
            if (eventTime) {
                context.deleteEventTimeTimer(next);
            } else {
                context.deleteProcessingTimeTimer(next);
            }
            state(context).clear();
        }
    }
}
