package dev.tidemark.engine.async;

/** A call has no result and is not made again, so that the job fails; says why. */
public final class CallFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Object about;
    private final int attempt;

    CallFailed(Object about, int attempt, String reason) {
        super(reason);
        this.about = about;
        this.attempt = attempt;
    }

    /** The element. */
    public Object about() {
        return about;
    }

    /** Which call for it, from 1. */
    public int attempt() {
        return attempt;
    }
}
