package dev.tidemark.propertytests.law;

import dev.tidemark.engine.time.Times;
import dev.tidemark.propertytests.EventScript;
import dev.tidemark.propertytests.run.Bench;
import dev.tidemark.propertytests.run.Outcome;
import java.util.List;
import java.util.Optional;

/** Something that is true of a pipeline whatever reaches it, provided that what the law assumes is so. */
public interface Law {
    /** The law in a sentence. */
    String words();

    /**
     * Tries the law.
     *
     * @throws IllegalArgumentException if it can't be asserted of this pipeline, whatever the script is
     */
    <T> Verdict check(Bench bench, Attempt<T> attempt);

    /** The first day of a script, in which times are written without a date. */
    static long day(EventScript<?> script) {
        return script.size() == 0 ? 0 : Times.dayOf(script.entries().get(0).arrivalMillis());
    }

    /** A verdict if a function threw where it should not have. */
    static Optional<Verdict> failed(Outcome outcome, String when) {
        return outcome.failure()
                .map(reason -> new Verdict.Broken(new Finding(
                        "the pipeline fails " + when,
                        List.of("no failure"),
                        List.of(reason),
                        reason,
                        "a function throws on this input")));
    }
}
