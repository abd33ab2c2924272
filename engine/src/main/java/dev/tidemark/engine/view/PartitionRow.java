package dev.tidemark.engine.view;

import java.util.OptionalLong;

/**
 * One partition of a source and how far it has come, or the elements of an operator that makes watermarks of them.
 *
 * @param watermark milliseconds
 * @param idle whether it is not waited for
 * @param latest the largest event time seen, in milliseconds; empty before the first event
 * @param read how many entries were read
 * @param waiting how many have arrived and were not read yet
 * @param nextArrival when the next recorded event arrives, in milliseconds; {@link Long#MAX_VALUE} when none is known
 * @param idleAt when it goes idle if nothing arrives before, in milliseconds; {@link Long#MAX_VALUE} for never
 * @param paused why it is not read for now, in words: it waits for other sources of its alignment group; empty when it is read
 * @param boundMillis how much the watermark stays behind the latest event; −1 when it is not made from event times
 */
public record PartitionRow(
        String source,
        int subtask,
        String partition,
        long watermark,
        boolean idle,
        OptionalLong latest,
        int read,
        int waiting,
        long nextArrival,
        long idleAt,
        String paused,
        long boundMillis) {}
