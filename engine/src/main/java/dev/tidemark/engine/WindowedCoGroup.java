package dev.tidemark.engine;

import dev.tidemark.engine.evictor.Evictor;
import dev.tidemark.engine.function.CoGroupFunction;
import dev.tidemark.engine.join.Pairing;
import dev.tidemark.engine.join.TaggedUnion;
import dev.tidemark.engine.state.codec.FunctionTypes;
import dev.tidemark.engine.trigger.Trigger;
import dev.tidemark.engine.window.Window;
import java.time.Duration;

/**
 * A coGroup in windows: when one fires, the function sees its left and its right elements, each in the order of their
 * arrival.
 *
 * <p>A window with elements of one side only fires too. A result carries the window's {@code maxTimestamp}. Elements late
 * for all their windows are dropped and counted; they go to no side output. Source: Flink's {@code
 * CoGroupedStreams.WithWindow}.
 *
 * @param <L> elements of the left stream
 * @param <R> elements of the right stream
 * @param <K> the keys
 * @param <W> the windows
 */
public final class WindowedCoGroup<L, R, K, W extends Window> {
    private final JoinWindows<L, R, K, W> windows;

    WindowedCoGroup(JoinWindows<L, R, K, W> windows) {
        this.windows = windows;
    }

    /**
     * Replaces the default trigger.
     *
     * @throws IllegalArgumentException if the windows merge and the trigger can't
     */
    public WindowedCoGroup<L, R, K, W> trigger(Trigger<? super TaggedUnion<L, R>, ? super W> other) {
        return new WindowedCoGroup<>(windows.trigger(other));
    }

    /** Drops elements of a window, of either side, when it fires. */
    public WindowedCoGroup<L, R, K, W> evictor(Evictor<? super TaggedUnion<L, R>, ? super W> dropping) {
        return new WindowedCoGroup<>(windows.evictor(dropping));
    }

    /**
     * How long after its end a window takes late elements, each of which makes it fire again.
     *
     * @throws IllegalArgumentException if {@code allowed} is negative
     */
    public WindowedCoGroup<L, R, K, W> allowedLateness(Duration allowed) {
        return new WindowedCoGroup<>(windows.allowedLateness(allowed));
    }

    /** Whatever the function makes of both groups; for a lambda the result's type has to be said with {@code returns}. */
    public <O> WindowResult<K, O> apply(CoGroupFunction<L, R, O> function) {
        return windows.result(
                "co-group",
                function,
                FunctionTypes.typeArgument(function, CoGroupFunction.class, 2),
                owner -> new Pairing.CoGroup(DataStream.prototype(function, owner)));
    }
}
