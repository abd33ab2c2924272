package dev.tidemark.engine.async;

import dev.tidemark.engine.function.AsyncRetryStrategy;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The retry strategy of one subtask, with the delay that it gave last. */
final class Retries {
    private final @Nullable AsyncRetryStrategy<Object> strategy;
    private long lastMillis;

    Retries(@Nullable AsyncRetryStrategy<Object> strategy) {
        this.strategy = strategy;
        this.lastMillis = strategy == null ? 0 : strategy.firstMillis();
    }

    boolean on() {
        return strategy != null && strategy.retries();
    }

    boolean allowed(int attempts) {
        return strategy != null && strategy.allows(attempts);
    }

    /** How long to wait after so many calls; it depends on the delay before, whichever element that was for. */
    long delayMillis(int attempts) {
        lastMillis = Objects.requireNonNull(strategy).delayMillis(attempts, lastMillis);
        return lastMillis;
    }

    /** A reply as a value, with what the strategy thinks of it. */
    Answer judge(Reply reply) throws Exception {
        Throwable error = reply.error();
        if (error == null) {
            List<Object> results = reply.results();
            return new Answer(results, "", strategy != null && strategy.rejects(results));
        }
        return new Answer(List.of(), reason(error), strategy != null && strategy.rejects(error));
    }

    private static String reason(Throwable error) {
        String text = error.getClass().getSimpleName() + (error.getMessage() == null ? "" : ": " + error.getMessage());
        Throwable cause = error.getCause();
        return cause == null || cause == error ? text : text + ", because of " + reason(cause);
    }

    void snapshot(ByteSink out) {
        out.writeLong(lastMillis);
    }

    void restore(ByteSource in) {
        lastMillis = in.readLong();
    }
}
