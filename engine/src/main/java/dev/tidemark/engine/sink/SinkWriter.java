package dev.tidemark.engine.sink;

/**
 * Writes the results of one subtask to the outside.
 *
 * <p>It is called by one thread, each result once in the life of the writer. What it throws fails the job. Source: Flink's {@code
 * SinkWriter}.
 *
 * @param <T> the results
 */
public interface SinkWriter<T> {
    /** Takes a result, which it may hold back until {@link #flush}. */
    void write(T value, Context context) throws Exception;

    /**
     * Called at each checkpoint's barrier: a sink without a committer has now to write what it holds back.
     *
     * @param endOfInput whether nothing more will come
     */
    void flush(boolean endOfInput) throws Exception;

    /** The job is over, has failed or is closed: gives up what is not in a checkpoint, and everything that is open. */
    default void close() throws Exception {}

    /** What is known of a result besides its value. */
    interface Context {
        /** The result's time in milliseconds, or {@link Long#MIN_VALUE} for none. */
        long timestamp();

        /** The watermark that the sink has reached, in milliseconds. */
        long watermark();

        /** Processing time now, in milliseconds of the simulated clock. */
        long processingTime();
    }
}
