package dev.tidemark.propertytests.law;

import dev.tidemark.engine.topology.Node;
import dev.tidemark.propertytests.CrashPlan;
import dev.tidemark.propertytests.run.Bench;
import dev.tidemark.propertytests.run.Circumstances;
import dev.tidemark.propertytests.run.Disturbance;
import dev.tidemark.propertytests.run.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The sinks hold the same under two circumstances: the laws of crash and of order.
 *
 * <p>A crash changes no committed result, per key, provided that in the undisturbed run no element was late, no timer of
 * processing time was set and no session began where one had fired, and that windows have their default trigger; where
 * several channels meet or a partition is idle, the same is assumed of the run with the crash. When checkpoints keep
 * watermarks, late elements are covered where one channel leads to each sink and watermarks are not periodic. Another schedule or
 * parallelism changes nothing per key and in order, watermarks included, where one channel leads to the sink; elsewhere
 * the same is assumed of both runs and results are compared as multisets.
 */
public final class SameResults implements Law {
    private final String words;
    private final UnaryOperator<Circumstances> reference;

    /** {@code words} names the reference, which is {@code reference} of the circumstances under test. */
    public SameResults(String words, UnaryOperator<Circumstances> reference) {
        this.words = words;
        this.reference = reference;
    }

    @Override
    public String words() {
        return "results are the same as " + words;
    }

    @Override
    public <T> Verdict check(Bench bench, Attempt<T> attempt) {
        Circumstances calm = reference.apply(attempt.circumstances());
        Circumstances tried = attempt.circumstances();
        boolean crashes = !tried.crashes().equals(calm.crashes());
        Optional<String> unlawful = bench.structure().unlawfulWindows();
        if (crashes && unlawful.isPresent()) {
            throw new IllegalArgumentException("that " + words() + " can't be asserted of pipeline '"
                    + bench.structure().topology().name() + "': " + unlawful.get()
                    + "; leave the operator out, or assert determinism and snapshots, which hold always");
        }
        Outcome expected = calm.crashes().harmless()
                ? bench.run(attempt.script(), calm, Disturbance.NONE)
                : bench.run(attempt.script(), calm);
        Optional<Verdict> failed = Law.failed(expected, "by itself");
        if (failed.isPresent()) {
            return failed.get();
        }
        Outcome actual = bench.run(attempt.script(), tried.crashes(within(tried.crashes(), expected)));
        failed = Law.failed(actual, crashes ? "after a crash" : "under these circumstances");
        if (failed.isPresent()) {
            return failed.get();
        }
        return crashes
                ? crash(bench, attempt, expected, actual)
                : order(bench, attempt, calm, expected, actual, unlawful);
    }

    /** The plan as it strikes a run of this length. */
    public static CrashPlan within(CrashPlan plan, Outcome undisturbed) {
        return plan.within(undisturbed.steps());
    }

    private <T> Verdict crash(Bench bench, Attempt<T> attempt, Outcome expected, Outcome actual) {
        Optional<String> broken = CrashAssumptions.broken(bench, attempt, expected, actual);
        if (broken.isPresent()) {
            return new Verdict.Rejected(broken.get());
        }
        Comparison comparison = new Comparison(Law.day(attempt.script()));
        for (Node sink : bench.structure().sinks()) {
            comparison.sink(sink.name(), expected, actual, Comparison.Strictness.MULTISET);
        }
        return comparison.equal()
                ? new Verdict.Held(Comparison.Strictness.MULTISET.words())
                : new Verdict.Broken(comparison.finding(
                        "a crash changed committed results",
                        "something lives outside of keyed state (a field, a static), or depends on how far the "
                                + "watermark was when an element came"));
    }

    private <T> Verdict order(
            Bench bench,
            Attempt<T> attempt,
            Circumstances calm,
            Outcome expected,
            Outcome actual,
            Optional<String> unlawful) {
        Map<String, List<String>> partitions = attempt.script().partitions();
        int parallelism = Math.max(calm.parallelism(), attempt.circumstances().parallelism());
        Comparison comparison = new Comparison(Law.day(attempt.script()));
        Optional<String> broken = unlawful.or(expected.assumptions()::broken).or(actual.assumptions()::broken);
        String how = "";
        for (Node sink : bench.structure().sinks()) {
            boolean oneChannel = bench.structure().oneChannel(sink, partitions, parallelism);
            if (!oneChannel && broken.isPresent()) {
                continue;
            }
            Comparison.Strictness strictness =
                    oneChannel ? Comparison.Strictness.SEQUENCE : Comparison.Strictness.MULTISET;
            how = strictness.words();
            comparison.sink(sink.name(), expected, actual, strictness);
        }
        if (!comparison.equal()) {
            return new Verdict.Broken(comparison.finding(
                    "results differ from those " + words,
                    "an aggregate or a function depends on the order in which elements of several channels come"));
        }
        return how.isEmpty() && broken.isPresent() ? new Verdict.Rejected(broken.get()) : new Verdict.Held(how);
    }
}
