package dev.tidemark.propertytests.law;

import dev.tidemark.engine.Schedule;
import dev.tidemark.propertytests.CrashPlan;
import dev.tidemark.propertytests.EventScript;
import dev.tidemark.propertytests.run.Circumstances;

/**
 * Everything that is generated for one try of a law, and shrunk together.
 *
 * @param <T> the events
 */
public record Attempt<T>(EventScript<T> script, Circumstances circumstances) {
    public Attempt<T> script(EventScript<T> other) {
        return new Attempt<>(other, circumstances);
    }

    public Attempt<T> schedule(Schedule other) {
        return new Attempt<>(script, circumstances.schedule(other));
    }

    public Attempt<T> crashes(CrashPlan other) {
        return new Attempt<>(script, circumstances.crashes(other));
    }

    public Attempt<T> parallelism(int subtasks) {
        return new Attempt<>(script, circumstances.parallelism(subtasks));
    }
}
