package dev.tidemark.engine.cep;

import java.util.List;
import java.util.Map;

/**
 * A partial match whose time was over before it was complete.
 *
 * @param events the events that it took, by the parts that took them
 * @param timestamp when its time was over, in milliseconds
 */
record TimedOut<T>(Map<String, List<T>> events, long timestamp) {}
