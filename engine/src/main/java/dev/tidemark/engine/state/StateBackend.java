package dev.tidemark.engine.state;

import dev.tidemark.engine.state.codec.Codec;

/**
 * A state backend is where the keyed state of one run lives: on the heap, or in files.
 *
 * <p>Law: which backend it is can't be observed, neither in results nor in their order, in the order of iteration, in errors or in
 * the bytes of a checkpoint. There is one exception, the one that Flink has: the heap hands out the stored object itself, so that a
 * function that changes what it has read, without storing it again, changes the state; any other backend hands out copies.
 *
 * <p>A run opens one backend and closes it when the run is closed; a start of the job asks it for new tables and clears the old
 * ones. A backend belongs to the thread of its run. Source: Flink's {@code StateBackend} and {@code KeyedStateBackend}.
 */
public interface StateBackend extends AutoCloseable {
    /**
     * Makes the tables of one operator subtask.
     *
     * @param owner operator and subtask, as in {@code sum#0}; named in errors
     * @param keys codec of its keys
     */
    <K> StateTables<K> tables(String owner, Codec<K> keys);

    /** Gives back what the backend holds outside of the heap; its tables can't be used any more. Closing twice does nothing. */
    @Override
    void close();

    /**
     * Says what a run's state lives in, and opens that for each run; part of the options.
     *
     * <p>One value may open backends for any number of runs, in any threads.
     */
    @FunctionalInterface
    interface Factory {
        /** A new backend without a table. */
        StateBackend open();
    }
}
