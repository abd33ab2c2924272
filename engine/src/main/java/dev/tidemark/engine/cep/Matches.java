package dev.tidemark.engine.cep;

import java.util.List;

/**
 * All that is under way for one key.
 *
 * @param partial the partial matches, in the order of a binary heap by first event
 * @param completed matches that wait for a partial match that began earlier, in the order of such a heap
 * @param events how many events were taken so far
 */
record Matches<T>(List<PartialMatch<T>> partial, List<PartialMatch<T>> completed, long events) {
    Matches {
        partial = List.copyOf(partial);
        completed = List.copyOf(completed);
    }

    /** Nothing has happened yet. */
    static <T> Matches<T> beginning(String start) {
        return new Matches<>(List.of(new PartialMatch<>(start, null)), List.of(), 0);
    }

    /** Whether nothing is under way but the wait for a first event. */
    boolean idle() {
        return partial.size() == 1 && completed.isEmpty();
    }
}
