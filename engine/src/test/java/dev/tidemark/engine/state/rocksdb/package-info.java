/** Keyed state in RocksDB: the same as on the heap, in files that go. */
@NullMarked
package dev.tidemark.engine.state.rocksdb;

import org.jspecify.annotations.NullMarked;
