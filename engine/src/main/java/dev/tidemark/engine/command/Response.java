package dev.tidemark.engine.command;

/**
 * What came from outside when an operator asked for it.
 *
 * @param step in which it was asked for
 * @param operator name of the operator that asked
 * @param number tells it from what else the subtask asked in that step
 * @param answer encoded by the operator
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Response(long step, String operator, int subtask, long number, byte[] answer) {
    boolean answers(long askedIn, String by, int of, long asked) {
        return step == askedIn && number == asked && subtask == of && operator.equals(by);
    }
}
