package dev.tidemark.propertytests.shrink;

import dev.tidemark.propertytests.EventScript;
import dev.tidemark.propertytests.ScriptEntry;
import dev.tidemark.propertytests.ScriptEntry.EventArrives;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;

/**
 * Scripts that are a little smaller than a given one, the boldest first.
 *
 * <p>Laws: each is smaller by {@link ScriptSize}, and keeps the {@link Promise} of the given one.
 */
public final class ScriptCandidates {
    private static final long[] ROUND = {86_400_000, 3_600_000, 60_000, 10_000, 5_000, 1_000, 1};
    private static final int SIMPLER_VALUES = 25;

    private ScriptCandidates() {}

    /** Lazily, every way of making {@code script} smaller. */
    public static <T> Stream<EventScript<T>> of(EventScript<T> script) {
        return Stream.concat(shorter(script), plainer(script));
    }

    /** Leaves out halves, quarters and so on, down to single lines. */
    public static <T> Stream<EventScript<T>> shorter(EventScript<T> script) {
        int size = script.size();
        return IntStream.iterate((size + 1) / 2, chunk -> chunk >= 1, chunk -> chunk == 1 ? 0 : (chunk + 1) / 2)
                .boxed()
                .flatMap(chunk -> IntStream.iterate(0, from -> from < size, from -> from + chunk)
                        .mapToObj(from -> without(script, from, Math.min(size, from + chunk))));
    }

    private static <T> EventScript<T> without(EventScript<T> script, int from, int to) {
        List<ScriptEntry<T>> left = new ArrayList<>(script.entries());
        left.subList(from, to).clear();
        return script.with(left);
    }

    /** Keeps the lines, and makes partitions, times and values simpler. */
    public static <T> Stream<EventScript<T>> plainer(EventScript<T> script) {
        ScriptSize size = ScriptSize.of(script);
        Promise promise = Promise.of(script);
        return Stream.of(
                        fewerPartitions(script),
                        sameValues(script),
                        earlier(script),
                        arrivals(script),
                        times(script),
                        values(script))
                .flatMap(each -> each)
                .filter(candidate -> ScriptSize.of(candidate).compareTo(size) < 0)
                .filter(promise::keptBy);
    }

    /** Everything of a source in one partition; then single lines in the partition of another line. */
    private static <T> Stream<EventScript<T>> fewerPartitions(EventScript<T> script) {
        Stream<EventScript<T>> all = script.partitions().entrySet().stream()
                .filter(source -> source.getValue().size() > 1)
                .flatMap(source -> source.getValue().stream()
                        .map(partition -> script.with(script.entries().stream()
                                .map(entry -> entry.source().equals(source.getKey())
                                                && !entry.partition().isEmpty()
                                        ? entry.movedTo(entry.source(), partition)
                                        : entry)
                                .toList())));
        Stream<EventScript<T>> single = indices(script)
                .flatMap(i -> script.partitions().getOrDefault(at(script, i).source(), List.of()).stream()
                        .filter(partition -> !at(script, i).partition().isEmpty()
                                && !partition.equals(at(script, i).partition()))
                        .map(partition -> replaced(
                                script, i, at(script, i).movedTo(at(script, i).source(), partition))));
        return Stream.concat(all, single);
    }

    /** An event like another one. */
    private static <T> Stream<EventScript<T>> sameValues(EventScript<T> script) {
        return events(script).flatMap(i -> events(script)
                .filter(j -> !event(script, i).value().equals(event(script, j).value()))
                .map(j -> {
                    EventArrives<T> to = event(script, i);
                    EventArrives<T> like = valued(to, event(script, j).origin());
                    return replaced(
                            script, i, to.timestamp() == Long.MIN_VALUE ? like : script.timed(like, to.timestamp()));
                }));
    }

    /** Everything from some line on earlier by the same time, so that the script is short. */
    private static <T> Stream<EventScript<T>> earlier(EventScript<T> script) {
        return indices(script).flatMap(i -> {
            long at = at(script, i).arrivalMillis();
            long before = i == 0 ? floor(at, ROUND[0]) : at(script, i - 1).arrivalMillis();
            return LongStream.concat(
                            LongStream.of(at - before, i == 0 ? ScriptSize.firstTime(script) - before : 0),
                            LongStream.of(ROUND).map(round -> floor(at - before, round)))
                    .filter(by -> by > 0)
                    .distinct()
                    .mapToObj(by -> moved(script, i, by));
        });
    }

    private static <T> EventScript<T> moved(EventScript<T> script, int from, long by) {
        List<ScriptEntry<T>> entries = new ArrayList<>(script.entries());
        for (int i = from; i < entries.size(); i++) {
            ScriptEntry<T> entry = entries.get(i);
            entries.set(i, timed(script, entry.arrivingAt(entry.arrivalMillis() - by), entry.timestamp() - by));
        }
        return script.with(entries);
    }

    /** Lines that arrive together, together at an earlier time. */
    private static <T> Stream<EventScript<T>> arrivals(EventScript<T> script) {
        return script.entries().stream()
                .map(ScriptEntry::arrivalMillis)
                .distinct()
                .flatMap(arrival -> targets(script, arrival)
                        .filter(time -> time < arrival)
                        .mapToObj(time -> script.with(script.entries().stream()
                                .map(entry -> entry.arrivalMillis() == arrival ? entry.arrivingAt(time) : entry)
                                .toList())));
    }

    /** Times of single lines towards boundaries, and towards each other. */
    private static <T> Stream<EventScript<T>> times(EventScript<T> script) {
        return indices(script).flatMap(i -> {
            ScriptEntry<T> entry = at(script, i);
            Stream<EventScript<T>> arrivals = targets(script, entry.arrivalMillis())
                    .filter(time -> time < entry.arrivalMillis())
                    .mapToObj(time -> replaced(script, i, entry.arrivingAt(time)));
            if (entry.timestamp() == Long.MIN_VALUE) {
                return arrivals;
            }
            Stream<EventScript<T>> timestamps = targets(script, entry.timestamp())
                    .mapToObj(time -> replaced(script, i, timed(script, entry, time)));
            Stream<EventScript<T>> together = targets(script, entry.timestamp())
                    .mapToObj(time -> replaced(script, i, timed(script, entry.arrivingAt(time), time)));
            return Stream.of(together, arrivals, timestamps).flatMap(each -> each);
        });
    }

    /** Round times at or below {@code time} and just above it, and the times of other lines. */
    private static <T> LongStream targets(EventScript<T> script, long time) {
        Set<Long> found = new LinkedHashSet<>();
        for (long round : ROUND) {
            found.add(floor(time, round));
            if (round <= 60_000) {
                found.add(floor(time, round) + round);
            }
        }
        for (ScriptEntry<T> entry : script.entries()) {
            found.add(entry.arrivalMillis());
            if (entry.timestamp() != Long.MIN_VALUE) {
                found.add(entry.timestamp());
            }
        }
        found.remove(time);
        return found.stream().mapToLong(Long::longValue);
    }

    private static long floor(long time, long step) {
        return Math.floorDiv(time, step) * step;
    }

    /** What the generator of the values holds to be simpler, for all equal events at once and for each alone. */
    private static <T> Stream<EventScript<T>> values(EventScript<T> script) {
        return events(script).flatMap(i -> event(script, i)
                .origin()
                .shrink()
                .limit(SIMPLER_VALUES)
                .flatMap(simpler -> Stream.of(
                        revalued(script, event(script, i).value(), simpler),
                        replaced(script, i, valued(event(script, i), simpler)))));
    }

    private static <T> EventScript<T> revalued(EventScript<T> script, T value, Shrinkable<T> simpler) {
        List<ScriptEntry<T>> entries = new ArrayList<>();
        for (ScriptEntry<T> entry : script.entries()) {
            boolean equal =
                    entry instanceof EventArrives<T> event && event.value().equals(value);
            entries.add(equal ? valued((EventArrives<T>) entry, simpler) : entry);
        }
        return script.with(entries);
    }

    private static <T> EventArrives<T> valued(EventArrives<T> event, Shrinkable<T> value) {
        return new EventArrives<>(event.source(), event.partition(), value, event.timestamp(), event.arrivalMillis());
    }

    private static <T> ScriptEntry<T> timed(EventScript<T> script, ScriptEntry<T> entry, long timestamp) {
        if (entry.timestamp() == Long.MIN_VALUE) {
            return entry;
        }
        if (entry instanceof EventArrives<T> event) {
            return script.timed(event, timestamp);
        }
        return new ScriptEntry.WatermarkMoves<>(entry.source(), entry.partition(), timestamp, entry.arrivalMillis());
    }

    private static <T> EventScript<T> replaced(EventScript<T> script, int index, ScriptEntry<T> entry) {
        List<ScriptEntry<T>> entries = new ArrayList<>(script.entries());
        entries.set(index, entry);
        return script.with(entries);
    }

    private static Stream<Integer> indices(EventScript<?> script) {
        return IntStream.range(0, script.size()).boxed();
    }

    private static <T> ScriptEntry<T> at(EventScript<T> script, int index) {
        return script.entries().get(index);
    }

    private static Stream<Integer> events(EventScript<?> script) {
        return indices(script).filter(i -> script.entries().get(i) instanceof EventArrives);
    }

    private static <T> EventArrives<T> event(EventScript<T> script, int index) {
        return (EventArrives<T>) script.entries().get(index);
    }
}
