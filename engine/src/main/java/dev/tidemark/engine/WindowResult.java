package dev.tidemark.engine;

import dev.tidemark.engine.state.codec.GenericType;
import dev.tidemark.engine.state.codec.TypeToken;
import dev.tidemark.engine.window.Pane;
import dev.tidemark.engine.window.WindowLogic;
import java.lang.reflect.Type;
import java.util.Optional;

/**
 * The results of windows; {@link #panes} tells of each also its key, window and timing.
 *
 * @param <K> the keys
 * @param <V> the results
 */
public final class WindowResult<K, V> extends DataStream<V> {
    private final KeyedStream<?, K> keyed;

    WindowResult(KeyedStream<?, K> keyed, NodeBuilder node, Optional<Type> type) {
        super(keyed.stream().pipeline(), node, null, type);
        this.keyed = keyed;
    }

    @Override
    public WindowResult<K, V> name(String name) {
        super.name(name);
        return this;
    }

    @Override
    public WindowResult<K, V> uid(String uid) {
        super.uid(uid);
        return this;
    }

    @Override
    public WindowResult<K, V> parallelism(int subtasks) {
        super.parallelism(subtasks);
        return this;
    }

    @Override
    public WindowResult<K, V> returns(Class<V> type) {
        super.returns(type);
        return this;
    }

    @Override
    public WindowResult<K, V> returns(TypeToken<V> type) {
        super.returns(type);
        return this;
    }

    /** Each result with its key, its window, whether it was early, on time or late, and how often the window fired. */
    public DataStream<Pane<K, V>> panes() {
        Type value = type().orElseThrow(() -> new IllegalArgumentException("the type of what '" + node().name()
                + "' emits can't be read from its function; say it before panes(): .returns(Result.class)"));
        Type pane = GenericType.of(Pane.class, keyed.keyType(), value);
        node().side(WindowLogic.PANES, pane);
        return new DataStream<>(pipeline(), node(), WindowLogic.PANES, Optional.of(pane));
    }
}
