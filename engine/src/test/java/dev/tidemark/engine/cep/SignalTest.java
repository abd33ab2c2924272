package dev.tidemark.engine.cep;

import java.io.Serializable;
import java.util.List;
import java.util.function.Function;

/**
 * A condition of a random pattern, as a value.
 *
 * @param form what it asks
 * @param kinds the letters that fit
 * @param part the part that an iterative one looks at
 */
public record SignalTest(Form form, String kinds, String part) implements Serializable {
    /** What a condition asks. */
    public enum Form {
        KIND,
        ODD,
        /** As KIND, and the part has taken an even number of events. */
        AFTER_PAIRS,
        /** As KIND, and not below the part's last event. */
        NOT_FALLING
    }

    /** Whether it looks at what was matched so far. */
    public boolean iterative() {
        return form == Form.AFTER_PAIRS || form == Form.NOT_FALLING;
    }

    /** Whether the signal fits; {@code matched} gives the events of a part. */
    public boolean holds(Signal signal, Function<String, List<Signal>> matched) {
        boolean kind = kinds.contains(signal.kind());
        return switch (form) {
            case KIND -> kind;
            case ODD -> signal.value() % 2 != 0;
            case AFTER_PAIRS -> kind && matched.apply(part).size() % 2 == 0;
            case NOT_FALLING -> {
                List<Signal> before = matched.apply(part);
                yield kind && (before.isEmpty() || before.get(before.size() - 1).value() <= signal.value());
            }
        };
    }
}
