package dev.tidemark.flink.semantics;

import dev.tidemark.flink.referee.Verdict.Says;
import java.util.Set;

/**
 * A timeline, or a test, that shows statements.
 *
 * @param name {@code lateness/five}, {@code KeysTest.null_key}
 * @param link from the folder of the pages
 * @param says the referee about it
 * @param why it was not asked, if so
 */
record Proof(String name, String link, Set<Integer> statements, Says says, String why) {
    boolean asked() {
        return says != Says.NOT_ASKED;
    }

    boolean isTimeline() {
        return link.endsWith(".txt");
    }

    /** A link whose goal stands at the end of the page. */
    String asLink() {
        return "[" + name + "]";
    }

    String goal() {
        return asLink() + ": " + link;
    }
}
