package dev.tidemark.flink.function;

import dev.tidemark.engine.function.Output;
import java.util.Objects;
import org.apache.flink.util.Collector;

/** Flink's collector as the engine's output, which takes no null. */
public record Results(Collector<Object> collector) implements Output<Object> {
    @Override
    public void collect(Object value) {
        collector.collect(Objects.requireNonNull(value, "a function collected null; filter such results out"));
    }
}
