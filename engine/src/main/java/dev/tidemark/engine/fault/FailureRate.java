package dev.tidemark.engine.fault;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.time.Times;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The job starts again as long as it does not fail too often in an interval. Source: Flink's {@code FailureRateRestartBackoffTimeStrategy}.
 *
 * @param failures how many an interval may hold, from 1
 * @param interval how far apart the first and the last of one more must lie, at least a millisecond more
 * @param delay from the failure to the restart
 */
public record FailureRate(int failures, Duration interval, Duration delay) implements RestartStrategy {
    public FailureRate {
        if (failures < 1) {
            throw new IllegalArgumentException("failures is " + failures + "; an interval must allow at least 1");
        }
        Lengths.require("interval", interval, Lengths.SHORTEST);
        Lengths.require("delay", delay, Duration.ZERO);
    }

    @Override
    public RestartBackoff begin() {
        return new Recent(this);
    }

    @Override
    public String text() {
        return "failure rate of at most " + failures + " in " + Times.text(interval) + ", delay of "
                + Times.text(delay);
    }

    private static final class Recent implements RestartBackoff {
        private final FailureRate rate;
        private final Deque<Long> times = new ArrayDeque<>();

        Recent(FailureRate rate) {
            this.rate = rate;
        }

        private boolean full() {
            return times.size() > rate.failures();
        }

        @Override
        public void failed(long now, long draw) {
            if (full()) {
                times.remove();
            }
            times.add(now);
        }

        @Override
        public boolean allows(long now) {
            return !full() || now - times.element() > rate.interval().toMillis();
        }

        @Override
        public long delayMillis(long now) {
            return rate.delay().toMillis();
        }

        @Override
        public void snapshot(ByteSink out) {
            out.writeLength(times.size());
            times.forEach(out::writeLong);
        }

        @Override
        public void restore(ByteSource in) {
            times.clear();
            for (int left = in.readLength(); left > 0; left--) {
                times.add(in.readLong());
            }
        }
    }
}
