package dev.tidemark.engine;

import dev.tidemark.engine.topology.Arrivals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The partitions of computed events: which are whose is found out once, and the events are computed again when they are read. */
final class ComputedPartitions<T> {
    private static final int MOST_KNOWN = 4096;

    private final LongFunction<T> event;
    private final ToLongFunction<T> eventTimeMillis;
    private final Map<String, Part<T>> parts = new LinkedHashMap<>();

    ComputedPartitions(
            int size, LongFunction<T> event, ToLongFunction<T> eventTimeMillis, Function<? super T, ?> partition) {
        this.event = event;
        this.eventTimeMillis = eventTimeMillis;
        long latest = Long.MIN_VALUE;
        Map<@Nullable Object, Part<T>> known = new LinkedHashMap<>(); // spares the texts of keys that were met before
        for (int i = 0; i < size; i++) {
            T made = Objects.requireNonNull(event.apply(i));
            latest = Math.max(latest, eventTimeMillis.applyAsLong(made));
            part(partition.apply(made), known).add(i, latest);
        }
    }

    private Part<T> part(@Nullable Object key, Map<@Nullable Object, Part<T>> known) {
        Part<T> part = known.get(key);
        if (part == null) {
            part = parts.computeIfAbsent(String.valueOf(key), any -> new Part<>(event, eventTimeMillis));
            if (known.size() < MOST_KNOWN) {
                known.put(key, part);
            }
        }
        return part;
    }

    List<String> names() {
        return List.copyOf(parts.keySet());
    }

    List<Arrivals> arrivals() {
        return new ArrayList<>(parts.values());
    }

    /** The events of one partition by their places in the whole, each of which arrives at the largest event time so far. */
    private static final class Part<T> implements Arrivals {
        private final LongFunction<T> event;
        private final ToLongFunction<T> eventTimeMillis;
        private int[] places = new int[16];
        private long[] arrivals = new long[16];
        private int size;

        Part(LongFunction<T> event, ToLongFunction<T> eventTimeMillis) {
            this.event = event;
            this.eventTimeMillis = eventTimeMillis;
        }

        void add(int place, long arrival) {
            if (size == places.length) {
                places = Arrays.copyOf(places, 2 * size);
                arrivals = Arrays.copyOf(arrivals, 2 * size);
            }
            places[size] = place;
            arrivals[size++] = arrival;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public long lastArrivalMillis() {
            return size == 0 ? Long.MIN_VALUE : arrivals[size - 1];
        }

        @Override
        public Cursor from(int position) {
            return new PartCursor<>(this, position);
        }
    }

    private static final class PartCursor<T> implements Arrivals.Cursor {
        private final Part<T> part;
        private int position;
        private @Nullable T value;

        PartCursor(Part<T> part, int position) {
            this.part = part;
            this.position = position;
            read();
        }

        private void read() {
            value = hasEvent() ? part.event.apply(part.places[position]) : null;
        }

        @Override
        public boolean hasEvent() {
            return position < part.size;
        }

        @Override
        public Object value() {
            return Objects.requireNonNull((Object) value);
        }

        @Override
        public long timestamp() {
            return part.eventTimeMillis.applyAsLong(Objects.requireNonNull(value));
        }

        @Override
        public long arrivalMillis() {
            return part.arrivals[position];
        }

        @Override
        public void next() {
            position++;
            read();
        }
    }
}
