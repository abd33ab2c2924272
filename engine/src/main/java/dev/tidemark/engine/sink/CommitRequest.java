package dev.tidemark.engine.sink;

/**
 * One committable that is to be committed, and what came of it. Source: Flink's {@code Committer.CommitRequest}.
 *
 * @param <C> the committables
 */
public interface CommitRequest<C> {
    C committable();

    /** How often it was tried before. */
    int numberOfRetries();

    /** It was committed before; nothing is left to do. */
    void signalAlreadyCommitted();

    /** It can't be committed, for a reason that does no harm: it is given up, and the job goes on. */
    void signalFailedWithKnownReason(Throwable reason);

    /** It can't be committed, and nobody knows what that means: the job fails. */
    void signalFailedWithUnknownReason(Throwable reason);

    /** It is to be tried again at once, ten times in all; then the job fails. */
    void retryLater();

    /** It is to be tried again, as this. */
    void updateAndRetryLater(C committable);
}
