package dev.tidemark.engine.topology;

import dev.tidemark.engine.function.Prototype;
import dev.tidemark.engine.function.SinkFunction;
import dev.tidemark.engine.operator.OperatorSpec;
import dev.tidemark.engine.sink.Sink;
import dev.tidemark.engine.time.Watermarks;
import org.jspecify.annotations.Nullable;

/** What a node of a topology does. */
public sealed interface Role {
    /** Reads events; {@code input} says where from. */
    record SourceRole(SourceInput input, Watermarks<?> watermarks) implements Role {}

    /** Transforms elements as {@code spec} says. */
    record OperatorRole(OperatorSpec spec) implements Role {}

    /** Collects elements in order (both are null), or hands them to a function or a sink outside the run. */
    record SinkRole(
            @Nullable Prototype<? extends SinkFunction<Object>> function,
            @Nullable Prototype<? extends Sink<Object>> outside)
            implements Role {
        /** Whether results go out of the run. */
        public boolean writes() {
            return function != null || outside != null;
        }
    }
}
