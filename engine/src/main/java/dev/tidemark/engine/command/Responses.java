package dev.tidemark.engine.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recording of what came from outside, in the order of the steps in which it was asked for.
 *
 * <p>Law: what was asked for in a step that the recording covers comes from it and is not asked for again.
 */
public final class Responses {
    private final List<Response> responses;
    private long covered;

    /** A recording of a run that has not begun. */
    public Responses() {
        this(new ArrayList<>(), 0);
    }

    private Responses(List<Response> responses, long covered) {
        this.responses = responses;
        this.covered = covered;
    }

    /** Everything that was asked for up to {@code step} is here. */
    public void cover(long step) {
        covered = step;
    }

    /** Forgets what was asked for in steps that it does not cover: they did not come to their end. */
    public void dropUncovered() {
        responses.subList(firstOf(covered + 1), responses.size()).clear();
    }

    /** What belongs to the first {@code steps} steps. */
    public Responses until(long steps) {
        return new Responses(new ArrayList<>(responses.subList(0, firstOf(steps + 1))), steps);
    }

    public void add(Response response) {
        responses.add(response);
    }

    /**
     * What came when this was asked for, or null when it is asked for the first time.
     *
     * @throws IllegalStateException if the step is covered and did not ask for this: the replay is not what was recorded
     */
    public byte @Nullable [] find(long step, String operator, int subtask, long number) {
        if (step > covered) {
            return null;
        }
        for (int i = firstOf(step); i < responses.size() && responses.get(i).step() == step; i++) {
            if (responses.get(i).answers(step, operator, subtask, number)) {
                return responses.get(i).answer();
            }
        }
        throw new IllegalStateException("operator '" + operator + "', subtask " + subtask + ", makes call " + number
                + " in step " + step + ", of which the recording of that step has no answer");
    }

    /** How many there are. */
    public int size() {
        return responses.size();
    }

    /** The index of the first response of {@code step} or a later one. */
    private int firstOf(long step) {
        int low = 0;
        int high = responses.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (responses.get(middle).step() < step) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
