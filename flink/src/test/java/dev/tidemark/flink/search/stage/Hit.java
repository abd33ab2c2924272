package dev.tidemark.flink.search.stage;

/** The event of every random pipeline, and the result of every stage. */
public record Hit(String key, long number, long millis) {
    Hit withNumber(long other) {
        return new Hit(key, other, millis);
    }
}
