package dev.tidemark.engine.view;

import dev.tidemark.engine.time.Times;

/**
 * One element, or a watermark, in flight through an operator that asks something outside.
 *
 * @param about the element, or {@code watermark …} in words
 * @param attempt how many calls were made for it
 * @param waitsForRoom whether it has come while the operator was full; no call was made for it yet
 * @param complete whether its results are there and wait for their turn
 * @param answerAt when its answer comes, {@link Long#MAX_VALUE} when none is on its way; milliseconds of processing time, as all
 * @param retryAt when it is asked about again
 * @param timeoutAt when it has waited too long
 */
public record CallRow(
        String operator,
        int subtask,
        Object about,
        int attempt,
        boolean waitsForRoom,
        boolean complete,
        long answerAt,
        long retryAt,
        long timeoutAt) {
    @Override
    public String toString() {
        return operator + "#" + subtask + " " + about
                + (waitsForRoom ? " waits for room" : complete ? " is complete" : "")
                + at(answerAt, ", answer at ")
                + at(retryAt, ", again at ")
                + at(timeoutAt, ", time-out at ")
                + (attempt > 1 ? ", attempt " + attempt : "");
    }

    private static String at(long millis, String what) {
        return millis == Long.MAX_VALUE ? "" : what + Times.text(millis);
    }
}
