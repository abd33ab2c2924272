/**
 * Keyed state in RocksDB: entries that are in use stand in memory as objects, the others in files.
 *
 * <p>Begin at {@link dev.tidemark.engine.state.rocksdb.RocksDbStateBackend}, which is said in the options of a run. Needs {@code
 * org.rocksdb:rocksdbjni} on the class path.
 *
 * <pre>{@code
 * var run = Simulation.of(pipeline, options -> options.stateBackend(RocksDbStateBackend.create()));
 * }</pre>
 *
 * <p>A {@code RocksDbTable} is one named state of one subtask. What it is asked for it takes from its {@code HotEntry}s, which all
 * tables of a backend keep in one bounded {@code HotEntries}; a row comes out of the {@code Database} when it is first asked for
 * and goes back when memory is short, if it was changed. A state that fits never touches a file: its database is not even opened.
 */
@NullMarked
package dev.tidemark.engine.state.rocksdb;

import org.jspecify.annotations.NullMarked;
