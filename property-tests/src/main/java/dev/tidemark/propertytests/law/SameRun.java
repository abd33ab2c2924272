package dev.tidemark.propertytests.law;

import dev.tidemark.propertytests.run.Bench;
import dev.tidemark.propertytests.run.Disturbance;
import dev.tidemark.propertytests.run.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * A second run is the first one again, step by step: of the same seed (determinism), or with a snapshot restored before
 * every step. Both hold always; transcripts, digests and everything held are compared, in order.
 */
public final class SameRun implements Law {
    private final String words;
    private final String meaning;
    private final Disturbance disturbance;

    private SameRun(String words, String meaning, Disturbance disturbance) {
        this.words = words;
        this.meaning = meaning;
        this.disturbance = disturbance;
    }

    /** Two runs of the same seed are the same. */
    public static SameRun twice() {
        return new SameRun(
                "the same seed gives the same run",
                "a function reads something that is not in the run: a static, the wall clock, a random source",
                Disturbance.NONE);
    }

    /** Restoring a snapshot changes nothing. */
    public static SameRun snapshots() {
        return new SameRun(
                "restoring a snapshot changes nothing",
                "a function keeps something in a field, which begins anew when the function does",
                Disturbance.SNAPSHOTS);
    }

    @Override
    public String words() {
        return words;
    }

    @Override
    public <T> Verdict check(Bench bench, Attempt<T> attempt) {
        boolean crashing = !attempt.circumstances().crashes().harmless();
        if (crashing && disturbance != Disturbance.NONE) {
            throw new IllegalArgumentException(
                    "that " + words + " is asserted without crashes; leave the crash plan out of under(…)");
        }
        Outcome first = bench.run(attempt.script(), attempt.circumstances());
        Optional<Verdict> failed = Law.failed(first, "by itself");
        if (failed.isPresent()) {
            return failed.get();
        }
        Outcome second = crashing
                ? bench.run(attempt.script(), attempt.circumstances())
                : bench.run(attempt.script(), attempt.circumstances(), disturbance);
        failed = Law.failed(second, "in the second run");
        if (failed.isPresent()) {
            return failed.get();
        }
        return compare(first, second);
    }

    private Verdict compare(Outcome first, Outcome second) {
        List<String> should = first.transcript().lines().toList();
        List<String> is = second.transcript().lines().toList();
        for (int i = 0; i < Math.max(should.size(), is.size()); i++) {
            String expected = i < should.size() ? should.get(i) : "nothing";
            String actual = i < is.size() ? is.get(i) : "nothing";
            if (!expected.equals(actual)) {
                return broken(expected, actual, "line " + (i + 1) + " of the transcript");
            }
        }
        if (first.digest() != second.digest()) {
            return broken("digest " + first.digest(), "digest " + second.digest(), "what operators did between");
        }
        if (!first.content().equals(second.content())) {
            return broken("state " + first.content(), "state " + second.content(), "the state in the end");
        }
        return new Verdict.Held("step by step");
    }

    private Verdict broken(String expected, String actual, String where) {
        return new Verdict.Broken(new Finding("two runs differ", List.of(expected), List.of(actual), where, meaning));
    }
}
