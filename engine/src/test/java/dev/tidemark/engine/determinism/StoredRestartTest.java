package dev.tidemark.engine.determinism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.checkpoint.Checkpoint;
import dev.tidemark.engine.checkpoint.CheckpointEdit;
import dev.tidemark.engine.checkpoint.OperatorState;
import dev.tidemark.engine.checkpoint.StoredState;
import dev.tidemark.engine.checkpoint.store.CheckpointStore;
import dev.tidemark.engine.checkpoint.store.Checkpoints;
import dev.tidemark.engine.state.codec.CodecException;
import dev.tidemark.engine.timeline.Statement;
import dev.tidemark.engine.topology.Topology;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random pipelines, whose checkpoints go over the disk. */
class StoredRestartTest {
    private static final int SEEDS = 32;

    @TempDir
    Path folder = Path.of(".");

    private static Checkpoint checkpoint(long seed) {
        Simulation run = Simulation.of(
                RandomPipelines.pipeline(seed).build(),
                RandomPipelines.options(seed).maxParallelism(128));
        run.step(1 + seed * 7 % 300);
        return run.checkpoint();
    }

    private static String text(Checkpoint checkpoint) {
        StringBuilder text = new StringBuilder();
        for (OperatorState state : checkpoint.operators()) {
            text.append(state.uid()).append(' ').append(state.types()).append('\n');
            state.subtasks()
                    .forEach(each -> text.append(HexFormat.of().formatHex(each)).append('\n'));
            state.keyGroups().forEach((group, bytes) -> text.append(group)
                    .append(' ')
                    .append(HexFormat.of().formatHex(bytes))
                    .append('\n'));
        }
        return text.toString();
    }

    private static List<String> resultsFrom(Checkpoint checkpoint, long seed, int parallelism) {
        Topology topology = RandomPipelines.pipeline(seed).build();
        Simulation run = Simulation.of(topology, RandomPipelines.options(seed).maxParallelism(128));
        run.restore(checkpoint, parallelism);
        run.runToEnd();
        List<String> results = new ArrayList<>();
        topology.nodes().stream().filter(node -> node.kind().equals("sink")).forEach(sink -> run.output(sink.name())
                .forEach(each -> results.add(sink.name() + " " + each.value())));
        return results;
    }

    @Test
    @Statement({113, 115})
    void a_checkpoint_that_was_stored_restarts_as_the_one_it_was_at_every_parallelism() {
        int[] parallelisms = {1, 2, 3, 2, 1, 3, 2, 128};
        int results = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Checkpoint taken = checkpoint(seed);
            Checkpoint opened = Checkpoints.open(Checkpoints.write(taken, folder.resolve("of-" + seed)));
            assertThat(text(opened)).isEqualTo(text(taken));
            int parallelism = parallelisms[(int) (seed % parallelisms.length)];
            List<String> expected = resultsFrom(taken, seed, parallelism);
            assertThat(resultsFrom(opened, seed, parallelism))
                    .as("seed " + seed)
                    .isEqualTo(expected);
            results += expected.size();
        }
        assertThat(results).isGreaterThan(SEEDS);
    }

    @Test
    void what_is_read_without_classes_and_written_again_is_the_same_bytes() {
        int read = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Checkpoint taken = checkpoint(seed);
            CheckpointEdit edit = taken.edit();
            for (StoredState state : taken.contents().states()) {
                if (!state.type().startsWith("broadcast<")) {
                    read += rewritten(edit, state);
                }
            }
            assertThat(text(edit.done())).as("seed " + seed).isEqualTo(text(taken));
        }
        assertThat(read).as("states that were read").isGreaterThan(SEEDS / 2);
    }

    /** 1, or 0 for a state whose form is known only to its operator. */
    private static int rewritten(CheckpointEdit edit, StoredState state) {
        try {
            edit.change(state.uid(), state.name(), value -> value);
            return 1;
        } catch (CodecException e) {
            assertThat(e).hasMessageContaining("has a form that can't be read without its class");
            return 0;
        }
    }

    @Test
    void every_checkpoint_in_a_store_can_be_opened_while_older_ones_go() {
        CheckpointStore store = CheckpointStore.in(folder.resolve("store")).retaining(3);
        Simulation run = Simulation.of(RandomPipelines.pipeline(5).build(), RandomPipelines.options(5));
        List<String> last = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            run.step(5);
            Checkpoint taken = run.checkpoint();
            store.add(taken);
            last.add(text(taken));
            List<String> stored =
                    store.checkpoints().stream().map(each -> text(each.open())).toList();
            assertThat(stored).isEqualTo(last.subList(Math.max(0, last.size() - 3), last.size()));
        }
    }
}
