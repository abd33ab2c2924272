package dev.tidemark.engine.runtime;

import dev.tidemark.engine.sink.CommitRequest;
import dev.tidemark.engine.sink.Committer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commits the committables of one checkpoint, trying again as it is told. Source: Flink's {@code CheckpointCommittableManagerImpl}. */
final class Commit {
    /** As Flink's {@code sink.committer.retries}. */
    private static final int MOST_RETRIES = 10;

    private Commit() {}

    /** Commits all; why some were given up, of those that were. */
    static List<String> all(List<Object> committables, Committer<Object> committer) throws Exception {
        List<Request> all = committables.stream().map(Request::new).toList();
        List<Request> open = all;
        for (int tried = 0; !open.isEmpty() && tried <= MOST_RETRIES; tried++) {
            open.forEach(request -> request.outcome = Outcome.ASKED);
            committer.commit(Collections.unmodifiableList(open));
            open = again(open);
        }
        if (!open.isEmpty()) {
            throw new IOException(open.size() + " of " + all.size() + " committables were not committed after "
                    + MOST_RETRIES + " retries, the first is " + open.get(0).committable
                    + "; see to what the sink writes to, then restore the last checkpoint");
        }
        return all.stream()
                .filter(request -> request.outcome == Outcome.GIVEN_UP)
                .map(request -> request.committable + ": " + request.reason)
                .toList();
    }

    private static List<Request> again(List<Request> asked) {
        List<Request> again = new ArrayList<>();
        for (Request request : asked) {
            if (request.outcome == Outcome.AGAIN) {
                request.retries++;
                again.add(request);
            } else if (request.outcome == Outcome.ASKED) {
                request.outcome = Outcome.COMMITTED;
            }
        }
        return again;
    }

    private enum Outcome {
        ASKED,
        COMMITTED,
        GIVEN_UP,
        AGAIN
    }

    private static final class Request implements CommitRequest<Object> {
        private Object committable;
        private int retries;
        private @Nullable Outcome outcome;
        private @Nullable Throwable reason;

        Request(Object committable) {
            this.committable = committable;
        }

        @Override
        public Object committable() {
            return committable;
        }

        @Override
        public int numberOfRetries() {
            return retries;
        }

        @Override
        public void signalAlreadyCommitted() {
            outcome = Outcome.COMMITTED;
        }

        @Override
        public void signalFailedWithKnownReason(Throwable why) {
            reason = why;
            outcome = Outcome.GIVEN_UP;
        }

        @Override
        public void signalFailedWithUnknownReason(Throwable reason) {
            throw new IllegalStateException(committable + " was not committed: " + reason, reason);
        }

        @Override
        public void retryLater() {
            outcome = Outcome.AGAIN;
        }

        @Override
        public void updateAndRetryLater(Object changed) {
            committable = changed;
            outcome = Outcome.AGAIN;
        }
    }
}
