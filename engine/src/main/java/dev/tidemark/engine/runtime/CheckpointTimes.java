package dev.tidemark.engine.runtime;

import dev.tidemark.engine.CheckpointOptions;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;

/**
 * When the next checkpoint is due, until when the one under way must be complete, and how many have failed one after another.
 *
 * <p>Requests that come while a checkpoint is under way are kept, and met one after another. Source: Flink's {@code
 * CheckpointCoordinator.ScheduledTrigger}, {@code CheckpointRequestDecider} and {@code CheckpointFailureManager}.
 */
final class CheckpointTimes {
    private static final int MOST_WAITING = 1000;
    private static final long NEVER = Long.MAX_VALUE;

    private final CheckpointOptions options;
    private final boolean periodic;
    private long nextTrigger = NEVER;
    private long deadline = NEVER;
    private long earliest = Long.MIN_VALUE;
    private int waiting;
    private int failures;

    CheckpointTimes(CheckpointOptions options, boolean batch) {
        this.options = options;
        this.periodic = options.interval() != null && !batch;
    }

    private long interval() {
        return options.interval() == null ? NEVER : options.interval().toMillis();
    }

    /** The job starts. */
    void start(long now, boolean again) {
        nextTrigger = !periodic ? NEVER : now + (again ? options.minPause().toMillis() : interval());
        deadline = NEVER;
        waiting = 0;
    }

    /** When something is to be done; {@link Long#MAX_VALUE} for never. */
    long next() {
        return waiting > 0 && deadline == NEVER ? Long.MIN_VALUE : Math.min(nextTrigger, deadline);
    }

    /** Until when the checkpoint under way must be complete; {@link Long#MAX_VALUE} when there is none. */
    long deadline() {
        return deadline;
    }

    /** Takes note of a request that has become due. */
    void request(long now) {
        if (nextTrigger <= now) {
            nextTrigger += interval();
            waiting = Math.min(waiting + 1, MOST_WAITING);
        }
    }

    /** Whether a request can be met now; one that comes too soon behind the last checkpoint is given up, and comes again. */
    boolean meets(long now) {
        if (waiting == 0 || deadline != NEVER) {
            return false;
        }
        waiting--;
        if (earliest > now) {
            nextTrigger = earliest;
            return false;
        }
        return true;
    }

    /** When the request that was given up comes again. */
    long nextTrigger() {
        return nextTrigger;
    }

    void began(long now) {
        deadline = now + options.timeout().toMillis();
    }

    void completed(long now) {
        deadline = NEVER;
        earliest = now + options.minPause().toMillis();
        failures = 0;
    }

    /** The checkpoint under way is given up with the job. */
    void stop() {
        nextTrigger = NEVER;
        deadline = NEVER;
        waiting = 0;
    }

    /** The checkpoint under way is given up; whether the job fails for it. */
    boolean failed() {
        deadline = NEVER;
        failures++;
        if (failures <= options.tolerableFailures()) {
            return false;
        }
        failures = 0;
        return true;
    }

    void snapshot(ByteSink out) {
        out.writeLong(nextTrigger);
        out.writeLong(deadline);
        out.writeLong(earliest);
        out.writeVarInt(waiting);
        out.writeVarInt(failures);
    }

    void restore(ByteSource in) {
        nextTrigger = in.readLong();
        deadline = in.readLong();
        earliest = in.readLong();
        waiting = in.readVarInt();
        failures = in.readVarInt();
    }
}
