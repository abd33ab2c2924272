package dev.tidemark.timetravel;

import dev.tidemark.engine.view.PartitionRow;
import java.util.List;

/**
 * The answer to why a window has not fired.
 *
 * @param operator the window operator
 * @param window the window in words
 * @param waits whether the window is open and waits to fire; otherwise it has fired, or holds nothing
 * @param missingMillis how far the watermark still has to move, 0 when that is not known or not what it waits for
 * @param heldBy the partitions that hold the watermark back
 * @param lines the answer in sentences
 */
public record WhyNotFired(
        String operator,
        String window,
        boolean waits,
        long missingMillis,
        List<PartitionRow> heldBy,
        List<String> lines) {
    public WhyNotFired {
        heldBy = List.copyOf(heldBy);
        lines = List.copyOf(lines);
    }

    /** The answer, a sentence a line. */
    @Override
    public String toString() {
        return String.join("\n  ", lines);
    }
}
