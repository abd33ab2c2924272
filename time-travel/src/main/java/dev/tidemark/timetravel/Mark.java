package dev.tidemark.timetravel;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A place that has a name.
 *
 * @param branch the branch that it lies on
 * @param acted the branches that were begun or gone on with by what was done {@code at} the mark
 */
record Mark(String branch, Position position, Set<String> acted) {
    Mark(String branch, Position position) {
        this(branch, position, new LinkedHashSet<>());
    }
}
