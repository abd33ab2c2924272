package dev.tidemark.flink.source;

import java.io.Serializable;

/**
 * When a source plays its lines, and when it ends.
 *
 * <p>A round is the time between two even checkpoints. What is played in a round has gone through the whole job before
 * the next round begins, since the odd checkpoint between them is complete; so sources that know nothing of each other
 * play their lines one after the other, and a sink knows from the checkpoints that it has seen to which line a result
 * belongs. The first round begins with the second checkpoint.
 *
 * @param linesEach how many lines a round plays; 0 to play everything at once and end
 * @param rounds how many rounds there are; after the last the source ends
 */
public record Pace(long linesEach, long rounds) implements Serializable {
    /** Everything at once, then the end. */
    public static final Pace FREE = new Pace(0, 0);

    /** One line a round. */
    public static Pace lineByLine(long lines) {
        return new Pace(1, lines);
    }

    /** Every line in one round. */
    public static Pace oneRound() {
        return new Pace(Long.MAX_VALUE, 1);
    }

    boolean free() {
        return linesEach == 0;
    }

    /** The round in which a line is played, from 1. */
    long roundOf(long line) {
        return line / linesEach + 1;
    }

    /** The line that a round plays, or −1 when it plays them all. */
    public long lineOf(long round) {
        return linesEach == 1 ? round - 1 : -1;
    }

    /** The round that is on when this checkpoint was the last. */
    public static long roundAfter(long checkpoint) {
        return checkpoint / 2;
    }
}
