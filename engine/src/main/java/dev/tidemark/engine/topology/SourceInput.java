package dev.tidemark.engine.topology;

import dev.tidemark.engine.function.TimestampSelector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a source reads: a recorded trace, or what the user sends by hand. */
public sealed interface SourceInput {
    /** The partitions, in a fixed order; partition {@code i} belongs to subtask {@code i % parallelism}. */
    List<String> partitions();

    /** Whether it is certain to end. */
    boolean bounded();

    /** What a trace reads from its events. */
    interface Reading {
        /** The event time in milliseconds, {@link Long#MIN_VALUE} when it has none. */
        long timestamp(Object event);

        /** The partition through which it comes. */
        String partition(Object event);
    }

    /** A recorded trace: the events of each partition, and how they were read. */
    record Recorded(List<String> partitions, List<Arrivals> arrivals, Reading reading) implements SourceInput {
        /** When the whole trace is over, whatever partition is silent before; {@link Long#MIN_VALUE} for one without events. */
        public long lastArrivalMillis() {
            return arrivals.stream()
                    .mapToLong(Arrivals::lastArrivalMillis)
                    .max()
                    .orElse(Long.MIN_VALUE);
        }

        @Override
        public boolean bounded() {
            return true;
        }
    }

    /**
     * Sent by hand while the run goes on.
     *
     * @param eventTime reads the time of an event that is sent without one
     * @param bounded whether the user has promised to finish it
     */
    record ByHand(List<String> partitions, @Nullable TimestampSelector<Object> eventTime, boolean bounded)
            implements SourceInput {}
}
