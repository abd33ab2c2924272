package dev.tidemark.engine.cep;

import dev.tidemark.engine.function.Output;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** Makes any number of results of each match: its events by the names of the parts that took them. */
@FunctionalInterface
public interface PatternFlatSelectFunction<I, O> extends Serializable {
    void flatSelect(Map<String, List<I>> match, Output<O> out) throws Exception;
}
