package dev.tidemark.engine.fault;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.time.Times;
import java.time.Duration;

/**
 * The job starts again later each time, until it has run without a failure for a while.
 *
 * <p>Failures that come before the restart that the last one led to count as one with it. Source: Flink's {@code
 * ExponentialDelayRestartBackoffTimeStrategy}.
 *
 * @param initial the first delay
 * @param max the longest one
 * @param multiplier what a delay is longer than the one before, above 1
 * @param resetAfter how long after a restart a failure counts as the first one again
 * @param jitter the part of a delay that chance, by the run's seed, adds or takes away, in {@code [0, 1]}
 * @param attempts how often in a row, from 1
 */
public record ExponentialDelay(
        Duration initial, Duration max, double multiplier, Duration resetAfter, double jitter, int attempts)
        implements RestartStrategy {
    static final ExponentialDelay DEFAULT = new ExponentialDelay(
            Duration.ofSeconds(1), Duration.ofMinutes(1), 1.5, Duration.ofHours(1), 0.1, Integer.MAX_VALUE);

    public ExponentialDelay {
        Lengths.require("initial", initial, Lengths.SHORTEST);
        Lengths.require("max", max, initial);
        Lengths.require("resetAfter", resetAfter, Lengths.SHORTEST);
        if (!(multiplier > 1)) {
            throw new IllegalArgumentException("multiplier is " + multiplier + "; it must be above 1");
        }
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("jitter is " + jitter + "; it must lie in [0, 1]");
        }
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts is " + attempts + "; it must be at least 1");
        }
    }

    /** The first delay and the longest one. */
    public ExponentialDelay between(Duration first, Duration longest) {
        return new ExponentialDelay(first, longest, multiplier, resetAfter, jitter, attempts);
    }

    public ExponentialDelay multiplier(double factor) {
        return new ExponentialDelay(initial, max, factor, resetAfter, jitter, attempts);
    }

    public ExponentialDelay resetAfter(Duration calm) {
        return new ExponentialDelay(initial, max, multiplier, calm, jitter, attempts);
    }

    public ExponentialDelay jitter(double part) {
        return new ExponentialDelay(initial, max, multiplier, resetAfter, part, attempts);
    }

    public ExponentialDelay attempts(int most) {
        return new ExponentialDelay(initial, max, multiplier, resetAfter, jitter, most);
    }

    @Override
    public RestartBackoff begin() {
        return new Growing(this);
    }

    @Override
    public String text() {
        return "exponential delay from " + Times.text(initial) + " to " + Times.text(max)
                + (attempts == Integer.MAX_VALUE ? "" : ", at most " + attempts + " in a row");
    }

    private static final class Growing implements RestartBackoff {
        private static final long NONE_YET = Long.MIN_VALUE;
        private static final long LONGEST = Long.MAX_VALUE / 4;

        private final ExponentialDelay how;
        private int attempt;
        private long restartMillis = NONE_YET;

        Growing(ExponentialDelay how) {
            this.how = how;
        }

        @Override
        public void failed(long now, long draw) {
            if (restartMillis != NONE_YET
                    && now < restartMillis) { // at that very instant it would restart without an end
                return;
            }
            if (restartMillis == NONE_YET
                    || now - restartMillis >= how.resetAfter().toMillis()) {
                attempt = 0;
            }
            restartMillis = now + backoff(draw);
            attempt++;
        }

        private long backoff(long draw) {
            long first = how.initial().toMillis();
            long grown = Math.min((long) (first * StrictMath.pow(how.multiplier(), attempt)), LONGEST);
            long offset = (long) (grown * how.jitter());
            long drawn = Long.remainderUnsigned(draw, 2 * offset + 1) - offset;
            return Math.max(first, Math.min(grown + drawn, how.max().toMillis()));
        }

        @Override
        public boolean allows(long now) {
            return attempt <= how.attempts();
        }

        @Override
        public long delayMillis(long now) {
            return Math.max(0, restartMillis - now);
        }

        @Override
        public void snapshot(ByteSink out) {
            out.writeVarInt(attempt);
            out.writeLong(restartMillis);
        }

        @Override
        public void restore(ByteSource in) {
            attempt = in.readVarInt();
            restartMillis = in.readLong();
        }
    }
}
