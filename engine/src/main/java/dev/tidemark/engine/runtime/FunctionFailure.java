package dev.tidemark.engine.runtime;

import dev.tidemark.engine.transcript.ValueText;
import org.jspecify.annotations.Nullable;

/** What a user's function threw, with where: the operator, its subtask, the key and the element. */
public final class FunctionFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String operator;
    private final int subtask;

    FunctionFailure(String operator, int subtask, @Nullable Object key, String occasion, Throwable cause) {
        super(
                "operator '" + operator + "', subtask " + subtask + (key == null ? "" : ", key " + ValueText.print(key))
                        + ", " + occasion + ": " + cause.getClass().getSimpleName()
                        + (cause.getMessage() == null ? "" : ": " + cause.getMessage()),
                cause);
        this.operator = operator;
        this.subtask = subtask;
    }

    /** Whether the function is to blame, and not the machine below it, or someone who interrupted it. */
    boolean ofFunction() {
        Throwable cause = getCause();
        return !(cause instanceof InterruptedException)
                && (cause instanceof Exception || cause instanceof AssertionError);
    }

    public String operator() {
        return operator;
    }

    public int subtask() {
        return subtask;
    }
}
