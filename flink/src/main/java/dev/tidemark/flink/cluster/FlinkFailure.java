package dev.tidemark.flink.cluster;

/** Flink itself, or a job on it, failed; the cause is Flink's own. */
public final class FlinkFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FlinkFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
