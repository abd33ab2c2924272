package dev.tidemark.propertytests.law;

import dev.tidemark.engine.transcript.ValueText;
import dev.tidemark.propertytests.CrashPlan;
import dev.tidemark.propertytests.EventScript;
import dev.tidemark.propertytests.run.Bench;
import dev.tidemark.propertytests.run.Disturbance;
import dev.tidemark.propertytests.run.Outcome;
import dev.tidemark.propertytests.run.Result;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A sink holds what a brute-force function over the script says, in any order.
 *
 * <p>With crashes it assumes what the law of crash assumes.
 */
public final class MatchesOracle implements Law {
    private final String sink;
    private final Function<EventScript<?>, ? extends Collection<?>> oracle;

    public MatchesOracle(String sink, Function<EventScript<?>, ? extends Collection<?>> oracle) {
        this.sink = sink;
        this.oracle = oracle;
    }

    @Override
    public String words() {
        return "sink '" + sink + "' holds what the oracle says";
    }

    @Override
    public <T> Verdict check(Bench bench, Attempt<T> attempt) {
        bench.structure().topology().node(sink);
        Outcome actual = bench.run(attempt.script(), attempt.circumstances(), Disturbance.NONE);
        Optional<Verdict> failed = Law.failed(actual, "by itself");
        CrashPlan crashes = attempt.circumstances().crashes().within(actual.steps());
        if (failed.isEmpty() && !crashes.harmless()) {
            Outcome calm = actual;
            actual = bench.run(attempt.script(), attempt.circumstances().crashes(crashes));
            failed = Law.failed(actual, "after a crash");
            Optional<String> assumed = CrashAssumptions.broken(bench, attempt, calm, actual);
            Optional<String> broken = bench.structure().unlawfulWindows().or(() -> assumed);
            if (failed.isEmpty() && broken.isPresent()) {
                return new Verdict.Rejected(broken.get());
            }
        }
        if (failed.isPresent()) {
            return failed.get();
        }
        List<String> should = oracle.apply(attempt.script()).stream()
                .map(ValueText::print)
                .sorted()
                .toList();
        List<String> is = Objects.requireNonNull(actual.results().get(sink)).stream()
                .map(Result::value)
                .sorted()
                .toList();
        Comparison comparison = new Comparison(Law.day(attempt.script()));
        comparison.texts(sink, should, is, false);
        return comparison.equal()
                ? new Verdict.Held("as a multiset")
                : new Verdict.Broken(comparison.finding(
                        "the pipeline and the oracle disagree", "one of the two is wrong about this script"));
    }
}
