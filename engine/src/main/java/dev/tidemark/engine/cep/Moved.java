package dev.tidemark.engine.cep;

import java.util.List;
import java.util.Map;

/**
 * What an event, or the time, has made of a key's partial matches.
 *
 * @param after what is under way now
 * @param matches the events of each match, by the parts that took them
 * @param timedOut partial matches whose time is over
 * @param began whether a partial match has taken its first event, at a time after 1970 began
 */
record Moved<T>(Matches<T> after, List<Map<String, List<T>>> matches, List<TimedOut<T>> timedOut, boolean began) {}
