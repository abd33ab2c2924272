package dev.tidemark.engine.fault;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.time.Times;
import java.time.Duration;

/**
 * The job starts again a fixed time after each failure, so many times at most. Source: Flink's {@code FixedDelayRestartBackoffTimeStrategy}.
 *
 * @param attempts how often, from 0
 * @param delay from the failure to the restart
 */
public record FixedDelay(int attempts, Duration delay) implements RestartStrategy {
    public FixedDelay {
        if (attempts < 0) {
            throw new IllegalArgumentException(
                    "attempts is " + attempts + "; it must be 0, or how often the job may start again");
        }
        Lengths.require("delay", delay, Duration.ZERO);
    }

    @Override
    public RestartBackoff begin() {
        return new Count(attempts, delay.toMillis());
    }

    @Override
    public String text() {
        return "fixed delay of " + Times.text(delay) + ", at most " + attempts + (attempts == 1 ? " time" : " times");
    }

    private static final class Count implements RestartBackoff {
        private final int attempts;
        private final long delay;
        private int failures;

        Count(int attempts, long delay) {
            this.attempts = attempts;
            this.delay = delay;
        }

        @Override
        public void failed(long now, long draw) {
            failures++;
        }

        @Override
        public boolean allows(long now) {
            return failures <= attempts;
        }

        @Override
        public long delayMillis(long now) {
            return delay;
        }

        @Override
        public void snapshot(ByteSink out) {
            out.writeVarInt(failures);
        }

        @Override
        public void restore(ByteSource in) {
            failures = in.readVarInt();
        }
    }
}
