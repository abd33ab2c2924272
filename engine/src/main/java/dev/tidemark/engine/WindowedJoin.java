package dev.tidemark.engine;

import dev.tidemark.engine.evictor.Evictor;
import dev.tidemark.engine.function.FlatJoinFunction;
import dev.tidemark.engine.function.JoinFunction;
import dev.tidemark.engine.join.Pairing;
import dev.tidemark.engine.join.TaggedUnion;
import dev.tidemark.engine.state.codec.FunctionTypes;
import dev.tidemark.engine.trigger.Trigger;
import dev.tidemark.engine.window.Window;
import java.time.Duration;

/**
 * A join in windows: when one fires, each of its left elements is paired with each of its right ones.
 *
 * <p>Nothing comes of a window with elements of one side only. A result carries the window's {@code maxTimestamp}; the
 * pairs of one firing come with the left elements outside and the right ones inside, both in the order of their arrival.
 * Elements late for all their windows are dropped and counted; they go to no side output. Source: Flink's {@code
 * JoinedStreams.WithWindow}.
 *
 * @param <L> elements of the left stream
 * @param <R> elements of the right stream
 * @param <K> the keys
 * @param <W> the windows
 */
public final class WindowedJoin<L, R, K, W extends Window> {
    private final JoinWindows<L, R, K, W> windows;

    WindowedJoin(JoinWindows<L, R, K, W> windows) {
        this.windows = windows;
    }

    /**
     * Replaces the default trigger.
     *
     * @throws IllegalArgumentException if the windows merge and the trigger can't
     */
    public WindowedJoin<L, R, K, W> trigger(Trigger<? super TaggedUnion<L, R>, ? super W> other) {
        return new WindowedJoin<>(windows.trigger(other));
    }

    /** Drops elements of a window, of either side, when it fires. */
    public WindowedJoin<L, R, K, W> evictor(Evictor<? super TaggedUnion<L, R>, ? super W> dropping) {
        return new WindowedJoin<>(windows.evictor(dropping));
    }

    /**
     * How long after its end a window takes late elements, each of which makes it pair everything again.
     *
     * @throws IllegalArgumentException if {@code allowed} is negative
     */
    public WindowedJoin<L, R, K, W> allowedLateness(Duration allowed) {
        return new WindowedJoin<>(windows.allowedLateness(allowed));
    }

    /** One result for each pair. */
    public <O> WindowResult<K, O> apply(JoinFunction<? super L, ? super R, O> function) {
        return windows.result(
                "join",
                function,
                FunctionTypes.returnType(function, JoinFunction.class),
                owner -> new Pairing.Join(DataStream.prototype(function, owner)));
    }

    /** Any number of results for each pair; for a lambda the result's type has to be said with {@code returns}. */
    public <O> WindowResult<K, O> apply(FlatJoinFunction<? super L, ? super R, O> function) {
        return windows.result(
                "join",
                function,
                FunctionTypes.typeArgument(function, FlatJoinFunction.class, 2),
                owner -> new Pairing.FlatJoin(DataStream.prototype(function, owner)));
    }
}
