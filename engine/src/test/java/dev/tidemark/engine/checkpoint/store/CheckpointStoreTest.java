package dev.tidemark.engine.checkpoint.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointStoreTest {
    @TempDir
    Path temp = Path.of(".");

    private static List<Long> ids(CheckpointStore store) {
        return store.checkpoints().stream().map(StoredCheckpoint::id).toList();
    }

    private List<Path> shared() throws IOException {
        try (Stream<Path> all = Files.list(temp.resolve("shared"))) {
            return all.sorted().toList();
        }
    }

    @Test
    void last_checkpoints_are_kept() {
        CheckpointStore store = CheckpointStore.in(temp).retaining(2);
        for (int id = 1; id <= 12; id++) {
            store.add(Stored.checkpoint(id, id, id));
        }
        assertThat(ids(store)).containsExactly(11L, 12L);
        assertThat(Stored.text(store.latest().orElseThrow())).isEqualTo(Stored.text(Stored.checkpoint(12, 12, 12)));
    }

    @Test
    void one_is_kept_unless_told_otherwise() {
        CheckpointStore store = CheckpointStore.in(temp);
        store.add(Stored.checkpoint(1, 1, 1));
        store.add(Stored.checkpoint(2, 2, 2));
        assertThat(ids(store)).containsExactly(2L);
        assertThatThrownBy(() -> store.retaining(0)).hasMessage("retaining(0): at least 1 checkpoint must be kept");
    }

    @Test
    void key_group_that_did_not_change_is_written_once() throws IOException {
        CheckpointStore store = CheckpointStore.in(temp).retaining(3);
        store.add(Stored.checkpoint(1, 1, 1));
        List<Path> first = shared();
        for (Path each : first) {
            Files.setLastModifiedTime(each, FileTime.fromMillis(0));
        }
        store.add(Stored.checkpoint(2, 1, 2));
        List<Path> both = shared();
        assertThat(first).hasSize(3);
        assertThat(both).hasSize(4).containsAll(first);
        for (Path each : first) {
            assertThat(Files.getLastModifiedTime(each)).isEqualTo(FileTime.fromMillis(0));
        }
    }

    @Test
    void shared_file_goes_with_the_last_checkpoint_that_needs_it_and_not_before() throws IOException {
        CheckpointStore store = CheckpointStore.in(temp).retaining(2);
        for (int id = 1; id <= 30; id++) {
            store.add(Stored.checkpoint(id, id / 3, id / 5));
            for (StoredCheckpoint each : store.checkpoints()) {
                int of = (int) each.id();
                assertThat(Stored.text(each.open())).isEqualTo(Stored.text(Stored.checkpoint(of, of / 3, of / 5)));
            }
            assertThat(shared().size()).isLessThanOrEqualTo(5);
        }
    }

    @Test
    void savepoints_stand_alone_and_stay() throws IOException {
        CheckpointStore store = CheckpointStore.in(temp);
        Path savepoint = store.savepoint(Stored.checkpoint(1, 1, 1), "before-the-change");
        store.add(Stored.checkpoint(2, 2, 2));
        store.add(Stored.checkpoint(3, 3, 3));
        store.cancel(false);
        assertThat(store.checkpoints()).isEmpty();
        assertThat(shared()).isEmpty();
        assertThat(store.savepoints()).containsExactly(savepoint);
        assertThat(Stored.text(Checkpoints.open(savepoint))).isEqualTo(Stored.text(Stored.checkpoint(1, 1, 1)));
    }

    @Test
    void checkpoints_are_kept_on_cancel_where_that_is_wanted() {
        CheckpointStore store = CheckpointStore.in(temp);
        store.add(Stored.checkpoint(1, 1, 1));
        store.cancel(true);
        assertThat(ids(store)).containsExactly(1L);
    }

    @Test
    void what_was_not_finished_is_no_checkpoint_and_is_removed_with_the_next() throws IOException {
        CheckpointStore store = CheckpointStore.in(temp).retaining(5);
        store.add(Stored.checkpoint(1, 1, 1));
        Path torn = Files.createDirectory(temp.resolve(".chk-2.part"));
        Files.writeString(torn.resolve("_metadata"), "half");
        Path removed = Files.createDirectory(temp.resolve("chk-0"));
        Files.writeString(removed.resolve("rest"), "half");
        Path part = Files.writeString(temp.resolve("shared").resolve(".abc.state.part"), "half");
        assertThat(ids(store)).containsExactly(1L);
        store.add(Stored.checkpoint(2, 2, 2));
        assertThat(ids(store)).containsExactly(1L, 2L);
        assertThat(torn).doesNotExist();
        assertThat(removed).doesNotExist();
        assertThat(part).doesNotExist();
    }

    @Test
    void damaged_checkpoint_stops_the_clean_up_before_anything_shared_is_deleted() throws IOException {
        CheckpointStore store = CheckpointStore.in(temp).retaining(2);
        store.add(Stored.checkpoint(1, 1, 1));
        Path metadata = temp.resolve("chk-1").resolve("_metadata");
        Files.writeString(metadata, "tidemark checkpoint, torn");
        int before = shared().size();
        assertThatThrownBy(() -> store.add(Stored.checkpoint(2, 2, 2)))
                .hasMessageStartingWith(metadata.toString())
                .hasMessageContaining(" is damaged: ");
        assertThat(shared().size()).isGreaterThanOrEqualTo(before);
    }

    @Test
    void number_that_is_there_already_is_refused() {
        CheckpointStore store = CheckpointStore.in(temp);
        Path folder = store.add(Stored.checkpoint(1, 1, 1));
        assertThatThrownBy(() -> store.add(Stored.checkpoint(1, 2, 2)))
                .hasMessage(folder + " is there already; give a folder that is not, or delete it");
    }

    @Test
    void nothing_is_kept_yet() {
        CheckpointStore store = CheckpointStore.in(temp.resolve("new"));
        assertThat(store.checkpoints()).isEmpty();
        assertThat(store.latest()).isEmpty();
        assertThat(store.savepoints()).isEmpty();
    }
}
