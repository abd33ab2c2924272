package dev.tidemark.timetravel;

import dev.tidemark.engine.time.Times;
import dev.tidemark.engine.view.PartitionRow;

/**
 * A partition that holds a watermark back, and what would move it to a goal.
 *
 * @param byHand whether the user fills it
 * @param trace whether it is recorded
 */
record HeldBack(PartitionRow partition, long goal, boolean byHand, boolean trace) {
    String text() {
        StringBuilder text = new StringBuilder("it is held by " + partition.source() + "/" + partition.partition());
        if (partition.latest().isPresent()) {
            text.append(", whose latest event happened at ")
                    .append(Times.text(partition.latest().getAsLong()));
        } else {
            text.append(", of which no event was read yet");
        }
        if (partition.waiting() > 0) {
            text.append("; ").append(partition.waiting());
            text.append(partition.waiting() == 1 ? " entry of it waits" : " entries of it wait")
                    .append(" to be read");
        }
        if (!partition.paused().isEmpty()) {
            text.append("; it is paused, being ").append(partition.paused());
        }
        mover(text);
        if (partition.idleAt() < Long.MAX_VALUE) {
            text.append("; it goes idle at ")
                    .append(Times.text(partition.idleAt()))
                    .append(" if nothing comes");
        }
        return text.toString();
    }

    private void mover(StringBuilder text) {
        boolean fromEvents = partition.boundMillis() >= 0;
        if (fromEvents) {
            text.append("; an event of it at ")
                    .append(Times.text(Times.saturatedAdd(goal, partition.boundMillis())))
                    .append(" or later would move it far enough");
        } else if (byHand) {
            text.append("; advanceWatermark(\"").append(partition.source()).append("\", \"");
            text.append(Times.text(goal)).append("\") would move it far enough");
        } else {
            text.append("; its events alone do not move it");
        }
        if (partition.nextArrival() < Long.MAX_VALUE) {
            text.append("; its next event arrives at ").append(Times.text(partition.nextArrival()));
        } else if (fromEvents && trace && partition.waiting() == 0) {
            text.append("; the trace has no more of it");
        }
    }
}
