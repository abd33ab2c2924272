package dev.tidemark.engine.cep;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** Makes one result of each match: its events by the names of the parts that took them. */
@FunctionalInterface
public interface PatternSelectFunction<I, O> extends Serializable {
    O select(Map<String, List<I>> match) throws Exception;
}
