package dev.tidemark.flink.async;

import dev.tidemark.engine.function.ResultFuture;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Flink's future of an answer as the engine's, which takes no null. */
record Answering(org.apache.flink.streaming.api.functions.async.ResultFuture<Object> future)
        implements ResultFuture<Object> {
    @Override
    public void complete(Collection<?> results) {
        Objects.requireNonNull(results, "the results are null; complete with an empty list when there are none");
        List<Object> copy = new ArrayList<>();
        for (Object each : results) {
            copy.add(Objects.requireNonNull(each, "a result is null; leave it out"));
        }
        future.complete(copy);
    }

    @Override
    public void completeExceptionally(Throwable error) {
        future.completeExceptionally(Objects.requireNonNull(error, "the error is null"));
    }
}
