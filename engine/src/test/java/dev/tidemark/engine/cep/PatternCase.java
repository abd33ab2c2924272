package dev.tidemark.engine.cep;

import java.util.Random;

/**
 * A random pattern with signals to look among, and how to look.
 *
 * @param seed of all of it
 * @param eventTime whether time is event time
 * @param ordered whether signals of equal time are seen by value
 * @param timeouts whether partial matches that time out are handled
 * @param lateAside whether late signals go to a side output
 */
public record PatternCase(
        long seed, boolean eventTime, boolean ordered, boolean timeouts, boolean lateAside, SignalScript script) {
    /** The case of a seed. */
    public static PatternCase of(long seed) {
        Random random = new Random(~seed);
        boolean eventTime = random.nextInt(5) > 0;
        return new PatternCase(
                seed,
                eventTime,
                random.nextInt(4) == 0,
                random.nextInt(4) > 0,
                random.nextBoolean(),
                SignalScript.of(random.nextLong(), 4 + random.nextInt(9)));
    }

    /** The pattern, in a language; throws what the language refuses it with. */
    public <P> P pattern(PatternLanguage<P> language) {
        return RandomPattern.of(seed, language);
    }
}
