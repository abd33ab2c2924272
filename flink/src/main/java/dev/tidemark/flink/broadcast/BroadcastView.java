package dev.tidemark.flink.broadcast;

import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.function.ProcessFunction;
import dev.tidemark.flink.function.SideOutput;
import dev.tidemark.flink.function.Sides;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an element of either stream tells of itself and of the operator. */
abstract class BroadcastView implements ProcessFunction.Context {
    private final At at;
    private final Sides sides;
    private final SideOutput aside;

    /**
     * When an element came.
     *
     * @param timestamp its own; null when it has none
     */
    record At(@Nullable Long timestamp, long watermark, long processingTime) {}

    BroadcastView(At at, Sides sides, SideOutput aside) {
        this.at = at;
        this.sides = sides;
        this.aside = aside;
    }

    @Override
    public final long timestamp() {
        return at.timestamp() == null ? Event.NO_TIMESTAMP : at.timestamp();
    }

    @Override
    public final long watermark() {
        return at.watermark();
    }

    @Override
    public final long processingTime() {
        return at.processingTime();
    }

    @Override
    public final <X> void output(OutputTag<X> tag, X value) {
        org.apache.flink.util.OutputTag<Object> side = sides.find(tag.name());
        Objects.requireNonNull(value);
        if (side != null) {
            aside.put(side, value);
        }
    }
}
