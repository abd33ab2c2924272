package dev.tidemark.engine.cep;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be said of a whole pattern before it is compiled. */
final class PatternChecks {
    private PatternChecks() {}

    /** Throws if the parts of {@code pattern} do not go together; the message says what to write instead. */
    static void check(EventPattern<?, ?> pattern) {
        names(pattern, new LinkedHashSet<>());
        skipStrategy(pattern);
        loops(pattern);
    }

    private static void names(@Nullable EventPattern<?, ?> pattern, Set<String> seen) {
        for (EventPattern<?, ?> each = pattern; each != null; each = each.previous()) {
            if (each.part().group() != null) {
                names(each.part().group(), seen);
            } else if (!seen.add(each.part().name())) {
                throw new IllegalArgumentException("two parts of the pattern are named '"
                        + each.part().name() + "'; give one of them another name");
            }
        }
    }

    private static void skipStrategy(EventPattern<?, ?> pattern) {
        String name = pattern.skipStrategy().name();
        if (name == null) {
            return;
        }
        Set<String> names = new LinkedHashSet<>();
        for (EventPattern<?, ?> each = pattern; each != null; each = each.previous()) {
            names.add(each.part().name());
        }
        names.remove(PatternPart.GROUP);
        if (!names.contains(name)) {
            throw new IllegalArgumentException(pattern.skipStrategy()
                    + " names no part of the pattern outside of groups;" + " there are " + names);
        }
    }

    /** A loop whose body can be left out would go round for ever without taking an event. */
    private static void loops(EventPattern<?, ?> pattern) {
        for (EventPattern<?, ?> each = pattern; each != null; each = each.previous()) {
            EventPattern<?, ?> group = each.part().group();
            if (group != null) {
                loops(group);
                if (each.part().quantifier().kind() == Quantifier.Kind.OR_MORE && canBeLeftOut(group)) {
                    throw new IllegalArgumentException(
                            "the group (" + group.text()
                                    + ") loops and every part of it is optional; make one of them required, and the group optional()");
                }
            }
        }
    }

    private static boolean canBeLeftOut(EventPattern<?, ?> pattern) {
        for (EventPattern<?, ?> each = pattern; each != null; each = each.previous()) {
            PatternPart<?> part = each.part();
            boolean left = part.contiguity().negated()
                    || part.quantifier().optional()
                    || (part.group() != null && canBeLeftOut(part.group()));
            if (!left) {
                return false;
            }
        }
        return true;
    }
}
