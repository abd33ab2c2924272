package dev.tidemark.engine.cep;

import java.time.Duration;
import java.util.List;

/** Says patterns as {@link EventPattern}s. */
public final class EventPatternLanguage implements PatternLanguage<EventPattern<Signal, Signal>> {
    @Override
    public EventPattern<Signal, Signal> begin(String name, AfterMatchSkipStrategy strategy) {
        return EventPattern.begin(name, Signal.class, strategy);
    }

    @Override
    public EventPattern<Signal, Signal> begin(EventPattern<Signal, Signal> group, AfterMatchSkipStrategy strategy) {
        return EventPattern.begin(group, strategy);
    }

    @Override
    public EventPattern<Signal, Signal> then(EventPattern<Signal, Signal> before, Contiguity how, String name) {
        return switch (how) {
            case NEXT -> before.next(name);
            case FOLLOWED_BY -> before.followedBy(name);
            case FOLLOWED_BY_ANY -> before.followedByAny(name);
            case NOT_NEXT -> before.notNext(name);
            case NOT_FOLLOWED_BY -> before.notFollowedBy(name);
        };
    }

    @Override
    public EventPattern<Signal, Signal> then(
            EventPattern<Signal, Signal> before, Contiguity how, EventPattern<Signal, Signal> group) {
        return switch (how) {
            case NEXT -> before.next(group);
            case FOLLOWED_BY -> before.followedBy(group);
            case FOLLOWED_BY_ANY -> before.followedByAny(group);
            default -> throw new IllegalArgumentException("a group can't be what must not occur");
        };
    }

    @Override
    public EventPattern<Signal, Signal> where(EventPattern<Signal, Signal> pattern, SignalTest test) {
        return test.iterative()
                ? pattern.where((signal, context) -> test.holds(signal, context::events))
                : pattern.where(signal -> test.holds(signal, name -> List.of()));
    }

    @Override
    public EventPattern<Signal, Signal> or(EventPattern<Signal, Signal> pattern, SignalTest test) {
        return test.iterative()
                ? pattern.or((signal, context) -> test.holds(signal, context::events))
                : pattern.or(signal -> test.holds(signal, name -> List.of()));
    }

    @Override
    public EventPattern<Signal, Signal> until(EventPattern<Signal, Signal> pattern, SignalTest test) {
        return test.iterative()
                ? pattern.until((signal, context) -> test.holds(signal, context::events))
                : pattern.until(signal -> test.holds(signal, name -> List.of()));
    }

    @Override
    @SuppressWarnings("unchecked") // what is said of the part afterwards holds for all signals
    public EventPattern<Signal, Signal> loud(EventPattern<Signal, Signal> pattern) {
        return (EventPattern<Signal, Signal>) (EventPattern<Signal, ?>) pattern.subtype(Signal.Loud.class);
    }

    @Override
    public EventPattern<Signal, Signal> times(
            EventPattern<Signal, Signal> pattern, int from, int to, long eachWithinMillis) {
        return each(from == to ? pattern.times(from) : pattern.times(from, to), eachWithinMillis);
    }

    @Override
    public EventPattern<Signal, Signal> orMore(EventPattern<Signal, Signal> pattern, int times, long eachWithinMillis) {
        return each(times == 1 ? pattern.oneOrMore() : pattern.timesOrMore(times), eachWithinMillis);
    }

    private static EventPattern<Signal, Signal> each(EventPattern<Signal, Signal> pattern, long millis) {
        return millis == 0 ? pattern : pattern.eachWithin(Duration.ofMillis(millis));
    }

    @Override
    public EventPattern<Signal, Signal> optional(EventPattern<Signal, Signal> pattern) {
        return pattern.optional();
    }

    @Override
    public EventPattern<Signal, Signal> greedy(EventPattern<Signal, Signal> pattern) {
        return pattern.greedy();
    }

    @Override
    public EventPattern<Signal, Signal> consecutive(EventPattern<Signal, Signal> pattern) {
        return pattern.consecutive();
    }

    @Override
    public EventPattern<Signal, Signal> allowCombinations(EventPattern<Signal, Signal> pattern) {
        return pattern.allowCombinations();
    }

    @Override
    public EventPattern<Signal, Signal> within(EventPattern<Signal, Signal> pattern, long millis, WithinType type) {
        return pattern.within(Duration.ofMillis(millis), type);
    }
}
