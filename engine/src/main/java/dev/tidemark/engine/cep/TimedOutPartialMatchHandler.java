package dev.tidemark.engine.cep;

import java.util.List;
import java.util.Map;

/**
 * Does something with each partial match whose time, as {@code within} says it, was over before it was complete.
 *
 * <p>Source: Flink's {@code TimedOutPartialMatchHandler}.
 *
 * @param <I> the events
 */
@FunctionalInterface
public interface TimedOutPartialMatchHandler<I> {
    /**
     * Called for each, in order.
     *
     * @param match the events that it took, by the names of the parts that took them
     * @param context its timestamp is the first at which the match was no longer possible
     */
    void processTimedOutMatch(Map<String, List<I>> match, PatternProcessFunction.Context context) throws Exception;
}
