package dev.tidemark.engine.cep;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which partial matches a match makes void.
 *
 * <p>A partial match is void when its first event lies before the event that is skipped to. With a strategy that skips, matches
 * come out in the order of their first events: one waits until no partial match that began earlier is left. Source: Flink's
 * {@code AfterMatchSkipStrategy}.
 *
 * @param to where it skips to
 * @param name the part of the pattern to whose event it skips; null when it names none
 * @param mustExist whether a match without such an event is an error; otherwise it voids nothing
 */
public record AfterMatchSkipStrategy(To to, @Nullable String name, boolean mustExist) implements Serializable {
    /** Where a strategy skips to. */
    public enum To {
        NOWHERE("noSkip"),
        NEXT("skipToNext"),
        PAST_LAST_EVENT("skipPastLastEvent"),
        FIRST_OF("skipToFirst"),
        LAST_OF("skipToLast");

        private final String method;

        To(String method) {
            this.method = method;
        }

        private boolean names() {
            return this == FIRST_OF || this == LAST_OF;
        }
    }

    public AfterMatchSkipStrategy {
        if (to.names() != (name != null)) {
            throw new IllegalArgumentException(
                    to.method + " with the name " + name + "; skipToFirst and skipToLast have one, no other has");
        }
        if (mustExist && name == null) {
            throw new IllegalArgumentException(
                    to.method + "() names no part, so throwIfMissing() does not apply to it; leave it out");
        }
    }

    /** Every possible match comes out. */
    public static AfterMatchSkipStrategy noSkip() {
        return new AfterMatchSkipStrategy(To.NOWHERE, null, false);
    }

    /** Voids what began with the same event as the match. */
    public static AfterMatchSkipStrategy skipToNext() {
        return new AfterMatchSkipStrategy(To.NEXT, null, false);
    }

    /** Voids what began before the match ended. */
    public static AfterMatchSkipStrategy skipPastLastEvent() {
        return new AfterMatchSkipStrategy(To.PAST_LAST_EVENT, null, false);
    }

    /** Voids what began before the first event that the part {@code name} took. */
    public static AfterMatchSkipStrategy skipToFirst(String name) {
        return new AfterMatchSkipStrategy(To.FIRST_OF, name, false);
    }

    /** Voids what began before the last event that the part {@code name} took. */
    public static AfterMatchSkipStrategy skipToLast(String name) {
        return new AfterMatchSkipStrategy(To.LAST_OF, name, false);
    }

    /** The same, but a match to whose event one can't skip fails the run (Flink's {@code throwExceptionOnMiss}). */
    public AfterMatchSkipStrategy throwIfMissing() {
        return new AfterMatchSkipStrategy(to, name, true);
    }

    /** Whether it skips anything at all. */
    boolean skips() {
        return to != To.NOWHERE;
    }

    /** The number of the last event with which a void partial match can have begun, −1 when nothing is void. */
    long lastVoid(List<? extends Taken<?>> match) {
        long first = match.get(0).number();
        return switch (to) {
            case NOWHERE -> -1;
            case NEXT -> first;
            case PAST_LAST_EVENT -> match.get(match.size() - 1).number();
            case FIRST_OF, LAST_OF -> target(match, first) - 1;
        };
    }

    /** The number of the event that is skipped to, 0 when there is none. */
    private long target(List<? extends Taken<?>> match, long first) {
        List<Long> named = match.stream()
                .filter(taken -> taken.name().equals(name))
                .map(Taken::number)
                .toList();
        if (mustExist && named.isEmpty()) {
            throw new IllegalStateException("a match has no event of '" + name + "', to which " + this
                    + " skips; leave out throwIfMissing() to skip nothing then, or name a part that always occurs");
        }
        if (named.isEmpty()) {
            return 0;
        }
        long target = named.get(to == To.FIRST_OF ? 0 : named.size() - 1);
        if (mustExist && target == first) {
            throw new IllegalStateException("a match begins with the event of '" + name + "' to which " + this
                    + " skips, so it would be found for ever; name a later part, or use skipToNext()");
        }
        return target;
    }

    @Override
    public String toString() {
        return to.method + "(" + (name == null ? "" : name) + ")" + (mustExist ? ".throwIfMissing()" : "");
    }
}
