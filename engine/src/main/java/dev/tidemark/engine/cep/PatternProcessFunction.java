package dev.tidemark.engine.cep;

import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.OutputTag;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * Does something with each match of a pattern.
 *
 * <p>One that also implements {@link TimedOutPartialMatchHandler} is shown the partial matches whose time is over too. Source:
 * Flink's {@code PatternProcessFunction}.
 *
 * @param <I> the events
 * @param <O> results
 */
@FunctionalInterface
public interface PatternProcessFunction<I, O> extends Serializable {
    /**
     * Called for each match, in order.
     *
     * @param match the events by the names of the parts that took them; a part that took none is not in it
     */
    void processMatch(Map<String, List<I>> match, Context context, Output<O> out) throws Exception;

    /** What the function can ask. */
    interface Context {
        /**
         * The time of the match in milliseconds, which results carry too in event time: that of the event that completed it, or up to
         * which time had come when it was let out.
         */
        long timestamp();

        /** Processing time in milliseconds. */
        long processingTime();

        /** Emits into a side output, with the time of the match. */
        <X> void output(OutputTag<X> tag, X value);
    }
}
