package dev.tidemark.engine.cep;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One event that a partial match has taken, with those taken before it.
 *
 * <p>Partial matches that began alike share what they have in common: together they are the shared buffer of the paper "Efficient
 * Pattern Matching over Event Streams", with links in place of its version numbers.
 */
final class Taken<T> {
    private final String name;
    private final long number;
    private final long timestamp;
    private final T event;
    private final @Nullable Taken<T> previous;
    private final Taken<T> first;

    /**
     * An event behind those of {@code previous}.
     *
     * @param name the pattern's part that took it
     * @param number counts the events that were taken for the key, in order
     */
    @SuppressWarnings("this-escape") // the first event points at itself
    Taken(String name, long number, long timestamp, T event, @Nullable Taken<T> previous) {
        this.name = name;
        this.number = number;
        this.timestamp = timestamp;
        this.event = event;
        this.previous = previous;
        this.first = previous == null ? this : previous.first;
    }

    String name() {
        return name;
    }

    long number() {
        return number;
    }

    long timestamp() {
        return timestamp;
    }

    T event() {
        return event;
    }

    @Nullable
    Taken<T> previous() {
        return previous;
    }

    /** The event with which the partial match began. */
    Taken<T> first() {
        return first;
    }

    /** All events, the first one first. */
    List<Taken<T>> path() {
        Deque<Taken<T>> path = new ArrayDeque<>();
        for (Taken<T> each = this; each != null; each = each.previous) {
            path.addFirst(each);
        }
        return List.copyOf(path);
    }

    /** The events by the parts that took them, both in the order in which they were taken. */
    Map<String, List<T>> byName() {
        Map<String, List<T>> events = new LinkedHashMap<>();
        path().forEach(taken ->
                events.computeIfAbsent(taken.name, any -> new ArrayList<>()).add(taken.event));
        return events;
    }

    /** Equal are the same events, taken by the same parts in the same order; looked at one by one, for there can be many. */
    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Taken<?> that)) {
            return false;
        }
        Taken<?> mine = this;
        Taken<?> theirs = that;
        while (mine != theirs && mine != null && theirs != null && mine.sameAlone(theirs)) {
            mine = mine.previous;
            theirs = theirs.previous;
        }
        return mine == theirs;
    }

    private boolean sameAlone(Taken<?> that) {
        return number == that.number
                && timestamp == that.timestamp
                && name.equals(that.name)
                && Objects.equals(event, that.event);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, number, timestamp, first.number);
    }

    @Override
    public String toString() {
        return byName().toString();
    }
}
