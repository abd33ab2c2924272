package dev.tidemark.flink.conformance;

import dev.tidemark.engine.timeline.Fired;
import dev.tidemark.engine.transcript.ValueText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One thing that came out after a line: a result in a sink, or an element that was late for an operator.
 *
 * @param value as text
 * @param watermark of the sink when it came
 */
record Outcome(String operator, boolean late, String value, long timestamp, long watermark) {
    /** An outcome whose value is printed; what has no order, the elements of a merged session, is put in one. */
    static Outcome of(String operator, boolean late, Object value, long timestamp, long watermark, boolean merging) {
        Object printed = value;
        if (merging && value instanceof Fired fired) {
            List<Long> values = new ArrayList<>(fired.values());
            values.sort(null);
            printed = new Fired(fired.key(), fired.start(), fired.end(), values);
        }
        return new Outcome(operator, late, ValueText.print(printed), timestamp, watermark);
    }

    /** How often each of them came, whatever their order. */
    static Map<Outcome, Integer> counts(List<Outcome> outcomes) {
        Map<Outcome, Integer> counts = new LinkedHashMap<>();
        outcomes.forEach(each -> counts.merge(each, 1, Integer::sum));
        return counts;
    }

    @Override
    public String toString() {
        return operator
                + (late ? " late " : " -> ")
                + value
                + (timestamp == Long.MIN_VALUE ? "" : " @ " + timestamp)
                + (late ? "" : ", watermark " + watermark);
    }
}
