package dev.tidemark.flink.source;

import java.io.Serializable;

/**
 * When a source plays its lines, and when it ends: everything at once, or one line a round.
 *
 * <p>A round lasts three completed checkpoints. What is played in a round has gone through the whole job before the next
 * begins: of the checkpoints between, one has a barrier behind it and is complete. So sources that know nothing of each
 * other play their lines one after the other, and a sink, which may hear of a checkpoint a little before or after a
 * source does, knows to which round a result belongs.
 *
 * @param rounds how many rounds there are, after the last of which the source ends; 0 to play everything at once
 */
public record Pace(long rounds) implements Serializable {
    /** Everything at once, then the end. */
    public static final Pace FREE = new Pace(0);

    private static final long CHECKPOINTS = 3;

    /** One line a round. */
    public static Pace lineByLine(long lines) {
        return new Pace(Math.max(1, lines));
    }

    /** Whether everything is played at once. */
    public boolean free() {
        return rounds == 0;
    }

    /** The round in which a line is played, from 1. */
    static long roundOf(long line) {
        return line + 1;
    }

    /** The round that is on for a source that has heard of so many completed checkpoints. */
    static long round(long completed) {
        return completed / CHECKPOINTS;
    }

    /** The number of completed checkpoints with which the round of a line begins. */
    public static long checkpointsBefore(long line) {
        return roundOf(line) * CHECKPOINTS;
    }

    /** The line that was played last for a sink that has heard of so many completed checkpoints. */
    public static long line(long completed) {
        return (completed + 1) / CHECKPOINTS - 1;
    }
}
