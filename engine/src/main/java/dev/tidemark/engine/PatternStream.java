package dev.tidemark.engine;

import dev.tidemark.engine.cep.EventOrder;
import dev.tidemark.engine.cep.EventPattern;
import dev.tidemark.engine.cep.MatchFunctions;
import dev.tidemark.engine.cep.PatternFlatSelectFunction;
import dev.tidemark.engine.cep.PatternProcessFunction;
import dev.tidemark.engine.cep.PatternSelectFunction;
import dev.tidemark.engine.cep.PatternSpec;
import dev.tidemark.engine.cep.PatternTimeoutFunction;
import dev.tidemark.engine.cep.TimedOutPartialMatchHandler;
import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.Codecs;
import dev.tidemark.engine.state.codec.FunctionTypes;
import java.io.Serializable;
import java.lang.reflect.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The matches of a pattern among the values of each key.
 *
 * <p>Says in which time and order the values are seen, then what becomes of the matches. Source: Flink's {@code PatternStream}.
 *
 * @param <T> the values
 */
public final class PatternStream<T> {
    /** The second function, for what timed out, and the side output of its results. */
    private record Timeouts<T>(OutputTag<Object> tag, PatternTimeoutFunction<T, Object> function) {}

    private final KeyedStream<T, ?> keyed;
    private final EventPattern<T, ?> pattern;
    private final boolean alone;
    private final boolean eventTime;
    private final @Nullable EventOrder<? super T> order;
    private final @Nullable OutputTag<T> lateTag;
    private final @Nullable Timeouts<T> timeouts;

    /** @param alone whether there is one key only, so that one subtask sees everything */
    PatternStream(KeyedStream<T, ?> keyed, EventPattern<T, ?> pattern, boolean alone) {
        this(keyed, pattern, alone, true, null, null, null);
        PatternSpec.check(pattern);
    }

    private PatternStream(
            KeyedStream<T, ?> keyed,
            EventPattern<T, ?> pattern,
            boolean alone,
            boolean eventTime,
            @Nullable EventOrder<? super T> order,
            @Nullable OutputTag<T> lateTag,
            @Nullable Timeouts<T> timeouts) {
        this.keyed = keyed;
        this.pattern = pattern;
        this.alone = alone;
        this.eventTime = eventTime;
        this.order = order;
        this.lateTag = lateTag;
        this.timeouts = timeouts;
    }

    /** Values are seen as they arrive, and time is processing time; results carry no timestamp then. */
    public PatternStream<T> inProcessingTime() {
        return new PatternStream<>(keyed, pattern, alone, false, order, lateTag, timeouts);
    }

    /** Which of two values of equal time is seen first; without it, the one that arrived first. */
    public PatternStream<T> orderBy(EventOrder<? super T> first) {
        return new PatternStream<>(keyed, pattern, alone, eventTime, first, lateTag, timeouts);
    }

    /** Where values go that come when the watermark has reached their time; without it they are counted and dropped. */
    public PatternStream<T> sideOutputLateData(OutputTag<T> tag) {
        return new PatternStream<>(keyed, pattern, alone, eventTime, order, tag, timeouts);
    }

    /** What becomes of partial matches whose time is over: one result for each, in a side output. */
    @SuppressWarnings("unchecked") // the tag belongs to the function's results
    public <L> PatternStream<T> timedOut(OutputTag<L> tag, PatternTimeoutFunction<T, L> function) {
        return new PatternStream<>(
                keyed,
                pattern,
                alone,
                eventTime,
                order,
                lateTag,
                new Timeouts<>((OutputTag<Object>) tag, (PatternTimeoutFunction<T, Object>) function));
    }

    /** One result for each match. */
    public <R> DataStream<R> select(PatternSelectFunction<T, R> function) {
        Optional<Type> type = FunctionTypes.returnType(function, PatternSelectFunction.class);
        return result("select", function, new MatchFunctions.Selecting<>(function), type);
    }

    /** Any number of results for each match; for a lambda their type has to be said with {@link DataStream#returns}. */
    public <R> DataStream<R> flatSelect(PatternFlatSelectFunction<T, R> function) {
        Optional<Type> type = FunctionTypes.typeArgument(function, PatternFlatSelectFunction.class, 1);
        return result("flat select", function, new MatchFunctions.FlatSelecting<>(function), type);
    }

    /**
     * Whatever the function does with each match, side outputs included.
     *
     * @throws IllegalArgumentException if the function handles what timed out, and {@link #timedOut} was said too
     */
    public <R> DataStream<R> process(PatternProcessFunction<T, R> function) {
        if (timeouts != null && function instanceof TimedOutPartialMatchHandler<?>) {
            throw new IllegalArgumentException("the function handles partial matches that timed out, and timedOut("
                    + timeouts.tag().name() + ", …) was said too; leave out one of the two");
        }
        Optional<Type> type = FunctionTypes.typeArgument(function, PatternProcessFunction.class, 1);
        return result("process", function, function, type);
    }

    private <R> DataStream<R> result(
            String what, Serializable said, PatternProcessFunction<T, R> function, Optional<Type> type) {
        NodeBuilder next = keyed.next("pattern", pattern + (eventTime ? "" : ", processing time") + ", " + what, type);
        if (alone) {
            next.alone("a pattern without keys sees all values in one subtask; use keyBy before pattern(…)");
        }
        FunctionFields.warn(next, said);
        if (lateTag != null) {
            next.side(lateTag);
        }
        if (timeouts != null) {
            FunctionFields.warn(next, timeouts.function());
            next.side(timeouts.tag());
        }
        PatternProcessFunction<T, R> all = timeouts == null
                ? function
                : new MatchFunctions.Timing<>(function, timeouts.function(), timeouts.tag());
        next.does(() -> new PatternSpec(
                DataStream.prototype(pattern, next.name()),
                eventTime,
                elementCodec(),
                order == null ? null : DataStream.prototype(order, next.name()),
                DataStream.prototype(all, next.name()),
                lateTag == null ? null : lateTag.name()));
        return new DataStream<>(keyed.stream().pipeline(), next, null, type);
    }

    @SuppressWarnings("unchecked")
    private Codec<Object> elementCodec() {
        return (Codec<Object>) Codecs.of(keyed.stream()
                .type()
                .orElseThrow(() -> new IllegalArgumentException("the type of what '"
                        + keyed.stream().node().name() + "' emits is not known; add .returns(…) to it")));
    }
}
