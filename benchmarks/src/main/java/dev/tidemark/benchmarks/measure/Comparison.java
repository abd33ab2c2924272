package dev.tidemark.benchmarks.measure;

import dev.tidemark.benchmarks.Engine;
import java.util.Map;
import java.util.Optional;

/**
 * One row of the table: the same work in a process of each engine.
 *
 * @param name what it is called on the command line
 * @param title what it is called in the table
 * @param unit what is counted, or how a time is to be shown
 * @param forks the process of each engine that can do it
 */
record Comparison(String name, String title, Unit unit, Map<Engine, Fork> forks) {
    Comparison {
        forks = Map.copyOf(forks);
    }

    Optional<Fork> fork(Engine engine) {
        return Optional.ofNullable(forks.get(engine));
    }
}
