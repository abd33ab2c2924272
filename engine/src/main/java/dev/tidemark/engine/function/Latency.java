package dev.tidemark.engine.function;

import java.io.Serializable;
import java.time.Duration;

/**
 * How long the answer to a call takes in processing time, whatever it took outside.
 *
 * <p>Whole milliseconds, not negative. A latency beyond the operator's time-out is how a test sees that time-out.
 *
 * @param <I> elements that are asked about
 */
@FunctionalInterface
public interface Latency<I> extends Serializable {
    /**
     * The latency of one call.
     *
     * @param draw a random number, the same for the same call of a run with the same seed
     */
    Duration of(I input, long draw);

    /**
     * Drawn from {@code [least, most]}, each millisecond as likely as the others.
     *
     * @throws IllegalArgumentException if the range is empty or begins below zero
     */
    static <I> Latency<I> uniform(Duration least, Duration most) {
        return new Uniform<>(least, most);
    }

    /** Always the same, so that answers come in the order of the calls. */
    static <I> Latency<I> fixed(Duration latency) {
        return new Uniform<>(latency, latency);
    }

    /** See {@link #uniform}. */
    record Uniform<I>(Duration least, Duration most) implements Latency<I> {
        public Uniform {
            if (least.isNegative() || most.compareTo(least) < 0) {
                throw new IllegalArgumentException("a latency from " + least + " to " + most
                        + " is none; the range must begin at zero or later and must not be empty");
            }
        }

        @Override
        public Duration of(I input, long draw) {
            long choices = most.toMillis() - least.toMillis() + 1;
            return least.plusMillis(Long.remainderUnsigned(draw, choices));
        }

        @Override
        public String toString() {
            return "latency " + least.toMillis() + "ms" + (least.equals(most) ? "" : " to " + most.toMillis() + "ms");
        }
    }
}
