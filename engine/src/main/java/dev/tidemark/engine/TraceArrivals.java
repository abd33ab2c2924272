package dev.tidemark.engine;

import dev.tidemark.engine.topology.Arrivals;
import dev.tidemark.engine.topology.SourceInput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What a source reads of a trace: events that are kept, or that are computed one by one. */
final class TraceArrivals {
    private TraceArrivals() {}

    /**
     * The input of a source that plays events, which are in the order of their arrivals.
     *
     * @param known partitions that come first, in this order, those that have events
     */
    static <T> SourceInput.Recorded input(
            List<Trace.Recorded<T>> played, SourceInput.Reading reading, List<String> known) {
        Map<String, List<Trace.Recorded<T>>> byPartition = new LinkedHashMap<>();
        known.forEach(partition -> byPartition.put(partition, new ArrayList<>()));
        for (Trace.Recorded<T> each : played) {
            byPartition
                    .computeIfAbsent(each.partition(), any -> new ArrayList<>())
                    .add(each);
        }
        byPartition.values().removeIf(List::isEmpty);
        List<Arrivals> arrivals = new ArrayList<>();
        byPartition.values().forEach(each -> arrivals.add(new Kept<>(each)));
        return new SourceInput.Recorded(List.copyOf(byPartition.keySet()), arrivals, reading);
    }

    /** The events that a source plays, in the order of their arrivals; those of equal arrivals partition by partition. */
    static List<Trace.Recorded<Object>> played(SourceInput.Recorded input) {
        List<Trace.Recorded<Object>> played = new ArrayList<>();
        for (int i = 0; i < input.partitions().size(); i++) {
            String partition = input.partitions().get(i);
            for (Arrivals.Cursor at = input.arrivals().get(i).from(0); at.hasEvent(); at.next()) {
                played.add(new Trace.Recorded<>(at.value(), at.timestamp(), at.arrivalMillis(), partition));
            }
        }
        played.sort(Comparator.comparingLong(Trace.Recorded::arrivalMillis));
        return played;
    }

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
