package dev.tidemark.engine.async;

import dev.tidemark.engine.function.AsyncFunction;
import dev.tidemark.engine.function.ResultFuture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Something outside that can be asked: it remembers what it was asked, and answers as it was told to. */
final class Oracle {
    /** A question. */
    record Question(String key, long number) {}

    private static final List<String> ASKED = new ArrayList<>();
    private static final Map<String, Integer> FAILURES = new LinkedHashMap<>();

    private Oracle() {}

    /** Forgets everything. */
    static void begin() {
        ASKED.clear();
        FAILURES.clear();
    }

    /** It will have no answer to questions of this key so many times. */
    static void fail(String key, int times) {
        FAILURES.put(key, times);
    }

    /** The keys of what it was asked, in order. */
    static List<String> asked() {
        return List.copyOf(ASKED);
    }

    private static boolean fails(String key) {
        ASKED.add(key);
        return FAILURES.merge(key, -1, Integer::sum) >= 0;
    }

    /** Answers with the question; when it has no answer, with none. */
    static final class Ask implements AsyncFunction<Question, Question> {
        private static final long serialVersionUID = 1L;

        @Override
        public void asyncInvoke(Question input, ResultFuture<Question> result) {
            result.complete(fails(input.key()) ? List.of() : List.of(input));
        }
    }

    /** Answers with the question; when it has no answer, with an exception. */
    static final class AskInVain implements AsyncFunction<Question, Question> {
        private static final long serialVersionUID = 1L;

        @Override
        public void asyncInvoke(Question input, ResultFuture<Question> result) {
            if (fails(input.key())) {
                result.completeExceptionally(new IOException("the line is dead"));
            } else {
                result.complete(List.of(input));
            }
        }
    }

    /** Answers with the question, and waits for that as long as it takes. */
    static final class Patient implements AsyncFunction<Question, Question> {
        private static final long serialVersionUID = 1L;

        @Override
        public void asyncInvoke(Question input, ResultFuture<Question> result) {
            result.complete(List.of(input));
        }

        @Override
        public void timeout(Question input, ResultFuture<Question> result) {}
    }
}
