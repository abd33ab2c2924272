package dev.tidemark.engine.cep;

import java.io.Serializable;
import java.util.List;

/**
 * Decides whether an event fits, knowing which events the partial match has taken so far.
 *
 * <p>It is asked once for each partial match that the event could go on with, so one event may be asked about many times; it must
 * answer from its arguments alone. Source: Flink's {@code IterativeCondition}.
 *
 * @param <T> the events of the stream
 * @param <F> the events that the part of the pattern is for
 */
@FunctionalInterface
public interface IterativeCondition<T, F extends T> extends Serializable {
    boolean filter(F event, Context<T> context) throws Exception;

    /** What a condition can ask. */
    interface Context<T> {
        /** The events that the part {@code name} has taken so far, in order; empty when there are none. */
        List<T> events(String name);

        /** The time of the event that is asked about, in milliseconds: its event time, or processing time. */
        long timestamp();

        /** Processing time in milliseconds. */
        long processingTime();
    }
}
