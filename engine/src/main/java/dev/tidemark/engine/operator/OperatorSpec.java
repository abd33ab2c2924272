package dev.tidemark.engine.operator;

import dev.tidemark.engine.state.NoNamespace;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.Codecs;
import dev.tidemark.engine.time.Watermarks;
import org.jspecify.annotations.Nullable;

/**
 * An operator as a value: its functions in serialized form and its parameters, from which each subtask gets its own.
 *
 * <p>A spec is what a topology holds, so that whoever runs it elsewhere can read what the operator does. Specs are
 * records beside the operators that they make.
 */
public interface OperatorSpec {
    /** The operator of one subtask, with fresh functions. */
    Operator create();

    /** The operator of one subtask in batch, where that is another. */
    default Operator createForBatch() {
        return create();
    }

    /** The codec of the namespaces of the operator's timers: windows, or none. */
    @SuppressWarnings("unchecked")
    default Codec<Comparable<?>> timerNamespaces() {
        return (Codec<Comparable<?>>) (Codec<?>) Codecs.of(NoNamespace.class);
    }

    /** Whether the operator has windows that can be looked at. */
    default boolean windowed() {
        return false;
    }

    /** Whether nothing comes of the operator before a watermark; a pipeline without watermarks is then warned of. */
    default boolean waitsForWatermarks() {
        return false;
    }

    /** The strategy by which the operator makes watermarks of its elements, in place of those that come in; null for none. */
    default @Nullable Watermarks<?> watermarks() {
        return null;
    }

    /** Whether the watermarks of both inputs are merged as those of one, as a union's are. */
    default boolean united() {
        return false;
    }
}
