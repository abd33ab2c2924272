package dev.tidemark.engine;

import dev.tidemark.engine.topology.Arrivals;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What a source reads of a trace: events that are kept, or that are computed one by one. */
final class TraceArrivals {
    private TraceArrivals() {}

    /** The events of one partition, with their times. */
    record Kept<T>(List<Trace.Recorded<T>> events) implements Arrivals {
        @Override
        public int size() {
            return events.size();
        }

        @Override
        public long lastArrivalMillis() {
            return events.isEmpty()
                    ? Long.MIN_VALUE
                    : events.get(events.size() - 1).arrivalMillis();
        }

        @Override
        public Cursor from(int position) {
            return new KeptCursor<>(events, position);
        }
    }

    private static final class KeptCursor<T> implements Arrivals.Cursor {
        private final List<Trace.Recorded<T>> events;
        private int position;

        KeptCursor(List<Trace.Recorded<T>> events, int position) {
            this.events = events;
            this.position = position;
        }

        @Override
        public boolean hasEvent() {
            return position < events.size();
        }

        @Override
        public Object value() {
            return Objects.requireNonNull((Object) events.get(position).event());
        }

        @Override
        public long timestamp() {
            return events.get(position).eventTimeMillis();
        }

        @Override
        public long arrivalMillis() {
            return events.get(position).arrivalMillis();
        }

        @Override
        public void next() {
            position++;
        }
    }

    /** Events that are computed when they are read; each arrives at the largest event time so far. */
    record Computed<T>(int size, LongFunction<T> event, ToLongFunction<T> eventTimeMillis) implements Arrivals {
        @Override
        public long lastArrivalMillis() {
            long latest = Long.MIN_VALUE;
            for (int i = 0; i < size; i++) {
                latest = Math.max(latest, eventTimeMillis.applyAsLong(event.apply(i)));
            }
            return latest;
        }

        @Override
        public Cursor from(int position) {
            ComputedCursor<T> cursor = new ComputedCursor<>(this);
            while (cursor.position < position) {
                cursor.next();
            }
            return cursor;
        }
    }

    private static final class ComputedCursor<T> implements Arrivals.Cursor {
        private final int size;
        private final LongFunction<T> event;
        private final ToLongFunction<T> eventTimeMillis;
        private int position;
        private @Nullable T value;
        private long timestamp;
        private long latest = Long.MIN_VALUE;

        ComputedCursor(Computed<T> computed) {
            this.size = computed.size();
            this.event = computed.event();
            this.eventTimeMillis = computed.eventTimeMillis();
            read();
        }

        private void read() {
            if (position < size) {
                T made = Objects.requireNonNull(event.apply(position));
                value = made;
                timestamp = eventTimeMillis.applyAsLong(made);
                latest = Math.max(latest, timestamp);
            } else {
                value = null;
            }
        }

        @Override
        public boolean hasEvent() {
            return value != null;
        }

        @Override
        public Object value() {
            return Objects.requireNonNull((Object) value);
        }

        @Override
        public long timestamp() {
            return timestamp;
        }

        @Override
        public long arrivalMillis() {
            return latest;
        }

        @Override
        public void next() {
            position++;
            read();
        }
    }
}
