package dev.tidemark.engine.fault;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;

/** What a restart strategy knows of the failures of one job; part of a snapshot. Source: Flink's {@code RestartBackoffTimeStrategy}. */
public interface RestartBackoff {
    /**
     * Something has failed.
     *
     * @param now processing time
     * @param draw a random number, all 64 bits of it
     */
    void failed(long now, long draw);

    /** Whether the job starts again after the failure that was told last. */
    boolean allows(long now);

    /** How long after {@code now}. */
    long delayMillis(long now);

    void snapshot(ByteSink out);

    void restore(ByteSource in);
}
