package dev.tidemark.engine;

import dev.tidemark.engine.transcript.Step;
import dev.tidemark.engine.transcript.Transcript;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What a move of a run did, step by step; long ones keep their first and last steps and the count of the others.
 *
 * <p>Prints as one line for each step and its effects.
 */
public final class Steps implements Iterable<Step> {
    /** How many steps are kept at each end. */
    public static final int KEPT = 500;

    private static final int PRINTED = 20;

    private final List<Step> first = new ArrayList<>();
    private final ArrayDeque<Step> last = new ArrayDeque<>();
    private long count;
    private String note = "";

    /** No steps, with what there is to say. */
    public static Steps none(String note) {
        Steps steps = new Steps();
        steps.note(note);
        return steps;
    }

    void add(Step step) {
        count++;
        if (first.size() < KEPT) {
            first.add(step);
        } else {
            last.add(step);
            if (last.size() > KEPT) {
                last.remove();
            }
        }
    }

    /** Counts steps that were not told. */
    void untold(long more) {
        count += more;
    }

    void note(String text) {
        note = text;
    }

    /** How many steps were done. */
    public long count() {
        return count;
    }

    /** Why the move ended where it did; empty when there is nothing to say. */
    public String note() {
        return note;
    }

    /** The steps that are kept, in order. */
    public List<Step> steps() {
        List<Step> all = new ArrayList<>(first);
        all.addAll(last);
        return all;
    }

    /** Whether steps in the middle were left out. */
    public boolean folded() {
        return count > first.size() + last.size();
    }

    /** Inputs, outputs and late elements of the steps that are kept, in the project's text format. */
    public Transcript transcript() {
        return Transcript.of(steps());
    }

    @Override
    public Iterator<Step> iterator() {
        return steps().iterator();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        List<Step> all = steps();
        for (int i = 0; i < all.size(); i++) {
            if (count > 2L * PRINTED && i == PRINTED) {
                text.append("  … ").append(count - 2L * PRINTED).append(" more steps …\n");
                i = all.size() - PRINTED;
            }
            text.append(all.get(i)).append('\n');
        }
        return text.append(note.isEmpty() ? "" : note + "\n").toString();
    }
}
