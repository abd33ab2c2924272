package dev.tidemark.engine.cep;

/**
 * The calls that say a pattern, in whoever's words.
 *
 * @param <P> a pattern
 */
public interface PatternLanguage<P> {
    P begin(String name, AfterMatchSkipStrategy strategy);

    P begin(P group, AfterMatchSkipStrategy strategy);

    P then(P before, Contiguity how, String name);

    P then(P before, Contiguity how, P group);

    P where(P pattern, SignalTest test);

    P or(P pattern, SignalTest test);

    P until(P pattern, SignalTest test);

    /** Only {@link Signal.Loud}. */
    P loud(P pattern);

    /** So many times, with a limit between two, 0 for none. */
    P times(P pattern, int from, int to, long eachWithinMillis);

    /** So many times or more, with a limit between two, 0 for none. */
    P orMore(P pattern, int times, long eachWithinMillis);

    P optional(P pattern);

    P greedy(P pattern);

    P consecutive(P pattern);

    P allowCombinations(P pattern);

    P within(P pattern, long millis, WithinType type);
}
