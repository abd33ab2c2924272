package dev.tidemark.engine.cep;

import dev.tidemark.engine.cep.CompiledPattern.Action;
import dev.tidemark.engine.cep.CompiledPattern.Edge;
import dev.tidemark.engine.cep.CompiledPattern.Kind;
import dev.tidemark.engine.cep.CompiledPattern.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The ways on that an event opens to one partial match. */
final class NextStates<T> {
    private final CompiledPattern<T> pattern;
    private final LongSupplier processingTime;

    NextStates(CompiledPattern<T> pattern, LongSupplier processingTime) {
        this.pattern = pattern;
        this.processingTime = processingTime;
    }

    /** An edge that is open, with the state that it leaves. */
    private record Way<T>(State<T> from, Edge<T> edge) {}

    /**
     * What becomes of {@code match} when the event comes; what waits for a first event goes on waiting besides.
     *
     * @param number what the event is counted as if it is taken
     */
    List<PartialMatch<T>> of(PartialMatch<T> match, T event, long number, long timestamp) throws Exception {
        Asked asked = new Asked(match.taken(), timestamp);
        List<PartialMatch<T>> next = new ArrayList<>();
        for (Way<T> way : waysOf(match, event, asked)) {
            String target = way.edge().target();
            if (way.edge().action() == Action.TAKE) {
                Taken<T> taken = new Taken<>(way.from().part(), number, timestamp, event, match.taken());
                next.add(new PartialMatch<>(target, taken));
                State<T> end = finalBehind(pattern.state(target), event, asked);
                if (end != null) {
                    next.add(new PartialMatch<>(end.name(), taken));
                }
            } else if (match.taken() != null) {
                next.add(new PartialMatch<>(target, match.taken()));
            }
        }
        if (match.taken() == null) {
            next.add(match);
        }
        return next;
    }

    /** The open edges of the state and of those that it proceeds to. */
    private List<Way<T>> waysOf(PartialMatch<T> match, T event, Asked asked) throws Exception {
        List<Way<T>> ways = new ArrayList<>();
        Deque<State<T>> ahead = new ArrayDeque<>();
        ahead.push(pattern.state(match.state()));
        while (!ahead.isEmpty()) {
            State<T> state = ahead.pop();
            for (Edge<T> edge : state.edges()) {
                if (!edge.condition().holds(event, asked)) {
                    continue;
                }
                if (edge.action() == Action.PROCEED) {
                    ahead.push(pattern.state(edge.target()));
                } else {
                    ways.add(new Way<>(state, edge));
                }
            }
        }
        return ways;
    }

    /** A final state to which {@code state} proceeds, so that the match need not wait for another event; null when there is none. */
    private @Nullable State<T> finalBehind(State<T> state, T event, Asked asked) throws Exception {
        Deque<State<T>> ahead = new ArrayDeque<>();
        ahead.push(state);
        while (!ahead.isEmpty()) {
            for (Edge<T> edge : ahead.pop().edges()) {
                if (edge.action() == Action.PROCEED && edge.condition().holds(event, asked)) {
                    State<T> target = pattern.state(edge.target());
                    if (target.kind() == Kind.FINAL) {
                        return target;
                    }
                    ahead.push(target);
                }
            }
        }
        return null;
    }

    /** What conditions can ask about a partial match; its events are sorted when the first one asks. */
    private final class Asked implements IterativeCondition.Context<T> {
        private final @Nullable Taken<T> taken;
        private final long timestamp;
        private @Nullable Map<String, List<T>> events;

        Asked(@Nullable Taken<T> taken, long timestamp) {
            this.taken = taken;
            this.timestamp = timestamp;
        }

        @Override
        public List<T> events(String name) {
            if (events == null) {
                events = taken == null ? Map.of() : taken.byName();
            }
            return List.copyOf(events.getOrDefault(name, List.of()));
        }

        @Override
        public long timestamp() {
            return timestamp;
        }

        @Override
        public long processingTime() {
            return processingTime.getAsLong();
        }
    }
}
