package dev.tidemark.engine.cep;

import dev.tidemark.engine.function.Prototype;
import dev.tidemark.engine.operator.Operator;
import dev.tidemark.engine.operator.OperatorSpec;
import dev.tidemark.engine.state.codec.Codec;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a pattern among the events of each key.
 *
 * @param pattern what to look for
 * @param eventTime whether time is event time; else it is processing time
 * @param elements codec of the events
 * @param order which of two events of equal time is seen first; null for the order in which they arrive
 * @param function what becomes of matches; a {@link TimedOutPartialMatchHandler} is shown what times out too
 * @param lateTag the side output of late events; null when they are counted and dropped
 */
public record PatternSpec(
        Prototype<EventPattern<Object, ?>> pattern,
        boolean eventTime,
        Codec<Object> elements,
        @Nullable Prototype<EventOrder<Object>> order,
        Prototype<PatternProcessFunction<Object, Object>> function,
        @Nullable String lateTag)
        implements OperatorSpec {
    /**
     * Sees to it that {@code pattern} can be looked for.
     *
     * @throws IllegalArgumentException if its parts do not go together; the message says what to write instead
     */
    public static <T> void check(EventPattern<T, ?> pattern) {
        PatternCompiler.compile(pattern);
    }

    @Override
    public Operator create() {
        return new PatternOperator(this);
    }

    @Override
    public boolean waitsForWatermarks() {
        return eventTime;
    }
}
