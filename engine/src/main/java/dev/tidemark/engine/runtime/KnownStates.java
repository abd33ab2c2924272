package dev.tidemark.engine.runtime;

import dev.tidemark.engine.state.StateSchema;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is known of the states of each operator, by their names, from all starts of the job in this process. */
final class KnownStates {
    private final Map<String, Map<String, StateSchema<?, ?>>> byOperator = new LinkedHashMap<>();

    /** The states of one operator; grows. */
    Map<String, StateSchema<?, ?>> of(String operator) {
        return byOperator.computeIfAbsent(operator, any -> new LinkedHashMap<>());
    }

    /** Knows what another knows, too. */
    void add(KnownStates other) {
        other.byOperator.forEach((operator, states) -> of(operator).putAll(states));
    }

    /** What is known now; does not grow with this. */
    KnownStates copy() {
        KnownStates copy = new KnownStates();
        copy.add(this);
        return copy;
    }
}
