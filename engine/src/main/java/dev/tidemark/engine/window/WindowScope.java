package dev.tidemark.engine.window;

import dev.tidemark.engine.evictor.Evictor;
import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.function.ProcessWindowFunction;
import dev.tidemark.engine.function.ReduceFunction;
import dev.tidemark.engine.operator.KeyedStore;
import dev.tidemark.engine.operator.OperatorContext;
import dev.tidemark.engine.operator.ScopedState;
import dev.tidemark.engine.state.KeyedState;
import dev.tidemark.engine.state.NoNamespace;
import dev.tidemark.engine.state.ReducingState;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.Codecs;
import dev.tidemark.engine.trigger.Trigger;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The current key and window, as triggers, evictors and window functions see them. */
final class WindowScope implements Trigger.MergeContext, ProcessWindowFunction.Context<Window>, Evictor.Context {
    private final OperatorContext operator;
    private final KeyedStore<Object> store;
    private final boolean merging;
    private final ScopedState<Window> triggerState;
    private final ScopedState<Window> windowState;
    private final ScopedState<NoNamespace> globalState;
    private @Nullable Window window;
    private List<? extends Window> merged = List.of();

    WindowScope(OperatorContext operator, Codec<Window> windows, boolean merging) {
        this.operator = operator;
        this.store = operator.keyed();
        this.merging = merging;
        this.triggerState = new ScopedState<>(store, "trigger ", windows, this::window);
        this.windowState = new ScopedState<>(store, "per window ", windows, this::window);
        this.globalState = new ScopedState<>(store, "", Codecs.of(NoNamespace.class), () -> NoNamespace.INSTANCE);
    }

    WindowScope at(Window current) {
        this.window = current;
        return this;
    }

    WindowScope merging(Window result, List<? extends Window> gone) {
        this.merged = gone;
        return at(result);
    }

    @Override
    public Window window() {
        return Objects.requireNonNull(window);
    }

    private Comparable<?> namespace() {
        return (Comparable<?>) window();
    }

    @Override
    public long watermark() {
        return operator.watermark();
    }

    @Override
    public long processingTime() {
        return operator.processingTime();
    }

    @Override
    public void registerEventTimeTimer(long time) {
        store.setTimer(namespace(), time, true);
    }

    @Override
    public void registerProcessingTimeTimer(long time) {
        store.setTimer(namespace(), time, false);
    }

    @Override
    public void deleteEventTimeTimer(long time) {
        store.deleteTimer(namespace(), time, true);
    }

    @Override
    public void deleteProcessingTimeTimer(long time) {
        store.deleteTimer(namespace(), time, false);
    }

    @Override
    public KeyedState state() {
        return triggerState;
    }

    @Override
    public KeyedState windowState() {
        if (merging) {
            throw new UnsupportedOperationException("operator '" + operator.name()
                    + "' asked for per-window state, which windows that merge can't have; use globalState()");
        }
        return windowState;
    }

    @Override
    public KeyedState globalState() {
        return globalState;
    }

    @Override
    public <V> void mergeReducing(String name, Class<V> type, ReduceFunction<V> reduce) {
        Window result = window();
        ReducingState<V> state = triggerState.reducing(name, type, reduce);
        V total = null;
        for (Window each : merged) {
            at(each);
            V value = state.value();
            if (value != null) {
                total = total == null ? value : reduce.reduce(total, value);
                state.clear();
            }
        }
        at(result);
        if (total != null) {
            state.add(total);
        }
    }

    @Override
    public <X> void output(OutputTag<X> tag, X value) {
        operator.emitSide(tag.name(), Objects.requireNonNull(value), window().maxTimestamp());
    }
}
