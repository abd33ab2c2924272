package dev.tidemark.flink.window;

import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.evictor.Evictor;
import dev.tidemark.engine.evictor.Timestamped;
import dev.tidemark.engine.window.Window;
import dev.tidemark.flink.function.Carried;
import java.util.Iterator;
import org.apache.flink.streaming.runtime.operators.windowing.TimestampedValue;

/** A user's evictor. */
final class EvictorAdapter
        implements org.apache.flink.streaming.api.windowing.evictors.Evictor<
                Object, org.apache.flink.streaming.api.windowing.windows.Window> {
    private static final long serialVersionUID = 1L;

    private final Carried<Evictor<Object, Window>> evictor;

    EvictorAdapter(Carried<Evictor<Object, Window>> evictor) {
        this.evictor = evictor;
    }

    @Override
    public void evictBefore(
            Iterable<TimestampedValue<Object>> elements,
            int size,
            org.apache.flink.streaming.api.windowing.windows.Window window,
            EvictorContext context) {
        evictor.get().evictBefore(new View(elements, size), FlinkWindows.toEngine(window), new At(context));
    }

    @Override
    public void evictAfter(
            Iterable<TimestampedValue<Object>> elements,
            int size,
            org.apache.flink.streaming.api.windowing.windows.Window window,
            EvictorContext context) {
        evictor.get().evictAfter(new View(elements, size), FlinkWindows.toEngine(window), new At(context));
    }

    /** Flink's context as the engine's. */
    private record At(EvictorContext context) implements Evictor.Context {
        @Override
        public long watermark() {
            return context.getCurrentWatermark();
        }

        @Override
        public long processingTime() {
            return context.getCurrentProcessingTime();
        }
    }

    /** Flink's elements as the engine's; removing takes them out of Flink's. */
    private record View(Iterable<TimestampedValue<Object>> elements, int size) implements Evictor.Elements<Object> {
        @Override
        public Iterator<Timestamped<Object>> iterator() {
            Iterator<TimestampedValue<Object>> inside = elements.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return inside.hasNext();
                }

                @Override
                public Timestamped<Object> next() {
                    TimestampedValue<Object> next = inside.next();
                    return new Timestamped<>(
                            FlinkElements.toEngine(next.getValue()),
                            next.hasTimestamp() ? next.getTimestamp() : Event.NO_TIMESTAMP);
                }

                @Override
                public void remove() {
                    inside.remove();
                }
            };
        }
    }
}
