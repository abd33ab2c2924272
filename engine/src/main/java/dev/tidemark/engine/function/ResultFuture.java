package dev.tidemark.engine.function;

import java.util.Collection;

/**
 * Takes the answer to a call of an {@link AsyncFunction}: results, or why there are none.
 *
 * <p>The first answer counts, a second one is ignored. Any thread may give it. Source: Flink's {@code ResultFuture}.
 *
 * @param <O> results
 */
public interface ResultFuture<O> {
    /** The answer: any number of results, not null. */
    void complete(Collection<? extends O> results);

    /** The call has failed; the job fails too, unless it is tried again. */
    void completeExceptionally(Throwable error);
}
