package dev.tidemark.flink.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeServiceUtil;
import org.apache.flink.util.clock.Clock;

/** The timers of one operator on the clock that is held by hand, with the delays of Flink's runtime. */
final class StationTimers implements ProcessingTimeService {
    private final HandClock clock;
    private boolean quiet;

    StationTimers(HandClock clock) {
        this.clock = clock;
    }

    @Override
    public Clock getClock() {
        return clock;
    }

    @Override
    public ScheduledFuture<?> registerTimer(long timestamp, ProcessingTimeCallback callback) {
        long now = clock.absoluteTimeMillis();
        long delay = ProcessingTimeServiceUtil.getProcessingTimeDelay(timestamp, now);
        return new Scheduled(now + delay, 0, timestamp, callback);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(ProcessingTimeCallback callback, long initialDelay, long period) {
        long first = clock.absoluteTimeMillis() + initialDelay;
        return new Scheduled(first, period, first, callback);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(ProcessingTimeCallback callback, long initialDelay, long period) {
        return scheduleAtFixedRate(callback, initialDelay, period);
    }

    /** Nothing fires any more. */
    @Override
    public CompletableFuture<Void> quiesce() {
        quiet = true;
        return CompletableFuture.completedFuture(null);
    }

    /** One timer, or one that comes again and again. */
    private final class Scheduled extends FutureTask<Void> implements ScheduledFuture<Void> {
        private final long period;
        private final long timestamp;
        private final ProcessingTimeCallback callback;
        private HandClock.Due due;

        Scheduled(long atMillis, long period, long timestamp, ProcessingTimeCallback callback) {
            super(() -> null);
            this.period = period;
            this.timestamp = timestamp;
            this.callback = callback;
            this.due = clock.schedule(atMillis, this::fire);
        }

        private void fire() throws Exception {
            if (quiet) {
                return;
            }
            if (period > 0) {
                due = clock.schedule(due.atMillis() + period, this::fire);
                callback.onProcessingTime(clock.absoluteTimeMillis());
            } else {
                callback.onProcessingTime(timestamp);
            }
        }

        @Override
        public boolean cancel(boolean interrupt) {
            clock.cancel(due);
            return super.cancel(interrupt);
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due.atMillis() - clock.absoluteTimeMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.MILLISECONDS), other.getDelay(TimeUnit.MILLISECONDS));
        }
    }
}
