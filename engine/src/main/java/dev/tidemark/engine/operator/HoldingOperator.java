package dev.tidemark.engine.operator;

/**
 * An operator that can hold back what it gets, and goes on with it by itself when processing time has come.
 *
 * <p>While it is {@link #full}, nothing above it in its chain moves and the task takes nothing in. What it holds it
 * writes in {@link #snapshot}, so that the runtime has to remember none of it. Source: what Flink's
 * {@code AsyncWaitOperator} does through its mailbox.
 */
public interface HoldingOperator extends Operator {
    /**
     * A watermark has come.
     *
     * @return whether it passes at once; if not, the operator lets it go later with {@link OperatorContext#pass}
     */
    boolean passes(long watermark) throws Exception;

    /** Nothing more will come. Called once; the end passes when the operator {@linkplain #holdsNothing() holds nothing}. */
    void endOfInput() throws Exception;

    boolean holdsNothing();

    /** Whether something came for which there is no room. */
    boolean full();

    /** When it wants to be woken up, in milliseconds of processing time; {@link Long#MAX_VALUE} for never. */
    long nextWakeUp();

    /** Does one thing that is due. */
    WakeUp wakeUp() throws Exception;

    /** What an operator did when it was woken up: a verb and what it was about. */
    record WakeUp(String what, Object about) {}
}
