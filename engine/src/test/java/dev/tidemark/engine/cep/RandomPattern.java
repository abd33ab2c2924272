package dev.tidemark.engine.cep;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Says a random pattern of a seed, in any language; some are such as must be refused.
 *
 * <p>What is drawn does not depend on the language, so that two languages say the same pattern.
 *
 * @param <P> a pattern
 */
public final class RandomPattern<P> {
    /** The letters of signals. */
    static final String KINDS = "abc";

    /** Those without a not come first. */
    private static final List<Contiguity> CONTIGUITIES = List.of(Contiguity.values());

    private static final List<SignalTest.Form> OTHER_FORMS =
            List.of(SignalTest.Form.ODD, SignalTest.Form.AFTER_PAIRS, SignalTest.Form.NOT_FALLING);

    private final Random random;
    private final PatternLanguage<P> language;
    private final List<String> names = new ArrayList<>();
    private boolean once;

    private RandomPattern(long seed, PatternLanguage<P> language) {
        this.random = new Random(seed);
        this.language = language;
    }

    /** The pattern of {@code seed}. */
    public static <P> P of(long seed, PatternLanguage<P> language) {
        RandomPattern<P> making = new RandomPattern<>(seed, language);
        AfterMatchSkipStrategy strategy = making.strategy();
        return making.chain(0, strategy);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private AfterMatchSkipStrategy strategy() {
        String name = "p" + random.nextInt(chance(5) ? 4 : 2);
        AfterMatchSkipStrategy strategy =
                switch (random.nextInt(8)) {
                    case 0 -> AfterMatchSkipStrategy.skipToNext();
                    case 1 -> AfterMatchSkipStrategy.skipPastLastEvent();
                    case 2 -> AfterMatchSkipStrategy.skipToFirst(name);
                    case 3 -> AfterMatchSkipStrategy.skipToLast(name);
                    default -> AfterMatchSkipStrategy.noSkip();
                };
        boolean strict = chance(15);
        return strict && strategy.name() != null ? strategy.throwIfMissing() : strategy;
    }

    private P chain(int depth, AfterMatchSkipStrategy strategy) {
        int parts = 1 + random.nextInt(depth == 0 ? 4 : 3);
        boolean grouped = chance(depth == 0 ? 15 : depth == 1 ? 10 : 0);
        P pattern = grouped
                ? group(language.begin(chain(depth + 1, strategy), strategy))
                : single(language.begin(name(), strategy));
        for (int i = 1; i < parts; i++) {
            pattern = then(pattern, depth, i == parts - 1);
        }
        return pattern;
    }

    private P then(P before, int depth, boolean last) {
        Contiguity how = CONTIGUITIES.get(random.nextInt(chance(60) ? 3 : 5));
        if (how.negated()) {
            once = true;
            P not = language.then(before, how, name());
            not = language.where(not, test());
            if (last || chance(10)) {
                not = within(not, 70);
            }
            return chance(2) ? language.optional(not) : not;
        }
        return chance(depth == 0 ? 20 : depth == 1 ? 10 : 0)
                ? group(language.then(before, how, chain(depth + 1, AfterMatchSkipStrategy.noSkip())))
                : single(language.then(before, how, name()));
    }

    private String name() {
        String name = chance(1) ? "p0" : "p" + names.size();
        names.add(name);
        return name;
    }

    private SignalTest test() {
        int draw = random.nextInt(20);
        SignalTest.Form form = draw < 15 ? SignalTest.Form.KIND : OTHER_FORMS.get(random.nextInt(OTHER_FORMS.size()));
        String kinds = KINDS.substring(random.nextInt(KINDS.length()));
        String letters = chance(70) ? kinds.substring(0, 1) : kinds;
        return new SignalTest(form, letters, names.get(random.nextInt(names.size())));
    }

    private P single(P part) {
        P pattern = chance(95) ? language.where(part, test()) : part;
        if (chance(10)) {
            pattern = chance(50) ? language.or(pattern, test()) : language.where(pattern, test());
        }
        pattern = quantified(pattern);
        if (chance(once ? 1 : 20)) {
            pattern = language.greedy(pattern);
        }
        // last, since a part of one class takes no conditions on all signals
        pattern = chance(5) ? language.loud(pattern) : pattern;
        return within(pattern, 12);
    }

    private P group(P part) {
        return within(quantified(part), 10);
    }

    private P quantified(P part) {
        once = true;
        P pattern = chance(1) ? language.optional(part) : part;
        long each = chance(8) ? 2 + 2 * random.nextInt(3) : 0;
        int draw = random.nextInt(100);
        if (draw < 50) {
            once = false;
        }
        if (draw < 25) {
            pattern = language.orMore(pattern, chance(70) ? 1 : 1 + random.nextInt(3), each);
            if (chance(25)) {
                pattern = language.until(pattern, test());
            }
            pattern = several(pattern);
        } else if (draw < 50) {
            int from = chance(90) ? 1 + random.nextInt(3) : 0;
            pattern = language.times(pattern, from, from + random.nextInt(3), each);
            pattern = several(pattern);
        } else if (draw < 51) {
            pattern = several(pattern);
        }
        return chance(18) ? language.optional(pattern) : pattern;
    }

    private P several(P part) {
        P pattern = part;
        for (int i = 0; i < 3; i++) {
            pattern = switch (random.nextInt(24)) {
                case 0, 1, 2 -> language.consecutive(pattern);
                case 3, 4, 5 -> language.allowCombinations(pattern);
                default -> pattern;
            };
            i += chance(80) ? 3 : 0;
        }
        return pattern;
    }

    private P within(P part, int percent) {
        if (!chance(percent)) {
            return part;
        }
        return !once || chance(70)
                ? language.within(part, 2 + 2 * random.nextInt(8), WithinType.FIRST_AND_LAST)
                : language.within(part, 2 + 2 * random.nextInt(4), WithinType.PREVIOUS_AND_CURRENT);
    }
}
