package dev.tidemark.timetravel;

/**
 * A place in a branch, between two things that were done.
 *
 * @param step how many steps come before it
 * @param given how many commands come before it
 */
record Position(long step, int given) implements Comparable<Position> {
    @Override
    public int compareTo(Position other) {
        int bySteps = Long.compare(step, other.step);
        return bySteps != 0 ? bySteps : Integer.compare(given, other.given);
    }
}
