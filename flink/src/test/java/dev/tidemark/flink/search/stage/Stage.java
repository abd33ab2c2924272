package dev.tidemark.flink.search.stage;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import java.util.List;

/** One operator, or a few, of a random pipeline: from hits to hits. */
public interface Stage {
    /** What Flink says of the order of results. */
    enum Order {
        /** Any: nothing may follow that looks at it. */
        OPEN,
        /** Those of one key are in order, while between keys that are due at once it is open. */
        BY_KEY,
        /** As the order of what came in. */
        KEPT
    }

    /** The stage behind {@code hits}; {@code name} is unique in the pipeline. */
    DataStream<Hit> behind(Pipeline pipeline, DataStream<Hit> hits, String name);

    /** What the stage is, in a word or two: for counting which stages meet. */
    String kind();

    /** The words of its kind, for counting what it is made of. */
    default List<String> words() {
        return List.of(kind().split(" ", -1));
    }

    /** What Flink says of the order of results. */
    default Order order() {
        return Order.BY_KEY;
    }

    /** Whether with two subtasks results for one key may take two ways at once: both emit them, or one deals them out. */
    default boolean meetsItself() {
        return false;
    }

    /** Whether the clock has a say in the results. */
    default boolean byClock() {
        return false;
    }

    /** Whether results have times of their own, so that windows and timers may follow. */
    default boolean timed() {
        return true;
    }

    /** Whether windows of the stage may merge. */
    default boolean merges() {
        return false;
    }

    /** Whether the work, and with it the number of results, may grow with a power of what comes in. */
    default boolean explodes() {
        return false;
    }

    /** Sources of the stage's own, which it reads beside what goes through it. */
    default List<Feed> feeds() {
        return List.of();
    }
}
