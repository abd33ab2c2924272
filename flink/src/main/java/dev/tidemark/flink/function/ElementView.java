package dev.tidemark.flink.function;

import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.function.ProcessFunction;
import java.util.Objects;
import org.apache.flink.streaming.api.TimerService;
import org.jspecify.annotations.Nullable;

/**
 * An element as one of Flink's functions sees it, in the engine's words.
 *
 * @param time its timestamp; null when it has none
 */
record ElementView(@Nullable Long time, TimerService timers, Sides sides, SideOutput aside)
        implements ProcessFunction.Context {
    @Override
    public long timestamp() {
        return time == null ? Event.NO_TIMESTAMP : time;
    }

    @Override
    public long watermark() {
        return timers.currentWatermark();
    }

    @Override
    public long processingTime() {
        return timers.currentProcessingTime();
    }

    @Override
    public <X> void output(OutputTag<X> tag, X value) {
        org.apache.flink.util.OutputTag<Object> side = sides.find(tag.name());
        Objects.requireNonNull(value);
        if (side != null) {
            aside.put(side, value);
        }
    }
}
