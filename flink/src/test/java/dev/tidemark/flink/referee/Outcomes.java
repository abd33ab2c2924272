package dev.tidemark.flink.referee;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came out of a case, section by section: after each line of its script, up to the next one.
 *
 * <p>Two systems agree when after each line the same came out, as often, with the same timestamps and watermarks: the
 * order within a section is open where Flink leaves it so.
 */
public record Outcomes(List<List<Outcome>> sections) {
    public Outcomes {
        sections = sections.stream().map(List::copyOf).toList();
    }

    /** All as one section, without the clock: what can be compared with a run that tells of no lines. */
    public Outcomes flat() {
        return new Outcomes(List.of(sections.stream()
                .flatMap(List::stream)
                .map(Outcome::withoutClock)
                .toList()));
    }

    /** The same without the clock. */
    public Outcomes withoutClock() {
        return new Outcomes(sections.stream()
                .map(section -> section.stream().map(Outcome::withoutClock).toList())
                .toList());
    }

    /** Whether everything came in the same order, too. */
    public boolean sameOrderAs(Outcomes flink) {
        return sections.equals(flink.sections);
    }

    /** The first section that differs, with what only one of the two has; empty when they agree. */
    public String differenceFrom(Outcomes flink) {
        for (int i = 0; i < sections.size(); i++) {
            Map<Outcome, Integer> ours = counts(sections.get(i));
            Map<Outcome, Integer> theirs = counts(flink.sections.get(i));
            if (!ours.equals(theirs)) {
                return "section " + i + "\n  only Tidemark " + without(sections.get(i), flink.sections.get(i))
                        + "\n  only Flink    " + without(flink.sections.get(i), sections.get(i));
            }
        }
        return "";
    }

    private static Map<Outcome, Integer> counts(List<Outcome> outcomes) {
        Map<Outcome, Integer> counts = new LinkedHashMap<>();
        outcomes.forEach(each -> counts.merge(each, 1, Integer::sum));
        return counts;
    }

    private static List<Outcome> without(List<Outcome> some, List<Outcome> others) {
        List<Outcome> left = new ArrayList<>(some);
        others.forEach(left::remove);
        return left;
    }
}
