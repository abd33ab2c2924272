package dev.tidemark.engine.state.rocksdb;

import dev.tidemark.engine.state.StateBackend;
import dev.tidemark.engine.state.StateSchema;
import dev.tidemark.engine.state.codec.Codecs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A process that has state in files and ends without closing it. */
public final class EndingProcess {
    private EndingProcess() {}

    /** Stores a row below the folder that is named, prints how many folders there are then, and ends. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        StateBackend backend =
                RocksDbStateBackend.create().folder(folder).hotBytes(0).open();
        backend.tables("sum#0", Codecs.of(String.class))
                .table(new StateSchema<>("words", "value", Codecs.of(String.class), Codecs.of(String.class)))
                .put("a", "n", "one");
        try (Stream<Path> folders = Files.list(folder)) {
            System.out.print(folders.count());
        }
        System.exit(0);
    }
}
