package dev.tidemark.engine.batch;

import java.time.Instant;

/** The event of these tests: so much was sold somewhere. */
record Sale(String shop, long amount, long millis) {
    Instant time() {
        return Instant.ofEpochMilli(millis);
    }
}
