package dev.tidemark.engine;

import dev.tidemark.engine.connect.files.BadRow;
import dev.tidemark.engine.connect.files.BadRows;
import dev.tidemark.engine.connect.files.CsvOptions;
import dev.tidemark.engine.connect.files.RecordFiles;
import dev.tidemark.engine.connect.files.Rows;
import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.function.LongField;
import dev.tidemark.engine.function.TimestampSelector;
import dev.tidemark.engine.runtime.Randomness;
import dev.tidemark.engine.topology.Arrivals;
import dev.tidemark.engine.topology.SourceInput;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Recorded input: events with the time at which they happened, the time at which they arrived, and a partition.
 *
 * <p>Events are played in the order of their arrivals, equal ones in the order of the recording. Without arrivals an
 * event arrives at the largest event time so far. A trace is a recording of a live stream: a partition that has fallen
 * silent is not known to be over before the whole trace is.
 *
 * @param <T> the events
 */
public final class Trace<T> {
    private final List<T> events;
    private final Type type;
    private final String origin;
    private final @Nullable LongField<? super T> eventTime;
    private final @Nullable TimestampSelector<? super T> arrival;
    private final @Nullable Function<? super T, ?> partition;
    private final long delaySeed;
    private final long delayMillis;

    private Trace(
            List<T> events,
            Type type,
            String origin,
            @Nullable LongField<? super T> eventTime,
            @Nullable TimestampSelector<? super T> arrival,
            @Nullable Function<? super T, ?> partition,
            long delaySeed,
            long delayMillis) {
        this.events = events;
        this.type = type;
        this.origin = origin;
        this.eventTime = eventTime;
        this.arrival = arrival;
        this.partition = partition;
        this.delaySeed = delaySeed;
        this.delayMillis = delayMillis;
    }

    /** The events of a list, in its order. */
    public static <T> Trace<T> of(List<T> events, Class<T> type) {
        return new Trace<>(List.copyOf(events), type, events.size() + " events", null, null, null, 0, 0);
    }

    /**
     * The rows of a CSV file whose header names the components of a record.
     *
     * @throws dev.tidemark.engine.connect.files.BadRowException at the first row that is not one, with file, line, column
     */
    public static <T> Trace<T> csv(String file, Class<T> type) {
        return read(file, type, RecordFiles.csv(Path.of(file), type, CsvOptions.standard()));
    }

    /** The rows of a CSV file; bad ones go to {@code bad} and the others stay. */
    public static <T> Trace<T> csv(String file, Class<T> type, Consumer<? super BadRow> bad) {
        Rows<T> rows =
                RecordFiles.csv(Path.of(file), type, CsvOptions.standard().badRows(BadRows.COLLECT));
        rows.bad().forEach(bad);
        return read(file, type, rows);
    }

    /**
     * The lines of a file that holds a JSON object in each.
     *
     * @throws dev.tidemark.engine.connect.files.BadRowException at the first line that is not one
     */
    public static <T> Trace<T> jsonLines(String file, Class<T> type) {
        return read(file, type, RecordFiles.jsonLines(Path.of(file), type));
    }

    /** The lines of a file that holds a JSON object in each; bad ones go to {@code bad} and the others stay. */
    public static <T> Trace<T> jsonLines(String file, Class<T> type, Consumer<? super BadRow> bad) {
        Rows<T> rows = RecordFiles.jsonLines(Path.of(file), type, BadRows.COLLECT);
        rows.bad().forEach(bad);
        return read(file, type, rows);
    }

    private static <T> Trace<T> read(String file, Class<T> type, Rows<T> rows) {
        String origin = rows.rows().size() + " events of " + Path.of(file).getFileName();
        return new Trace<>(List.copyOf(rows.rows()), type, origin, null, null, null, 0, 0);
    }

    /** {@code count} events, the i-th made by {@code event}. */
    public static <T> Trace<T> generate(int count, Class<T> type, LongFunction<T> event) {
        List<T> made = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            made.add(event.apply(i));
        }
        return new Trace<>(List.copyOf(made), type, count + " generated events", null, null, null, 0, 0);
    }

    /**
     * {@code count} events of which none is kept: the i-th is computed by {@code event} whenever it is read.
     *
     * <p>The function must give equal events for equal numbers, in one partition or in several; with {@link #arrival} or {@link
     * #arrivalDelay} all are made and kept.
     */
    public static <T> Trace<T> computed(int count, Class<T> type, LongFunction<T> event) {
        return new Trace<>(new Computed<>(count, event), type, count + " computed events", null, null, null, 0, 0);
    }

    /** A list of which nothing is kept. */
    private static final class Computed<T> extends AbstractList<T> implements RandomAccess {
        private final int size;
        private final LongFunction<T> event;

        Computed(int size, LongFunction<T> event) {
            this.size = size;
            this.event = event;
        }

        @Override
        public T get(int index) {
            return event.apply(Objects.checkIndex(index, size));
        }

        @Override
        public int size() {
            return size;
        }
    }

    /** When an event happened. */
    public Trace<T> eventTime(TimestampSelector<? super T> time) {
        return eventTimeMillis(event -> EventTimes.of(event, time));
    }

    /** When an event happened, in milliseconds since 1970. */
    public Trace<T> eventTimeMillis(LongField<? super T> time) {
        return new Trace<>(events, type, origin, time, arrival, partition, delaySeed, delayMillis);
    }

    /** When an event arrived: what the clock shows when it is read. */
    public Trace<T> arrival(TimestampSelector<? super T> time) {
        return new Trace<>(events, type, origin, eventTime, time, partition, 0, 0);
    }

    /** Arrivals are event times plus a delay between zero and {@code most}, drawn from the seed: disorder on demand. */
    public Trace<T> arrivalDelay(long seed, Duration most) {
        if (most.isNegative()) {
            throw new IllegalArgumentException("the largest delay is " + most + "; it must be zero or more");
        }
        return new Trace<>(events, type, origin, eventTime, null, partition, seed, most.toMillis());
    }

    /** Which partition an event comes through; each has a watermark of its own. */
    public Trace<T> partitionBy(Function<? super T, ?> key) {
        return new Trace<>(events, type, origin, eventTime, arrival, key, delaySeed, delayMillis);
    }

    /** The events that pass. */
    public Trace<T> where(java.util.function.Predicate<? super T> predicate) {
        List<T> kept = new ArrayList<>();
        for (T event : events) {
            if (predicate.test(event)) {
                kept.add(event);
            }
        }
        return new Trace<>(List.copyOf(kept), type, origin, eventTime, arrival, partition, delaySeed, delayMillis);
    }

    /** The events, in the order of the recording. */
    public List<T> events() {
        return events;
    }

    public int size() {
        return events.size();
    }

    /** Whether its events have times. */
    boolean timed() {
        return eventTime != null;
    }

    Type type() {
        return type;
    }

    /** An event with its times in milliseconds. */
    public record Recorded<T>(T event, long eventTimeMillis, long arrivalMillis, String partition) {}

    /** The events as they are played: in the order of their arrivals. */
    public List<Recorded<T>> played() {
        List<Recorded<T>> played = new ArrayList<>(events.size());
        long latest = Long.MIN_VALUE;
        for (int i = 0; i < events.size(); i++) {
            T event = events.get(i);
            long time = eventTime == null ? Event.NO_TIMESTAMP : eventTime.valueOf(event);
            latest = Math.max(latest, time);
            played.add(new Recorded<>(event, time, arrivalOf(event, i, time, latest), partitionOf(event)));
        }
        played.sort(Comparator.comparingLong(Recorded::arrivalMillis));
        return played;
    }

    private long arrivalOf(T event, int index, long time, long latest) {
        if (arrival != null) {
            return EventTimes.of(event, arrival);
        }
        if (eventTime == null) {
            return 0;
        }
        return delayMillis == 0
                ? latest
                : time + Long.remainderUnsigned(Randomness.at(delaySeed, index), delayMillis + 1);
    }

    private String partitionOf(T event) {
        return partition == null ? "0" : String.valueOf(partition.apply(event));
    }

    /** Reads an event as this trace does. */
    private final class Reader implements SourceInput.Reading {
        @Override
        @SuppressWarnings("unchecked")
        public long timestamp(Object event) {
            return eventTime == null ? Event.NO_TIMESTAMP : eventTime.valueOf((T) event);
        }

        @Override
        @SuppressWarnings("unchecked")
        public String partition(Object event) {
            return partitionOf((T) event);
        }
    }

    SourceInput input() {
        LongField<? super T> time = eventTime;
        if (events instanceof Computed<T> computed && time != null && arrival == null && delayMillis == 0) {
            return computed(computed, time);
        }
        return TraceArrivals.input(played(), new Reader(), List.of());
    }

    private SourceInput computed(Computed<T> computed, LongField<? super T> time) {
        if (partition == null) {
            Arrivals arrivals = new TraceArrivals.Computed<>(computed.size, computed.event, time::valueOf);
            return new SourceInput.Recorded(List.of("0"), List.of(arrivals), new Reader());
        }
        var parts = new ComputedPartitions<T>(computed.size, computed.event, time::valueOf, partition);
        return new SourceInput.Recorded(parts.names(), parts.arrivals(), new Reader());
    }

    @Override
    public String toString() {
        return origin;
    }
}
