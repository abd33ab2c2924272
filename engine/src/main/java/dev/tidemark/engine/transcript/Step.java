package dev.tidemark.engine.transcript;

import dev.tidemark.engine.time.Times;
import java.util.List;

/**
 * One atomic thing that a run did.
 *
 * @param number from 1
 * @param clockMillis processing time when it was done
 * @param happening what it was
 * @param effects what came of it, in order
 */
public record Step(long number, long clockMillis, Happening happening, List<Effect> effects) {
    public Step {
        effects = List.copyOf(effects);
    }

    /** The step in one line and its effects in a line each, indented. */
    @Override
    public String toString() {
        long day = Times.dayOf(clockMillis);
        StringBuilder text = new StringBuilder();
        text.append('#')
                .append(number)
                .append(' ')
                .append(Times.text(clockMillis, day))
                .append("  ");
        text.append(happening.text(day));
        for (Effect effect : effects) {
            text.append("\n        ").append(effect.text(day));
        }
        return text.toString();
    }
}
