package dev.tidemark.engine.cep;

import dev.tidemark.engine.cep.CompiledPattern.Action;
import dev.tidemark.engine.cep.CompiledPattern.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The states of a pattern while it is being compiled, each with a name of its own. */
final class StateGraph<T> {
    /** The name of the state that a match ends in. */
    static final String END = "$endState$";

    private final Map<String, StateDraft<T>> states = new LinkedHashMap<>();
    private final Map<String, StateDraft<T>> stops = new LinkedHashMap<>();

    /** A new state; its name is {@code base}, or {@code base:0}, {@code base:1}, … when that is taken. */
    StateDraft<T> add(String base, Kind kind) {
        String name = base;
        for (int i = 0; states.containsKey(name); i++) {
            name = base + ":" + i;
        }
        StateDraft<T> state = new StateDraft<>(name, kind);
        states.put(name, state);
        return state;
    }

    /** The one state that the part {@code name}, which must not occur, ends in when it does. */
    StateDraft<T> stop(String name, Condition<T> condition) {
        StateDraft<T> known = stops.get(name);
        if (known != null) {
            return known;
        }
        StateDraft<T> stop = add(name, Kind.STOP);
        stop.take(stop, condition);
        stops.put(name, stop);
        return stop;
    }

    /** A second state with the same edges. */
    StateDraft<T> copy(StateDraft<T> state) {
        StateDraft<T> copy = add(state.part(), state.kind());
        state.edges().forEach(edge -> copy.like(edge, state));
        return copy;
    }

    /** A second state, from which the stops of the parts {@code nots} can't be reached by proceeding. */
    StateDraft<T> copyWithout(Set<String> nots, StateDraft<T> state) {
        StateDraft<T> copy = add(state.name(), state.kind());
        for (StateDraft.Edge<T> edge : state.edges()) {
            StateDraft<T> target = edge.target();
            if (edge.action() != Action.PROCEED) {
                copy.like(edge, state);
            } else if (target.kind() != Kind.STOP) {
                copy.proceed(copyWithout(nots, target), edge.condition());
            } else if (!nots.contains(target.name())) {
                copy.proceed(target, edge.condition());
            }
        }
        return copy;
    }

    /** Whether a partial match can become void before it has taken anything. */
    boolean stopsAt(StateDraft<T> start) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<StateDraft<T>> ahead = new ArrayDeque<>();
        ahead.push(start);
        while (!ahead.isEmpty()) {
            StateDraft<T> state = ahead.pop();
            if (state.kind() == Kind.STOP) {
                return true;
            }
            if (seen.add(state.name())) {
                state.edges().stream()
                        .filter(edge -> edge.action() == Action.PROCEED)
                        .forEach(edge -> ahead.push(edge.target()));
            }
        }
        return false;
    }

    /** The largest limit between two events. */
    long longestGap() {
        return states.values().stream().mapToLong(StateDraft::gapMillis).max().orElse(0);
    }

    CompiledPattern<T> freeze(StateDraft<T> start, long withinMillis) {
        Map<String, CompiledPattern.State<T>> frozen = new LinkedHashMap<>();
        states.forEach((name, state) -> frozen.put(name, state.freeze()));
        return new CompiledPattern<>(frozen, start.name(), withinMillis);
    }
}
