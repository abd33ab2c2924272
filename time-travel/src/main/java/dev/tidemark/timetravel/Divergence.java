package dev.tidemark.timetravel;

import dev.tidemark.engine.transcript.Step;
import org.jspecify.annotations.Nullable;

/**
 * The first step at which two runs part; every step before it was the same in both.
 *
 * @param step its number, from 1
 * @param here what the one run did, null when it had come to its end before
 * @param there what the other did, null when it had come to its end before
 */
public record Divergence(
        long step, @Nullable Step here, @Nullable Step there) {
    @Override
    public String toString() {
        return "the runs part at step " + step + "\nhere   " + text(here) + "\nthere  " + text(there);
    }

    private static String text(@Nullable Step step) {
        return step == null ? "nothing was done any more" : step.toString();
    }
}
