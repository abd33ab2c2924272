package dev.tidemark.flink.referee;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What came out of a case, section by section: after each line of its script, up to the next one.
 *
 * <p>Two systems agree when after each line the same came out, as often, with the same timestamps and watermarks, and what
 * is in one lane in the same order. Between lanes the order within a section is open: a lane is what Flink gives an order.
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

    /**
     * The first section that differs, in what came out or in the order within a lane; empty when they agree.
     *
     * @param lane in which an outcome is; each is in one of its own where Flink leaves the order open
     */
    public String differenceFrom(Outcomes flink, Function<Outcome, String> lane) {
        String difference = differenceFrom(flink);
        Outcomes ours = arranged(lane);
        Outcomes theirs = flink.arranged(lane);
        for (int i = 0; difference.isEmpty() && i < sections.size(); i++) {
            if (!ours.sections.get(i).equals(theirs.sections.get(i))) {
                difference = "section " + i + " in another order\n  Tidemark " + ours.sections.get(i) + "\n  Flink    "
                        + theirs.sections.get(i);
            }
        }
        return difference;
    }

    /** The same with the lanes of each section one after the other, each in its order. */
    public Outcomes arranged(Function<Outcome, String> lane) {
        return new Outcomes(sections.stream()
                .map(section ->
                        section.stream().sorted(Comparator.comparing(lane)).toList())
                .toList());
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
