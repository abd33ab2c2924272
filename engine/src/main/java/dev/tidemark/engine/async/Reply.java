package dev.tidemark.engine.async;

import dev.tidemark.engine.function.ResultFuture;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Waits for what a user's function has to say about one call, from whatever thread that comes. */
final class Reply implements ResultFuture<Object> {
    private static final long LOOK_MILLIS = 1000;

    private @Nullable List<Object> results;
    private @Nullable Throwable error;

    @Override
    public synchronized void complete(Collection<?> given) {
        Objects.requireNonNull(given, "the results are null; complete with an empty list when there are none");
        if (!complete()) {
            List<Object> copy = new ArrayList<>();
            for (Object each : given) {
                copy.add(Objects.requireNonNull(each, "a result is null; leave it out"));
            }
            results = copy;
            notifyAll();
        }
    }

    @Override
    public synchronized void completeExceptionally(Throwable given) {
        if (!complete()) {
            error = Objects.requireNonNull(given, "the error is null");
            notifyAll();
        }
    }

    synchronized boolean complete() {
        return results != null || error != null;
    }

    /** Waits; false when the reply has not come within about {@code millis} of real time. */
    synchronized boolean await(long millis) throws InterruptedException {
        for (long waited = 0; !complete() && waited < millis; waited += LOOK_MILLIS) {
            wait(Math.min(LOOK_MILLIS, millis - waited));
        }
        return complete();
    }

    /** The results; empty when there is an error instead. */
    synchronized List<Object> results() {
        return results == null ? List.of() : results;
    }

    synchronized @Nullable Throwable error() {
        return error;
    }
}
