package dev.tidemark.propertytests;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Run;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.engine.transcript.Transcript;
import dev.tidemark.engine.transcript.TranscriptLine;
import dev.tidemark.engine.transcript.ValueText;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What reaches a pipeline, line by line: events with event time, arrival and partition, watermarks and idle marks by
 * hand, jumps of the clock.
 *
 * <p>Laws: entries are in the order of their arrivals; those that arrive at the same millisecond are in flight together,
 * so that the schedule decides their order between partitions; behind the last entry every source ends. A script prints
 * as the inputs of a {@link Transcript} and is read back from it.
 *
 * <pre>{@code
 * day 2000-01-01
 * 00:00:00 payments <- Payment(card=a, amount=1) @ 00:00:00
 * 00:00:05 payments/west <- Payment(card=a, amount=500) @ 00:00:03
 * 00:00:09 payments/west <- idle
 * }</pre>
 *
 * @param <T> the events
 */
public final class EventScript<T> {
    /** The partition of a source that has only one; it is not written. */
    public static final String ONLY_PARTITION = "0";

    private final List<ScriptEntry<T>> entries;
    private final BiFunction<T, Instant, T> stamp;
    private final long seed;

    EventScript(List<? extends ScriptEntry<T>> entries, BiFunction<T, Instant, T> stamp, long seed) {
        List<ScriptEntry<T>> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparingLong(ScriptEntry::arrivalMillis));
        this.entries = List.copyOf(sorted);
        this.stamp = stamp;
        this.seed = seed;
    }

    /** A script of these entries, put in the order of their arrivals. */
    public static <T> EventScript<T> of(List<? extends ScriptEntry<T>> entries) {
        return new EventScript<>(entries, (value, time) -> value, 0);
    }

    /**
     * Reads what {@link #toString} prints; lines of outputs are skipped.
     *
     * @throws dev.tidemark.engine.transcript.TranscriptException with the number of the line that can't be read
     */
    public static <T> EventScript<T> parse(String text, Class<T> type) {
        return parsed(text, line -> type.cast(ValueText.parse(line.value(), type)));
    }

    /** Reads what {@link #toString} prints, with events of the types that the pipeline's sources take. */
    public static EventScript<Object> parse(String text, Pipeline pipeline) {
        Topology topology = pipeline.build();
        return parsed(text, line -> {
            Type type = topology.node(line.source()).output().type();
            return Objects.requireNonNull(ValueText.parse(line.value(), type));
        });
    }

    private static <T> EventScript<T> parsed(String text, Function<TranscriptLine, T> value) {
        List<ScriptEntry<T>> entries = new ArrayList<>();
        for (TranscriptLine line : Transcript.parse(text).lines()) {
            entries.addAll(ScriptEntry.ofLine(line, value));
        }
        return of(entries);
    }

    /** The lines, in order. */
    public List<ScriptEntry<T>> entries() {
        return entries;
    }

    /** The events alone, in the order of their arrivals. */
    public List<ScriptEvent<T>> events() {
        List<ScriptEvent<T>> events = new ArrayList<>();
        for (ScriptEntry<T> entry : entries) {
            if (entry instanceof ScriptEntry.EventArrives<T> event) {
                events.add(new ScriptEvent<>(
                        event.value(), event.timestamp(), event.arrivalMillis(), event.source(), event.partition()));
            }
        }
        return events;
    }

    /** How many lines. */
    public int size() {
        return entries.size();
    }

    /** The seed from which {@link EventScripts#seeded} makes the script again; 0 when it was not made from one. */
    public long seed() {
        return seed;
    }

    /** The sources that are reached, each with its partitions in their natural order. */
    public Map<String, List<String>> partitions() {
        Map<String, TreeSet<String>> found = new LinkedHashMap<>();
        for (ScriptEntry<T> entry : entries) {
            if (!entry.source().isEmpty()) {
                TreeSet<String> partitions = found.computeIfAbsent(entry.source(), any -> new TreeSet<>());
                if (!entry.partition().isEmpty()) {
                    partitions.add(entry.partition());
                }
            }
        }
        Map<String, List<String>> sorted = new LinkedHashMap<>();
        found.forEach((source, partitions) ->
                sorted.put(source, partitions.isEmpty() ? List.of(ONLY_PARTITION) : List.copyOf(partitions)));
        return sorted;
    }

    /** The disorder: how far at most an event lies behind the latest event time before it, in its partition. */
    public Duration disorder() {
        Map<String, Long> latest = new LinkedHashMap<>();
        long most = 0;
        for (ScriptEvent<T> event : events()) {
            String partition = event.source() + "/" + event.partition();
            long before = latest.merge(partition, event.eventTimeMillis(), Math::max);
            most = Math.max(most, before - event.eventTimeMillis());
        }
        return Duration.ofMillis(most);
    }

    /** This script and another one, for pipelines with several sources; lines that arrive together keep this order. */
    public EventScript<Object> and(EventScript<?> other) {
        List<ScriptEntry<Object>> both = new ArrayList<>(generic().entries);
        both.addAll(other.generic().entries);
        return new EventScript<>(both, generic().stamp, seed);
    }

    @SuppressWarnings("unchecked")
    private EventScript<Object> generic() {
        return (EventScript<Object>) this;
    }

    /** The same script with other entries; what its generator knew of values and seed stays. */
    public EventScript<T> with(List<? extends ScriptEntry<T>> others) {
        return new EventScript<>(others, stamp, seed);
    }

    /** The event with another event time, also inside of its value where the generator knows how. */
    public ScriptEntry.EventArrives<T> timed(ScriptEntry.EventArrives<T> event, long timestamp) {
        Instant time = Instant.ofEpochMilli(timestamp);
        return new ScriptEntry.EventArrives<>(
                event.source(),
                event.partition(),
                event.origin().map(value -> stamp.apply(value, time)),
                timestamp,
                event.arrivalMillis());
    }

    /** Plays everything into a run of a pipeline whose sources are taken by hand, and ends them. */
    public void play(Run run) {
        TreeSet<String> ended = new TreeSet<>();
        for (ScriptEntry<T> entry : entries) {
            boolean jump = entry instanceof ScriptEntry.ClockJumps;
            if (!jump && entry.arrivalMillis() > run.clock().toEpochMilli()) {
                run.advanceProcessingTimeTo(Instant.ofEpochMilli(entry.arrivalMillis()));
            }
            entry.play(run);
            if (entry instanceof ScriptEntry.SourceEnds) {
                ended.add(entry.source());
            }
        }
        run.settle();
        run.describe().nodes().stream()
                .filter(node -> node.role() instanceof dev.tidemark.engine.topology.Role.SourceRole)
                .filter(node -> !ended.contains(node.name()))
                .forEach(node -> run.finish(node.name()));
        run.runToEnd();
    }

    /** As a transcript of inputs. */
    public Transcript transcript() {
        return new Transcript(entries.stream().map(ScriptEntry::line).toList());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventScript<?> script && transcript().equals(script.transcript());
    }

    @Override
    public int hashCode() {
        return transcript().hashCode();
    }

    @Override
    public String toString() {
        return transcript().toString();
    }
}
