package dev.tidemark.engine.cep;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * How far one way through a pattern has come.
 *
 * @param state the state that it waits in
 * @param taken the events that it took; null before the first
 */
record PartialMatch<T>(String state, @Nullable Taken<T> taken) {
    /** By first event; what has none comes last. Equal ones stay in the order that a binary heap gives them, as in Flink. */
    static final Comparator<PartialMatch<?>> BY_FIRST = Comparator.comparingLong(PartialMatch::begun);

    /** The number of the first event. */
    long begun() {
        return taken == null ? Long.MAX_VALUE : taken.first().number();
    }
}
