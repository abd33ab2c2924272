package dev.tidemark.timetravel;

import dev.tidemark.engine.transcript.ValueText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A breakpoint at elements or results of one type.
 *
 * @param <T> their type
 */
public final class BreakpointOnValues<T> extends Breakpoint {
    private final String words;
    private final String operator;
    private final Class<T> type;
    private final Watch values;

    BreakpointOnValues(String words, String operator, Class<T> type, Watch values) {
        super(words, List.of(operator), () -> step -> withoutKeys(values.subjects(step)), false);
        this.words = words;
        this.operator = operator;
        this.type = type;
        this.values = values;
    }

    private static List<Object> withoutKeys(List<Object> found) {
        return found.isEmpty() ? found : List.of(SOMETHING);
    }

    /** Only those that pass. */
    public BreakpointOnValues<T> where(Predicate<? super T> condition) {
        Watch passing = step -> values.subjects(step).stream()
                .filter(value -> condition.test(cast(value)))
                .toList();
        return new BreakpointOnValues<>(words + " that passes", operator, type, passing);
    }

    /** Says which key they are of, so that {@link #of} and {@link #withoutEarlier} can go by it. */
    public Breakpoint by(Function<? super T, ?> key) {
        Watch keys = step -> {
            List<Object> found = new ArrayList<>();
            values.subjects(step).forEach(value -> found.add(key.apply(cast(value))));
            return found;
        };
        return new Breakpoint(words, List.of(operator), () -> keys, false);
    }

    private T cast(Object value) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("a breakpoint at '" + operator + "' is of " + type.getSimpleName()
                    + ", but there it was " + value.getClass().getSimpleName() + ": " + ValueText.print(value));
        }
        return type.cast(value);
    }
}
