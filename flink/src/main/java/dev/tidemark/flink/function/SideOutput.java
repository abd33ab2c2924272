package dev.tidemark.flink.function;

import org.apache.flink.util.OutputTag;

/** Where a function of Flink's puts things aside. */
@FunctionalInterface
public interface SideOutput {
    void put(OutputTag<Object> tag, Object value);
}
