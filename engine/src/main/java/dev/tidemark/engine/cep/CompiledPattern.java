package dev.tidemark.engine.cep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A pattern as states with edges between them: a nondeterministic automaton.
 *
 * <p>Source: Flink's {@code NFA}, {@code State} and {@code StateTransition}.
 *
 * @param states by name, the last part's first
 * @param start the state that waits for a first event
 * @param withinMillis the limit between first and last event, 0 for none
 */
record CompiledPattern<T>(Map<String, State<T>> states, String start, long withinMillis) {
    CompiledPattern {
        states = new LinkedHashMap<>(states);
    }

    State<T> state(String name) {
        return Objects.requireNonNull(
                states.get(name),
                () -> "the pattern has no state '" + name + "'; it was changed since the state was saved");
    }

    /** What becomes of a partial match that is in a state. */
    enum Kind {
        NORMAL,
        /** It waits for a first event. */
        START,
        /** It is a match. */
        FINAL,
        /** It becomes a match when its time is over. */
        PENDING,
        /** It is void. */
        STOP
    }

    /** What an edge does with the event. */
    enum Action {
        /** Takes it, and goes on at the edge's end. */
        TAKE,
        /** Passes over it, and goes on at the edge's end. */
        IGNORE,
        /** Leaves it to the edge's end. */
        PROCEED
    }

    /** An edge to the state {@code target}, open to events for which the condition holds. */
    record Edge<T>(Action action, String target, Condition<T> condition) {}

    /**
     * One state.
     *
     * @param part the part of the pattern whose events it takes
     * @param gapMillis the limit between the event taken before and the next, 0 for none
     */
    record State<T>(String name, String part, Kind kind, List<Edge<T>> edges, long gapMillis) {
        State {
            edges = List.copyOf(edges);
        }
    }
}
