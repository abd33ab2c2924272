package dev.tidemark.timetravel;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Revision;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.Trace;
import dev.tidemark.engine.command.Command;
import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.time.Times;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.engine.transcript.ValueText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is to be other in a fork: events, watermarks, lateness, options, code, a crash. Each call gives the edits with one more.
 *
 * <p>An edited fork is done again from its start as if it had always been so.
 */
public final class Edits {
    /** A command that was not given, at a time. */
    record Inserted(long clockMillis, Command command) {}

    /** Edits events that were sent by hand. */
    record Sent(String source, String words, Function<Event, @Nullable Event> edit) {}

    private final Topology topology;
    private final SimulationOptions options;
    private final List<Inserted> inserted = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    /** No edits. */
    Edits(Topology topology, SimulationOptions options) {
        this.topology = topology;
        this.options = options;
    }

    private Edits with(Topology otherTopology, SimulationOptions otherOptions, String word) {
        Edits more = new Edits(otherTopology, otherOptions);
        more.inserted.addAll(inserted);
        more.sent.addAll(sent);
        more.words.addAll(words);
        more.words.add(word);
        return more;
    }

    private Revision revision() {
        return new Revision(topology);
    }

    // ---- events

    /** Without the events of a source that pass. */
    public <T> Edits drop(String source, Class<T> type, Predicate<? super T> which) {
        return edit(
                "'" + source + "' without some of its events",
                source,
                event -> which.test(cast(source, type, event.value())) ? null : event,
                event -> which.test(cast(source, type, event.event())) ? null : event);
    }

    /**
     * With other events in the place of those of a source that pass. Times and partitions are read from them as from all others;
     * they arrive when those did.
     */
    public <T> Edits change(String source, Class<T> type, Predicate<? super T> which, UnaryOperator<T> how) {
        Revision revision = revision();
        return edit(
                "'" + source + "' with some of its events changed",
                source,
                event -> {
                    T value = cast(source, type, event.value());
                    return which.test(value) ? revision.sent(source, how.apply(value)) : event;
                },
                event -> {
                    T value = cast(source, type, event.event());
                    return which.test(value)
                            ? revision.recorded(source, how.apply(value), Instant.ofEpochMilli(event.arrivalMillis()))
                            : event;
                });
    }

    /** With those events of a trace that pass arriving so much later, or earlier if negative; their event times stay. */
    public <T> Edits move(String source, Class<T> type, Predicate<? super T> which, Duration later) {
        if (revision().byHand(source)) {
            throw new IllegalArgumentException(
                    "move(\"" + source + "\", …): what was sent by hand has no arrival of its "
                            + "own; drop it and add it at another time");
        }
        return edit(
                "'" + source + "' with some of its events " + Times.text(later) + " later",
                source,
                event -> event,
                event -> which.test(cast(source, type, event.event()))
                        ? new Trace.Recorded<>(
                                event.event(),
                                event.eventTimeMillis(),
                                event.arrivalMillis() + later.toMillis(),
                                event.partition())
                        : event);
    }

    /** With one more event of a source, which arrives at a time, or is sent then by hand to the first partition. */
    public Edits add(String source, Object event, Instant arrival) {
        String word = "'" + source + "' with " + ValueText.print(event) + " at " + arrival;
        if (revision().byHand(source)) {
            Edits more = with(topology, options, word);
            more.inserted.add(new Inserted(
                    arrival.toEpochMilli(),
                    new Command.Send(
                            source,
                            revision().partitions(source).get(0),
                            revision().sent(source, event))));
            return more;
        }
        Trace.Recorded<Object> recorded = revision().recorded(source, event, arrival);
        Topology edited = revision().events(source, events -> {
            events.add(recorded);
            return events;
        });
        return with(edited, options, word);
    }

    /** Edits what was sent by hand to a source, or its trace. */
    private Edits edit(
            String word,
            String source,
            Function<Event, @Nullable Event> byHand,
            Function<Trace.Recorded<Object>, Trace.@Nullable Recorded<Object>> ofTrace) {
        if (revision().byHand(source)) {
            Edits more = with(topology, options, word);
            more.sent.add(new Sent(source, word, byHand));
            return more;
        }
        boolean[] found = {false};
        Topology edited = revision().events(source, events -> {
            List<Trace.Recorded<Object>> kept = new ArrayList<>();
            for (Trace.Recorded<Object> event : events) {
                Trace.Recorded<Object> other = ofTrace.apply(event);
                found[0] |= !event.equals(other);
                if (other != null) {
                    kept.add(other);
                }
            }
            return kept;
        });
        requireFound(found[0], word);
        return with(edited, options, word);
    }

    static void requireFound(boolean found, String word) {
        if (!found) {
            throw new IllegalArgumentException(word + ": there are no such events, so that nothing would be other");
        }
    }

    private static <T> T cast(String source, Class<T> type, Object event) {
        if (!type.isInstance(event)) {
            throw new IllegalArgumentException(
                    "the events of '" + source + "' are no " + type.getSimpleName() + ": " + ValueText.print(event));
        }
        return type.cast(event);
    }

    // ---- time

    /** With another bound of disorder for a source. */
    public Edits outOfOrder(String source, Duration bound) {
        return with(
                revision().watermarks(source, watermarks -> watermarks.bound(bound)),
                options,
                "'" + source + "' out of order by " + Times.text(bound));
    }

    /** With other watermarks for a source. */
    public Edits watermarks(String source, Watermarks<?> watermarks) {
        return with(
                revision().watermarks(source, any -> watermarks),
                options,
                "watermarks of '" + source + "' " + watermarks);
    }

    /** With another allowed lateness for the windows of an operator. */
    public Edits allowedLateness(String operator, Duration allowed) {
        return with(
                revision().allowedLateness(operator, allowed),
                options,
                "'" + operator + "' with lateness " + Times.text(allowed));
    }

    // ---- the run

    /** With other options: another seed, schedule or parallelism. */
    public Edits options(UnaryOperator<SimulationOptions> other) {
        return with(topology, other.apply(options), "other options");
    }

    /** With a crash of a subtask at a time, when everything is done that is ready then. */
    public Edits fail(String operator, int subtask, Instant at) {
        Edits more = with(topology, options, "'" + operator + "' fails at " + at);
        more.inserted.add(new Inserted(at.toEpochMilli(), new Command.Fail(operator, subtask)));
        return more;
    }

    /**
     * With the code of another pipeline, such as a cell that was mended. What was sent by hand is sent to its sources; it comes
     * before all other edits.
     */
    public Edits pipeline(Pipeline other) {
        if (!words.isEmpty()) {
            throw new IllegalStateException("pipeline(…) comes after " + words + ", which it would undo; say it first");
        }
        return with(other.build(), options, "another pipeline");
    }

    // ---- for the fork

    Topology topology() {
        return topology;
    }

    SimulationOptions options() {
        return options;
    }

    /** What was not given, in the order of its times. */
    List<Inserted> inserted() {
        return inserted.stream()
                .sorted((one, other) -> Long.compare(one.clockMillis(), other.clockMillis()))
                .toList();
    }

    List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** What is other, each in words. */
    List<String> words() {
        return List.copyOf(words);
    }

    @Override
    public String toString() {
        return words.isEmpty() ? "no edits" : String.join("; ", words);
    }
}
