package dev.tidemark.engine.checkpoint;

import java.util.Map;

/**
 * Everything that a simulation is at one step: state, timers, what is in flight, the clock, the schedule.
 *
 * <p>Law: a simulation restored from a snapshot goes on exactly as the one it was taken of.
 *
 * @param step the step after which it was taken
 * @param digest the structural digest then
 * @param state the encoded state
 * @param logs what grows and is shared instead of copied: outputs, inputs by hand, checkpoints
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its digest
public record Snapshot(long step, long digest, byte[] state, Map<String, Object> logs) {
    /** Bytes of its own, without what is shared. */
    public int size() {
        return state.length;
    }
}
