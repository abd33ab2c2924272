package dev.tidemark.engine.sink;

import dev.tidemark.engine.CheckpointOptions;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.checkpoint.Checkpoint;
import dev.tidemark.engine.checkpoint.store.CheckpointStore;
import dev.tidemark.engine.connect.partfiles.Encoders;
import dev.tidemark.engine.connect.partfiles.FileSink;
import dev.tidemark.engine.connect.partfiles.RollingPolicy;
import dev.tidemark.engine.sink.Sales.Sale;
import dev.tidemark.engine.state.rocksdb.RocksDbStateBackend;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * A job in a process of its own, which goes on from its last complete checkpoint, and says a line whenever it begins something
 * that a kill may hit: {@code from}, {@code store}, {@code commit}, {@code done}.
 */
final class KilledJob {
    static final Sales SALES = new Sales(1_200);

    private KilledJob() {}

    static Path files(Path folder) {
        return folder.resolve("files");
    }

    private static void say(String what) {
        System.out.println(what);
        System.out.flush();
    }

    private enum Saying implements Watch {
        COMMITS;

        @Override
        public <R> R around(String name, Callable<R> call) throws Exception {
            if (name.equals("commit")) {
                say(name);
            }
            return call.call();
        }
    }

    private static Sink<Sale> sink(Path folder, boolean acrossCheckpoints) {
        FileSink<Sale> files = FileSink.into(files(folder), Encoders.csv(Sale.class));
        return new WatchedSink<>(
                acrossCheckpoints
                        ? files.rolling(RollingPolicy.acrossCheckpoints().atBytes(150))
                        : files,
                Saying.COMMITS);
    }

    /** A folder, a seed, and whether the state is in RocksDB. */
    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        long seed = Long.parseLong(args[1]);
        CheckpointStore store =
                CheckpointStore.in(folder.resolve("checkpoints")).retaining(2);
        SimulationOptions options = Sales.options(seed)
                .checkpoints(CheckpointOptions.every(Duration.ofMillis(10)).storedBy(checkpoint -> {
                    say("store");
                    store.add(checkpoint);
                }));
        Pipeline pipeline = Pipeline.create("killed");
        SALES.totals(pipeline).sinkTo("files", sink(folder, seed % 2 == 1));
        boolean rocks = Boolean.parseBoolean(args[2]);
        try (Simulation run =
                Simulation.of(pipeline.build(), rocks ? options.stateBackend(RocksDbStateBackend.create()) : options)) {
            Optional<Checkpoint> last = store.latest();
            say("from " + last.map(Checkpoint::id).orElse(0L));
            last.ifPresent(run::restore);
            run.runToEnd();
        }
        say("done");
    }
}
