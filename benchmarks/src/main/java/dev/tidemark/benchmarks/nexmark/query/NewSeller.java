package dev.tidemark.benchmarks.nexmark.query;

import dev.tidemark.benchmarks.nexmark.Person;
import dev.tidemark.benchmarks.result.Mix;
import dev.tidemark.benchmarks.result.Row;

/**
 * Query 8: somebody who came and opened an auction in the same window.
 *
 * @param start the window's start, in milliseconds
 */
record NewSeller(long id, String name, long start) implements Row {
    /** How long a window is. */
    static final long WINDOW_MILLIS = 10_000;

    static NewSeller of(Person person) {
        long start = person.dateTime() - Math.floorMod(person.dateTime(), WINDOW_MILLIS);
        return new NewSeller(person.id(), person.name(), start);
    }

    @Override
    public long rowHash() {
        return Mix.of(Mix.of(Mix.of(id), name), start);
    }
}
