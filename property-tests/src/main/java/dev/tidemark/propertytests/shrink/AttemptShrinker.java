package dev.tidemark.propertytests.shrink;

import dev.tidemark.propertytests.law.Attempt;
import dev.tidemark.propertytests.law.Finding;
import dev.tidemark.propertytests.law.Law;
import dev.tidemark.propertytests.law.Verdict;
import dev.tidemark.propertytests.run.Bench;
import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes an attempt that breaks a law as small as it can: first fewer lines, then fewer crashes and a simpler schedule,
 * then one partition, equal values, and times at boundaries.
 *
 * <p>Laws: what comes out breaks the same law; the same attempt always gives the same result; the law is tried a bounded
 * number of times.
 */
public final class AttemptShrinker<T> {
    private static final int MOST_TRIES = 4_000;

    private final Law law;
    private final Bench bench;
    private Attempt<T> smallest;
    private Finding finding;
    private int tries;

    public AttemptShrinker(Law law, Bench bench, Attempt<T> broken, Finding finding) {
        this.law = law;
        this.bench = bench;
        this.smallest = broken;
        this.finding = finding;
    }

    /** Shrinks until nothing gets smaller. */
    public AttemptShrinker<T> shrink() {
        AttemptSize before;
        do {
            before = AttemptSize.of(smallest);
            greedy(PlanCandidates::crashes);
            greedy(this::shorterScripts);
            greedy(PlanCandidates::crashes);
            greedy(PlanCandidates::schedules);
            greedy(attempt -> ScriptCandidates.plainer(attempt.script()).map(attempt::script));
            greedy(PlanCandidates::steps);
        } while (tries < MOST_TRIES && AttemptSize.of(smallest).compareTo(before) < 0);
        return this;
    }

    public Attempt<T> smallest() {
        return smallest;
    }

    /** What broke the law in the smallest attempt. */
    public Finding finding() {
        return finding;
    }

    /** How often the law was tried. */
    public int tries() {
        return tries;
    }

    private Stream<Attempt<T>> shorterScripts(Attempt<T> attempt) {
        int lines = attempt.script().size();
        return ScriptCandidates.shorter(attempt.script())
                .flatMap(script -> PlanCandidates.adapted(attempt.script(script), lines));
    }

    /** Takes the first smaller attempt that breaks the law, as long as there is one. */
    private void greedy(Function<Attempt<T>, Stream<Attempt<T>>> candidates) {
        boolean found = true;
        while (found && tries < MOST_TRIES) {
            found = false;
            AttemptSize size = AttemptSize.of(smallest);
            Iterator<Attempt<T>> each = candidates.apply(smallest).iterator();
            while (!found && each.hasNext() && tries < MOST_TRIES) {
                Attempt<T> candidate = each.next();
                found = AttemptSize.of(candidate).compareTo(size) < 0 && breaks(candidate);
            }
        }
    }

    private boolean breaks(Attempt<T> candidate) {
        tries++;
        if (law.check(bench, candidate) instanceof Verdict.Broken broken
                && broken.finding().what().equals(finding.what())) {
            smallest = candidate;
            finding = broken.finding();
            return true;
        }
        return false;
    }
}
