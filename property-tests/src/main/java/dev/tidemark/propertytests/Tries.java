package dev.tidemark.propertytests;

import dev.tidemark.propertytests.law.Attempt;
import dev.tidemark.propertytests.law.Finding;
import dev.tidemark.propertytests.law.Law;
import dev.tidemark.propertytests.run.Bench;
import dev.tidemark.propertytests.shrink.AttemptShrinker;
import dev.tidemark.propertytests.shrink.AttemptSize;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.JqwikException;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.Store;
import net.jqwik.api.statistics.Statistics;

/**
 * What is remembered over the tries of one jqwik property: how often its laws could be checked, and the smallest attempt
 * that broke each. When jqwik shrinks, only what is smaller than that is tried, so that its shrinking and the project's
 * own end with whichever is smaller. Outside of jqwik every assertion stands alone.
 */
final class Tries {
    private static final Pattern DETAILS = Pattern.compile(": .*|( was| at) \\S+Z.*");

    private final boolean counted;
    private final Map<String, Attempt<?>> first = new LinkedHashMap<>();
    private final Map<String, LawBroken> smallest = new LinkedHashMap<>();

    private Tries(boolean counted) {
        this.counted = counted;
    }

    static Tries ofThisProperty() {
        return store().map(store -> store.get()).orElseGet(() -> new Tries(false));
    }

    private static Optional<Store<Tries>> store() {
        try {
            return Optional.of(Store.getOrCreate(Tries.class, Lifespan.PROPERTY, () -> new Tries(true)));
        } catch (JqwikException outside) {
            return Optional.empty();
        }
    }

    /** Whether an attempt that is as small has broken the law already, so that this one can teach nothing more. */
    boolean superseded(Law law, Attempt<?> attempt) {
        LawBroken before = smallest.get(law.words());
        return before != null && before.size().compareTo(AttemptSize.of(attempt)) <= 0;
    }

    void held(String how) {
        count("checked " + how);
    }

    void rejected(String reason) {
        count("rejected: " + DETAILS.matcher(reason).replaceFirst(""));
    }

    private void count(String what) {
        if (counted) {
            Statistics.label("laws").collect(what);
        }
    }

    /** The smallest failure of a law so far, this one included. */
    <T> LawBroken smallest(Law law, Bench bench, Attempt<T> attempt, Finding finding) {
        count("broken");
        AttemptShrinker<T> shrinker = new AttemptShrinker<>(law, bench, attempt, finding).shrink();
        first.putIfAbsent(law.words(), attempt);
        Attempt<?> original = first.getOrDefault(law.words(), attempt);
        LawBroken found = LawBroken.of(law, bench, original, shrinker);
        LawBroken before = smallest.get(law.words());
        if (before == null || found.size().compareTo(before.size()) < 0) {
            smallest.put(law.words(), found);
            return found;
        }
        return before;
    }
}
