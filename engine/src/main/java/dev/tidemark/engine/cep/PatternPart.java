package dev.tidemark.engine.cep;

import dev.tidemark.engine.time.Times;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One part of a pattern, as it was said: a name with its conditions, or a group, and how often it occurs.
 *
 * @param name unique in the pattern; {@link #GROUP} for a group
 * @param contiguity what may lie between the part before and this one; the first part has {@link Contiguity#NEXT}
 * @param group the pattern that a group consists of; null when the part is no group
 * @param condition what an event has to satisfy; null when any will do
 * @param until the event that satisfies it ends the loop; null when none does
 * @param withinMillis the limit between first and last event of a match, 0 for none
 * @param gapMillis the limit between the event before and this part's event, 0 for none
 */
public record PatternPart<T>(
        String name,
        Contiguity contiguity,
        @Nullable EventPattern<T, ? extends T> group,
        @Nullable Condition<T> condition,
        @Nullable Condition<T> until,
        Quantifier quantifier,
        long withinMillis,
        long gapMillis)
        implements Serializable {
    /** The name of every group. */
    public static final String GROUP = "GroupPattern";

    static <T> PatternPart<T> named(String name, Contiguity contiguity) {
        if (name.isBlank() || name.contains(":") || name.equals(GROUP) || name.startsWith("$")) {
            throw new IllegalArgumentException("a part of a pattern is named '" + name
                    + "'; give it a word without ':' that does not begin with '$' and is not '" + GROUP + "'");
        }
        return new PatternPart<>(name, contiguity, null, null, null, Quantifier.one(), 0, 0);
    }

    static <T> PatternPart<T> grouping(EventPattern<T, ? extends T> group, Contiguity contiguity) {
        return new PatternPart<>(GROUP, contiguity, group, null, null, Quantifier.one(), 0, 0);
    }

    PatternPart<T> requiring(Condition<T> all) {
        return new PatternPart<>(name, contiguity, group, all, until, quantifier, withinMillis, gapMillis);
    }

    PatternPart<T> ending(Condition<T> end) {
        return new PatternPart<>(name, contiguity, group, condition, end, quantifier, withinMillis, gapMillis);
    }

    PatternPart<T> occurring(Quantifier often) {
        return new PatternPart<>(name, contiguity, group, condition, until, often, withinMillis, gapMillis);
    }

    PatternPart<T> within(long first, long previous) {
        return new PatternPart<>(name, contiguity, group, condition, until, quantifier, first, previous);
    }

    /** The condition, or one that always holds. */
    Condition<T> conditionOrAlways() {
        return condition == null ? Condition.always() : condition;
    }

    /** How errors name it. */
    String owner() {
        return group == null ? "'" + name + "'" : "the group (" + group.text() + ")";
    }

    /** The calls that say it, without conditions. */
    String text(boolean first) {
        String inside = group == null ? name : group.text();
        return (first ? "begin" : contiguity.method()) + "(" + inside + ")"
                + (quantifier.text().isEmpty() ? "" : "." + quantifier.text())
                + (until == null ? "" : ".until(…)")
                + (withinMillis == 0 ? "" : ".within(" + Times.text(Duration.ofMillis(withinMillis)) + ")")
                + (gapMillis == 0
                        ? ""
                        : ".within(" + Times.text(Duration.ofMillis(gapMillis)) + ", PREVIOUS_AND_CURRENT)");
    }
}
