package dev.tidemark.engine.runtime;

import dev.tidemark.engine.async.CallFailed;
import dev.tidemark.engine.operator.HoldingOperator;
import dev.tidemark.engine.transcript.Happening;
import dev.tidemark.engine.transcript.ValueText;

/** An operator of a chain that can hold things back. */
final class Holding {
    private final int index;
    private final OperatorSubtask subtask;
    private final HoldingOperator operator;

    /** {@code index} is its place in the chain. */
    Holding(int index, OperatorSubtask subtask) {
        this.index = index;
        this.subtask = subtask;
        this.operator = (HoldingOperator) subtask.operator();
    }

    int index() {
        return index;
    }

    boolean full() {
        return operator.full();
    }

    boolean holdsNothing() {
        return operator.holdsNothing();
    }

    long nextWakeUp() {
        return operator.nextWakeUp();
    }

    /** Whether the operator keeps a watermark for itself for now. */
    boolean holds(long watermark) {
        try {
            return !operator.passes(watermark);
        } catch (Exception e) {
            throw failure("at a watermark", e);
        }
    }

    void endOfInput() {
        try {
            operator.endOfInput();
        } catch (Exception e) {
            throw failure("at the end of its input", e);
        }
    }

    Happening wakeUp() {
        try {
            HoldingOperator.WakeUp did = operator.wakeUp();
            return new Happening.Awoke(subtask.name(), subtask.subtask(), did.what(), did.about());
        } catch (FunctionFailure e) {
            throw e;
        } catch (CallFailed e) {
            throw failure(occasion(e), e);
        } catch (Exception e) {
            throw failure("when it was woken up", e);
        }
    }

    private static String occasion(CallFailed failed) {
        return "call for " + ValueText.print(failed.about())
                + (failed.attempt() > 1 ? ", attempt " + failed.attempt() : "");
    }

    private FunctionFailure failure(String occasion, Exception cause) {
        return new FunctionFailure(subtask.name(), subtask.subtask(), null, occasion, cause);
    }
}
