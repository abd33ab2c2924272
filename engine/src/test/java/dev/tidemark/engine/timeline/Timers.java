package dev.tidemark.engine.timeline;

import dev.tidemark.engine.function.KeyedProcessFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.state.KeyedState;
import dev.tidemark.engine.state.MapState;
import org.jspecify.annotations.Nullable;

/** Does with timers what its events ask for, and tells of each timer that fires. */
final class Timers extends KeyedProcessFunction<String, Timers.Ask, Timers.Rang> {
    private static final long serialVersionUID = 1L;

    /**
     * What to do.
     *
     * @param what event, processing, delete event, delete processing
     * @param then when the timer fires, one of event time is registered for this time; 0 for none
     */
    record Ask(String key, String what, long time, long then) {}

    /** A timer fired, while the operator's watermark stood there. */
    record Rang(String key, String domain, long time, long watermark) {}

    private transient @Nullable MapState<Long, Long> then;

    private MapState<Long, Long> then() {
        return java.util.Objects.requireNonNull(then);
    }

    @Override
    public void open(KeyedState state) {
        then = state.map("then", Long.class, Long.class);
    }

    @Override
    public void processElement(Ask ask, Context<String> context, Output<Rang> out) {
        if (ask.then() != 0) {
            then().put(ask.time(), ask.then());
        }
        switch (ask.what()) {
            case "event" -> context.timers().registerEventTimeTimer(ask.time());
            case "processing" -> context.timers().registerProcessingTimeTimer(ask.time());
            case "delete event" -> context.timers().deleteEventTimeTimer(ask.time());
            case "delete processing" -> context.timers().deleteProcessingTimeTimer(ask.time());
            case "behind the watermark" ->
                context.timers().registerEventTimeTimer(context.timers().watermark() - ask.time());
            case "tell" -> out.collect(new Rang(ask.key(), "element", context.timestamp(), context.watermark()));
            default -> throw new IllegalArgumentException(ask.what());
        }
    }

    @Override
    public void onTimer(long timestamp, TimerContext<String> context, Output<Rang> out) {
        out.collect(
                new Rang(context.key(), context.eventTime() ? "event" : "processing", timestamp, context.watermark()));
        Long next = then().get(timestamp);
        if (next != null) {
            then().remove(timestamp);
            context.timers().registerEventTimeTimer(next);
        }
    }
}
