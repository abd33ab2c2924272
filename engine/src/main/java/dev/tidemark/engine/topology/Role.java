package dev.tidemark.engine.topology;

import dev.tidemark.engine.function.Prototype;
import dev.tidemark.engine.function.SinkFunction;
import dev.tidemark.engine.operator.OperatorSpec;
import dev.tidemark.engine.time.Watermarks;
import org.jspecify.annotations.Nullable;

/** What a node of a topology does. */
public sealed interface Role {
    /** Reads events; {@code input} says where from. */
    record SourceRole(SourceInput input, Watermarks<?> watermarks) implements Role {}

    /** Transforms elements as {@code spec} says. */
    record OperatorRole(OperatorSpec spec) implements Role {}

    /** Collects elements in order ({@code function} is null) or hands them to a function outside the run. */
    record SinkRole(@Nullable Prototype<? extends SinkFunction<Object>> function) implements Role {}
}
