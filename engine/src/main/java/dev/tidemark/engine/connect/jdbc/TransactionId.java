package dev.tidemark.engine.connect.jdbc;

/**
 * Which transaction of a sink this is.
 *
 * @param writer the subtask that made it, from 0
 * @param startedFrom the number of the checkpoint that the writer started from; 0 for none
 * @param batch how many it made before, since it started
 * @param digest the SHA-256 of its rows: a job that goes back to an older checkpoint may make another of the same numbers
 */
public record TransactionId(int writer, long startedFrom, long batch, String digest) {
    @Override
    public String toString() {
        return writer + "-" + startedFrom + "-" + batch;
    }
}
