package dev.tidemark.engine.state.rocksdb;

import dev.tidemark.engine.state.SnapshotContract;
import dev.tidemark.engine.state.StateBackend;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class RocksDbSnapshotTest {
    private static final int LITTLE = 3_000;

    @TempDir
    private Path folder = Path.of(".");

    @Nested
    class WithNoEntryInMemory extends SnapshotContract {
        @Override
        protected StateBackend.Factory factory() {
            return RocksDbStateBackend.create().folder(folder).hotBytes(0);
        }
    }

    @Nested
    class WithFewEntriesInMemory extends SnapshotContract {
        @Override
        protected StateBackend.Factory factory() {
            return RocksDbStateBackend.create().folder(folder).hotBytes(LITTLE);
        }
    }
}
