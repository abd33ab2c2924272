package dev.tidemark.propertytests;

import dev.tidemark.engine.Collected;
import dev.tidemark.engine.Schedule;
import dev.tidemark.propertytests.law.Attempt;
import dev.tidemark.propertytests.law.Law;
import dev.tidemark.propertytests.law.MatchesOracle;
import dev.tidemark.propertytests.law.SameResults;
import dev.tidemark.propertytests.law.SameRun;
import dev.tidemark.propertytests.law.Verdict;
import dev.tidemark.propertytests.run.Bench;
import java.util.Collection;
import java.util.function.Function;
import org.opentest4j.TestAbortedException;

/**
 * A pipeline over a script, of which laws are asserted.
 *
 * <p>A law that is broken throws {@link LawBroken} with the smallest script, schedule and crash plan that break it. A law
 * whose assumptions are not met is rejected with the reason: jqwik counts the try as not checked, reports how often that
 * happened and fails the property when it happened too often; a plain JUnit test is shown as aborted. A law that never
 * applies to a pipeline is an {@link IllegalArgumentException}.
 *
 * @param <T> the script's events
 */
public final class ScriptAssert<T> {
    private final Bench bench;
    private final Attempt<T> attempt;

    ScriptAssert(Bench bench, Attempt<T> attempt) {
        this.bench = bench;
        this.attempt = attempt;
    }

    private ScriptAssert<T> with(Attempt<T> other) {
        return new ScriptAssert<>(bench, other);
    }

    /** With this schedule. */
    public ScriptAssert<T> under(Schedule schedule) {
        return with(attempt.schedule(schedule));
    }

    /** With these crashes. */
    public ScriptAssert<T> under(CrashPlan crashes) {
        return with(attempt.crashes(crashes));
    }

    /** With this schedule and these crashes. */
    public ScriptAssert<T> under(Schedule schedule, CrashPlan crashes) {
        return with(attempt.schedule(schedule).crashes(crashes));
    }

    /** With so many subtasks of each operator that names no other number. */
    public ScriptAssert<T> parallelism(int subtasks) {
        return with(attempt.parallelism(subtasks));
    }

    /** With checkpoints that hold watermarks, so that late elements are late again after a crash. */
    public ScriptAssert<T> keepingWatermarks() {
        return with(new Attempt<>(attempt.script(), attempt.circumstances().keepWatermarks(true)));
    }

    /**
     * The law of crash ({@code noCrash()}) and the law of order (another schedule or parallelism): every sink holds the
     * same. {@link SameResults} says what they assume and how strictly they compare.
     */
    public void producesTheSameAs(Reference reference) {
        check(new SameResults(reference.words(), reference.change()));
    }

    /** Determinism: a second run with the same seed is the same, line by line and digest by digest. */
    public void isDeterministic() {
        check(SameRun.twice());
    }

    /** Putting everything back, with fresh functions, before every step changes nothing, in order. */
    public void isUnchangedBySnapshots() {
        check(SameRun.snapshots());
    }

    /** A sink holds what a brute-force function says of the script, in any order. */
    @SuppressWarnings("unchecked")
    public <R> void matches(Collected<R> sink, Function<EventScript<T>, ? extends Collection<R>> oracle) {
        check(new MatchesOracle(sink.sink(), script -> oracle.apply((EventScript<T>) script)));
    }

    private void check(Law law) {
        Tries tries = Tries.ofThisProperty();
        if (tries.superseded(law, attempt)) {
            return;
        }
        Verdict verdict = law.check(bench, attempt);
        if (verdict instanceof Verdict.Rejected rejected) {
            tries.rejected(rejected.reason());
            throw new TestAbortedException("not checked that " + law.words() + ": " + rejected.reason());
        }
        if (verdict instanceof Verdict.Broken broken) {
            throw tries.smallest(law, bench, attempt, broken.finding());
        }
        tries.held(((Verdict.Held) verdict).how());
    }
}
