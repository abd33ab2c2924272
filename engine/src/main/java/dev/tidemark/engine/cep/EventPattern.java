package dev.tidemark.engine.cep;

import dev.tidemark.engine.function.FilterFunction;
import dev.tidemark.engine.state.codec.TypeToken;
import java.io.Serializable;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which sequences of events to look for.
 *
 * <p>A pattern is a chain of parts. It is immutable: each method gives another pattern, whose last part is the one that the method
 * added or said more about. What can't be matched is refused as it is said, or when the pattern meets a stream. Source: Flink's
 * {@code Pattern}.
 *
 * @param <T> the events of the stream
 * @param <F> the events that the last part is for
 */
public final class EventPattern<T, F extends T> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final @Nullable EventPattern<T, ? extends T> previous;
    private final PatternPart<T> part;
    private final AfterMatchSkipStrategy skipStrategy;

    private EventPattern(
            @Nullable EventPattern<T, ? extends T> previous, PatternPart<T> part, AfterMatchSkipStrategy skipStrategy) {
        this.previous = previous;
        this.part = part;
        this.skipStrategy = skipStrategy;
    }

    /** A pattern that begins with an event of the part {@code name}; every match comes out. */
    public static <T> EventPattern<T, T> begin(String name, Class<T> type) {
        return begin(name, type, AfterMatchSkipStrategy.noSkip());
    }

    /** As {@link #begin(String, Class)}, with what a match makes void. */
    @SuppressWarnings("unused") // the class says the type of the events
    public static <T> EventPattern<T, T> begin(String name, Class<T> type, AfterMatchSkipStrategy strategy) {
        return new EventPattern<>(null, PatternPart.named(name, Contiguity.NEXT), strategy);
    }

    /** As {@link #begin(String, Class)}, for events of a generic type. */
    public static <T> EventPattern<T, T> begin(String name, TypeToken<T> type) {
        return begin(name, type, AfterMatchSkipStrategy.noSkip());
    }

    /** As {@link #begin(String, TypeToken)}, with what a match makes void. */
    @SuppressWarnings("unused") // the token says the type of the events
    public static <T> EventPattern<T, T> begin(String name, TypeToken<T> type, AfterMatchSkipStrategy strategy) {
        return new EventPattern<>(null, PatternPart.named(name, Contiguity.NEXT), strategy);
    }

    /** A pattern that begins with a group; every match comes out. */
    public static <T> EventPattern<T, T> begin(EventPattern<T, ? extends T> group) {
        return begin(group, AfterMatchSkipStrategy.noSkip());
    }

    /** As {@link #begin(EventPattern)}, with what a match makes void. */
    public static <T> EventPattern<T, T> begin(EventPattern<T, ? extends T> group, AfterMatchSkipStrategy strategy) {
        return new EventPattern<>(null, PatternPart.grouping(group, Contiguity.NEXT), strategy);
    }

    // ---- the next part

    /** Then, with no event between, one of the part {@code name}. */
    public EventPattern<T, T> next(String name) {
        return then(PatternPart.named(name, Contiguity.NEXT));
    }

    /** Then, with no event between, the group. */
    public EventPattern<T, T> next(EventPattern<T, ? extends T> group) {
        return then(PatternPart.grouping(group, Contiguity.NEXT));
    }

    /** Then, passing over events that do not fit, one of the part {@code name}. */
    public EventPattern<T, T> followedBy(String name) {
        return then(PatternPart.named(name, Contiguity.FOLLOWED_BY));
    }

    /** Then, passing over events that do not fit, the group. */
    public EventPattern<T, T> followedBy(EventPattern<T, ? extends T> group) {
        return then(PatternPart.grouping(group, Contiguity.FOLLOWED_BY));
    }

    /** Then, passing over any events, one of the part {@code name}: each that fits makes a match of its own. */
    public EventPattern<T, T> followedByAny(String name) {
        return then(PatternPart.named(name, Contiguity.FOLLOWED_BY_ANY));
    }

    /** Then, passing over any events, the group. */
    public EventPattern<T, T> followedByAny(EventPattern<T, ? extends T> group) {
        return then(PatternPart.grouping(group, Contiguity.FOLLOWED_BY_ANY));
    }

    /**
     * The next event must not be one of the part {@code name}.
     *
     * @throws IllegalArgumentException if the part before is optional
     */
    public EventPattern<T, T> notNext(String name) {
        return thenNot(PatternPart.named(name, Contiguity.NOT_NEXT));
    }

    /**
     * No event of the part {@code name} comes before the one that the following part takes; or, as the last part, before the time
     * is over that {@link #within} says.
     *
     * @throws IllegalArgumentException if the part before is optional
     */
    public EventPattern<T, T> notFollowedBy(String name) {
        return thenNot(PatternPart.named(name, Contiguity.NOT_FOLLOWED_BY));
    }

    private EventPattern<T, T> thenNot(PatternPart<T> next) {
        if (part.quantifier().optional()) {
            throw new IllegalArgumentException(
                    part.owner() + " is optional, so " + next.contiguity().method() + "("
                            + next.name() + ") can't follow it; use two patterns, one with " + part.owner()
                            + " and one without");
        }
        return then(next);
    }

    private EventPattern<T, T> then(PatternPart<T> next) {
        return new EventPattern<>(this, next, skipStrategy);
    }

    // ---- what the last part takes

    /** The last part's event has to satisfy {@code condition}, and what was said before. */
    public EventPattern<T, F> where(FilterFunction<? super F> condition) {
        return and(simple(condition), "where");
    }

    /** As {@link #where(FilterFunction)}, for a condition that looks at the events matched so far. */
    public EventPattern<T, F> where(IterativeCondition<T, ? super F> condition) {
        return and(iterative(condition), "where");
    }

    /** The last part's event has to satisfy {@code condition}, or what was said before. */
    public EventPattern<T, F> or(FilterFunction<? super F> condition) {
        return or(simple(condition));
    }

    /** As {@link #or(FilterFunction)}, for a condition that looks at the events matched so far. */
    public EventPattern<T, F> or(IterativeCondition<T, ? super F> condition) {
        return or(iterative(condition));
    }

    /** The last part's event has to be of the class {@code type}, and satisfy what was said before. */
    @SuppressWarnings("unchecked") // the condition sees to it
    public <S extends F> EventPattern<T, S> subtype(Class<S> type) {
        return (EventPattern<T, S>) and(new Condition.Subtype<T>(type), "subtype");
    }

    private EventPattern<T, F> and(Condition<T> condition, String method) {
        requireNoGroup(method + "(…)");
        Condition<T> before = part.condition();
        return with(part.requiring(before == null ? condition : before.and(condition)));
    }

    private EventPattern<T, F> or(Condition<T> condition) {
        requireNoGroup("or(…)");
        Condition<T> before = part.condition();
        return with(part.requiring(before == null ? condition : before.or(condition)));
    }

    /** The loop of the last part ends before an event that satisfies {@code condition}. */
    public EventPattern<T, F> until(FilterFunction<? super F> condition) {
        return until(simple(condition));
    }

    /** As {@link #until(FilterFunction)}, for a condition that looks at the events matched so far. */
    public EventPattern<T, F> until(IterativeCondition<T, ? super F> condition) {
        return until(iterative(condition));
    }

    private EventPattern<T, F> until(Condition<T> condition) {
        if (part.until() != null) {
            throw new IllegalArgumentException(
                    part.owner() + " has until(…) already; join the two conditions in one with ||");
        }
        if (part.quantifier().kind() != Quantifier.Kind.OR_MORE) {
            throw new IllegalArgumentException(
                    part.owner()
                            + " does not loop, so until(…) does not apply to it; write oneOrMore() or timesOrMore(n) before it");
        }
        return with(part.ending(condition));
    }

    // ---- how often the last part occurs

    /** Exactly {@code times} times. */
    public EventPattern<T, F> times(int times) {
        return quantified("times(…)", often -> often.times(part.owner(), times, times));
    }

    /** At least {@code from} times and at most {@code to}; from 0 on means that it is optional. */
    public EventPattern<T, F> times(int from, int to) {
        return quantified("times(…)", often -> often.times(part.owner(), from, to));
    }

    /** At least {@code times} times. */
    public EventPattern<T, F> timesOrMore(int times) {
        return quantified("timesOrMore(…)", often -> often.orMore(part.owner(), times));
    }

    /** Once or more. */
    public EventPattern<T, F> oneOrMore() {
        return quantified("oneOrMore()", often -> often.orMore(part.owner(), 1));
    }

    /** None at all will do too. */
    public EventPattern<T, F> optional() {
        if (previous != null && previous.part.quantifier().greedy()) {
            throw new IllegalArgumentException(part.owner() + " follows " + previous.part.owner()
                    + ", which is greedy, so it can't be optional; leave out greedy() or optional()");
        }
        return quantified("optional()", often -> often.asOptional(part.owner()));
    }

    /** An event that could go to this part or to the next goes to this one alone. */
    public EventPattern<T, F> greedy() {
        requireNoGroup("greedy()");
        return quantified("greedy()", often -> often.asGreedy(part.owner()));
    }

    /** No event may lie between two occurrences. */
    public EventPattern<T, F> consecutive() {
        return quantified("consecutive()", often -> often.between(part.owner(), Contiguity.NEXT));
    }

    /** Any event may be passed over between two occurrences, also one that fits. */
    public EventPattern<T, F> allowCombinations() {
        return quantified("allowCombinations()", often -> often.between(part.owner(), Contiguity.FOLLOWED_BY_ANY));
    }

    /**
     * A limit between two occurrences of the last part (the second argument of Flink's {@code times} and its kin).
     *
     * <p>As in Flink 2.3.0 it holds before each occurrence that is required, the first too, counted from the part before; but of a
     * number with an end not before the last that there can be, and of a number without an end not before those beyond the least.
     */
    public EventPattern<T, F> eachWithin(Duration limit) {
        long millis = millis("eachWithin", limit);
        return quantified("eachWithin(…)", often -> often.eachWithin(part.owner(), millis));
    }

    private EventPattern<T, F> quantified(String said, UnaryOperator<Quantifier> change) {
        if (part.contiguity().negated()) {
            throw new IllegalArgumentException(
                    part.owner() + " is what must not occur, so " + said + " does not apply to it; leave it out");
        }
        return with(part.occurring(change.apply(part.quantifier())));
    }

    // ---- in which time

    /** Less than {@code limit} lies between the first and the last event of a match; of several limits the shortest holds. */
    public EventPattern<T, F> within(Duration limit) {
        return within(limit, WithinType.FIRST_AND_LAST);
    }

    /** As {@link #within(Duration)}, or a limit between the last part's event and the one before. */
    public EventPattern<T, F> within(Duration limit, WithinType type) {
        long millis = millis("within", limit);
        if (type == WithinType.PREVIOUS_AND_CURRENT && part.quantifier().kind() != Quantifier.Kind.ONE) {
            throw new IllegalArgumentException(part.owner() + " occurs several times, where within(…, "
                    + "PREVIOUS_AND_CURRENT) has no effect; write eachWithin(…) for a limit between occurrences");
        }
        return with(
                type == WithinType.FIRST_AND_LAST
                        ? part.within(millis, part.gapMillis())
                        : part.within(part.withinMillis(), millis));
    }

    private long millis(String method, Duration limit) {
        long millis = limit.compareTo(Duration.ofMillis(Long.MAX_VALUE)) > 0 ? -1 : limit.toMillis();
        if (millis < 1) {
            throw new IllegalArgumentException(part.owner() + " has " + method + "(" + limit
                    + "); write at least a millisecond and at most " + Long.MAX_VALUE + " of them, or leave it out");
        }
        return millis;
    }

    // ---- to read

    /** The pattern without its last part; null when there is only one. */
    public @Nullable EventPattern<T, ? extends T> previous() {
        return previous;
    }

    /** The last part. */
    public PatternPart<T> part() {
        return part;
    }

    /** What a match makes void; that of a group counts for nothing. */
    public AfterMatchSkipStrategy skipStrategy() {
        return skipStrategy;
    }

    String text() {
        return previous == null ? part.text(true) : previous.text() + "." + part.text(false);
    }

    /** The calls that say it, without conditions. */
    @Override
    public String toString() {
        return text() + (skipStrategy.skips() ? " " + skipStrategy : "");
    }

    private EventPattern<T, F> with(PatternPart<T> changed) {
        return new EventPattern<>(previous, changed, skipStrategy);
    }

    @SuppressWarnings("unchecked") // asked only about events of the part
    private Condition<T> simple(FilterFunction<? super F> condition) {
        return new Condition.Simple<>((FilterFunction<? super T>) condition);
    }

    @SuppressWarnings("unchecked") // asked only about events of the part
    private Condition<T> iterative(IterativeCondition<T, ? super F> condition) {
        return new Condition.Iterative<>((IterativeCondition<T, T>) condition);
    }

    private void requireNoGroup(String said) {
        if (part.group() != null) {
            throw new IllegalArgumentException(part.owner() + " is a group, to which " + said
                    + " does not apply; say it of a part inside the group");
        }
    }
}
