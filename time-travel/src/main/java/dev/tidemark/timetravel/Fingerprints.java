package dev.tidemark.timetravel;

import dev.tidemark.engine.transcript.Effect;
import dev.tidemark.engine.transcript.Step;
import dev.tidemark.engine.transcript.ValueText;
import java.util.Arrays;

/**
 * Eight bytes for each step, which a replay has to reproduce: the structural digest after it, and what its sinks took.
 *
 * <p>Each takes in those before it.
 */
final class Fingerprints {
    private long[] prints;
    private int size;

    Fingerprints() {
        this(new long[64], 0);
    }

    private Fingerprints(long[] prints, int size) {
        this.prints = prints;
        this.size = size;
    }

    /** Takes the next step; {@code digest} is the structural one after it. */
    void add(Step step, long digest) {
        if (size == prints.length) {
            prints = Arrays.copyOf(prints, size * 2);
        }
        prints[size] = after(size, step, digest);
        size++;
    }

    /** Whether a replayed step is what it was. */
    boolean matches(Step step, long digest) {
        int index = (int) step.number() - 1;
        return index < size && prints[index] == after(index, step, digest);
    }

    /** Those of the first {@code steps} steps. */
    Fingerprints until(long steps) {
        return new Fingerprints(Arrays.copyOf(prints, Math.max(64, (int) steps)), (int) steps);
    }

    private long after(int index, Step step, long digest) {
        long print = (index == 0 ? 0 : prints[index - 1]) * 31 + digest;
        for (Effect effect : step.effects()) {
            if (effect instanceof Effect.Emitted emitted) {
                print = print * 31 + ValueText.print(emitted.value()).hashCode();
            }
        }
        return print;
    }
}
