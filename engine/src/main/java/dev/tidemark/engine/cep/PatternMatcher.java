package dev.tidemark.engine.cep;

import dev.tidemark.engine.cep.CompiledPattern.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.LongSupplier;

/**
 * Moves the partial matches of a key along the states of a pattern.
 *
 * <p>Each event is shown to every partial match; the ways that it opens are new partial matches. One that ends in a final state is
 * a match; one that ends in a stop makes the whole way void. Source: Flink's {@code NFA}, with its order: the partial matches are
 * visited in the order of a binary heap by first event.
 */
final class PatternMatcher<T> {
    private final CompiledPattern<T> pattern;
    private final AfterMatchSkipStrategy strategy;
    private final NextStates<T> nextStates;

    PatternMatcher(CompiledPattern<T> pattern, AfterMatchSkipStrategy strategy, LongSupplier processingTime) {
        this.pattern = pattern;
        this.strategy = strategy;
        this.nextStates = new NextStates<>(pattern, processingTime);
    }

    /** What is under way before the first event. */
    Matches<T> beginning() {
        return Matches.beginning(pattern.start());
    }

    /** Shows an event to every partial match. */
    Moved<T> take(Matches<T> before, T event, long timestamp) throws Exception {
        PriorityQueue<PartialMatch<T>> partial = heap();
        PriorityQueue<PartialMatch<T>> potential = heap();
        boolean taken = false;
        boolean began = false;
        for (PartialMatch<T> each : before.partial()) {
            List<PartialMatch<T>> kept = new ArrayList<>();
            boolean stopped = false;
            for (PartialMatch<T> next : nextStates.of(each, event, before.events(), timestamp)) {
                taken |= next.taken() != null && next.taken().number() == before.events();
                began |= each.taken() == null
                        && next.taken() != null
                        && next.taken().first().timestamp() > 0;
                switch (pattern.state(next.state()).kind()) {
                    case FINAL -> potential.add(next);
                    case STOP -> stopped = true;
                    default -> kept.add(next);
                }
            }
            if (!stopped) {
                partial.addAll(kept);
            }
        }
        long events = before.events() + (taken ? 1 : 0);
        return settle(before.completed(), potential, partial, events, List.of(), began);
    }

    /** There will be no more events before {@code time}: partial matches whose time is over go. */
    Moved<T> advance(Matches<T> before, long time) {
        PriorityQueue<PartialMatch<T>> partial = heap();
        PriorityQueue<PartialMatch<T>> potential = heap();
        List<TimedOut<T>> timedOut = new ArrayList<>();
        for (PartialMatch<T> each : before.partial()) {
            CompiledPattern.State<T> state = pattern.state(each.state());
            Taken<T> taken = each.taken();
            boolean first = taken != null && over(time, taken.first().timestamp(), pattern.withinMillis());
            boolean previous = taken != null && over(time, taken.timestamp(), state.gapMillis());
            if (taken == null || (!first && !previous)) {
                partial.add(each);
            } else if (state.kind() == Kind.PENDING) {
                potential.add(each);
            } else {
                timedOut.add(new TimedOut<>(
                        taken.byName(),
                        previous
                                ? taken.timestamp() + state.gapMillis()
                                : taken.first().timestamp() + pattern.withinMillis()));
            }
        }
        return settle(before.completed(), potential, partial, before.events(), timedOut, false);
    }

    private static boolean over(long time, long since, long limit) {
        return limit > 0 && time - since >= limit;
    }

    /** Lets those matches out that wait for nothing, and voids what they skip. */
    private Moved<T> settle(
            List<PartialMatch<T>> waiting,
            PriorityQueue<PartialMatch<T>> potential,
            PriorityQueue<PartialMatch<T>> partial,
            long events,
            List<TimedOut<T>> timedOut,
            boolean began) {
        PriorityQueue<PartialMatch<T>> completed = heap();
        completed.addAll(waiting);
        completed.addAll(potential);
        List<Map<String, List<T>>> matches = new ArrayList<>();
        for (PartialMatch<T> first = completed.peek(); first != null; first = completed.peek()) {
            PartialMatch<T> rival = partial.peek();
            if (strategy.skips() && rival != null && PartialMatch.BY_FIRST.compare(first, rival) > 0) {
                break;
            }
            completed.poll();
            Taken<T> taken = Objects.requireNonNull(first.taken());
            if (strategy.skips()) {
                long lastVoid = strategy.lastVoid(taken.path());
                dropUpTo(lastVoid, partial);
                dropUpTo(lastVoid, completed);
            }
            matches.add(taken.byName());
        }
        Matches<T> after = new Matches<>(List.copyOf(partial), List.copyOf(completed), events);
        return new Moved<>(after, matches, timedOut, began);
    }

    private void dropUpTo(long lastVoid, Collection<PartialMatch<T>> matches) {
        matches.removeIf(each -> each.taken() != null && each.begun() <= lastVoid);
    }

    private PriorityQueue<PartialMatch<T>> heap() {
        return new PriorityQueue<>(PartialMatch.BY_FIRST);
    }
}
