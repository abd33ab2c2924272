package dev.tidemark.engine.cep;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** Makes one result of each partial match whose time was over: its events, and when that was, in milliseconds. */
@FunctionalInterface
public interface PatternTimeoutFunction<I, O> extends Serializable {
    O timeout(Map<String, List<I>> match, long timestamp) throws Exception;
}
