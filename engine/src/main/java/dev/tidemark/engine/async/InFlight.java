package dev.tidemark.engine.async;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An element on its way through the operator, with what it waits for; or a watermark, which waits for its turn only. */
final class InFlight {
    static final long NEVER = Long.MAX_VALUE;

    private final @Nullable Object value;
    private final long timestamp;
    /** Calls made for it. */
    int attempt;
    /** When the first call was made. */
    long since;
    /** When its answer comes, it has waited too long, it is asked for again. */
    long answerAt = NEVER;

    long timeoutAt = NEVER;
    long retryAt = NEVER;
    /** Between an answer that was taken and the next call, others are ignored. */
    boolean deaf;
    /** What was answered and has not come yet, or has come and waits to leave. */
    @Nullable
    Answer answer;
    /** Which in the order of those that are complete; 0 for not yet. */
    long completed;

    private InFlight(@Nullable Object value, long timestamp) {
        this.value = value;
        this.timestamp = timestamp;
    }

    static InFlight element(Object value, long timestamp) {
        return new InFlight(value, timestamp);
    }

    static InFlight watermark(long watermark) {
        return new InFlight(null, watermark);
    }

    boolean isWatermark() {
        return value == null;
    }

    Object value() {
        return Objects.requireNonNull(value);
    }

    long timestamp() {
        return timestamp;
    }

    /** The time of the first thing that happens to it by itself. */
    long due() {
        return Math.min(answerAt, Math.min(timeoutAt, retryAt));
    }

    void complete(Answer with, long order) {
        answer = with;
        completed = order;
        answerAt = NEVER;
        timeoutAt = NEVER;
        retryAt = NEVER;
    }

    /** What a checkpoint keeps: the element, to be asked about again. */
    void write(Codec<Object> input, ByteSink out) {
        out.writeBoolean(isWatermark());
        out.writeLong(timestamp);
        if (value != null) {
            input.write(value, out);
        }
    }

    static InFlight read(Codec<Object> input, ByteSource in) {
        boolean watermark = in.readBoolean();
        long timestamp = in.readLong();
        return watermark ? watermark(timestamp) : element(input.read(in), timestamp);
    }

    /** Everything. */
    void snapshot(Codec<Object> input, Codec<List<Object>> results, ByteSink out) {
        write(input, out);
        out.writeVarInt(attempt);
        out.writeLong(since);
        out.writeLong(answerAt);
        out.writeLong(timeoutAt);
        out.writeLong(retryAt);
        out.writeBoolean(deaf);
        out.writeLong(completed);
        out.writeBoolean(answer != null);
        if (answer != null) {
            answer.write(results, out);
        }
    }

    static InFlight restore(Codec<Object> input, Codec<List<Object>> results, ByteSource in) {
        InFlight restored = read(input, in);
        restored.attempt = in.readVarInt();
        restored.since = in.readLong();
        restored.answerAt = in.readLong();
        restored.timeoutAt = in.readLong();
        restored.retryAt = in.readLong();
        restored.deaf = in.readBoolean();
        restored.completed = in.readLong();
        restored.answer = in.readBoolean() ? Answer.read(results, in) : null;
        return restored;
    }
}
