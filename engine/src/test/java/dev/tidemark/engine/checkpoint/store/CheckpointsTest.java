package dev.tidemark.engine.checkpoint.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.checkpoint.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
    private static final Checkpoint CHECKPOINT = Stored.checkpoint(7, 1, 2);

    @TempDir
    Path temp = Path.of(".");

    private Path written() {
        return Checkpoints.write(CHECKPOINT, temp.resolve("saved"));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void what_is_opened_equals_what_was_written() {
        Checkpoint opened = Checkpoints.open(written());
        assertThat(Stored.text(opened)).isEqualTo(Stored.text(CHECKPOINT));
        assertThat(opened).hasToString(CHECKPOINT.toString());
    }

    @Test
    void folder_can_be_moved() throws IOException {
        Path moved = Files.move(written(), temp.resolve("moved"));
        assertThat(Stored.text(Checkpoints.open(moved))).isEqualTo(Stored.text(CHECKPOINT));
    }

    @Test
    void nothing_unfinished_is_left() throws IOException {
        assertThat(files(written())).hasSize(4);
        try (Stream<Path> beside = Files.list(temp)) {
            assertThat(beside).containsExactly(temp.resolve("saved"));
        }
    }

    @Test
    void folder_that_is_there_is_not_overwritten() {
        Path folder = written();
        assertThatThrownBy(() -> Checkpoints.write(CHECKPOINT, folder))
                .isInstanceOf(CheckpointException.class)
                .hasMessage(folder + " is there already; give a folder that is not, or delete it");
    }

    @Test
    void what_an_earlier_attempt_left_is_no_hindrance() throws IOException {
        Path left = Files.createDirectory(temp.resolve(".saved.part"));
        Files.writeString(left.resolve("rest"), "of before");
        assertThat(files(written())).hasSize(4);
    }

    /** Each bit of the metadata's first and last hundred bytes and a few of every other file. */
    @Test
    void flipped_bit_in_any_file_is_an_error_that_names_the_file() throws IOException {
        Path folder = written();
        for (Path file : files(folder)) {
            byte[] whole = Files.readAllBytes(file);
            for (int bit = 0; bit < 8 * whole.length; bit += bit < 800 ? 1 : 997) {
                byte[] flipped = whole.clone();
                flipped[bit / 8] ^= (byte) (1 << bit % 8);
                Files.write(file, flipped);
                assertThatThrownBy(() -> Checkpoints.open(folder))
                        .isInstanceOf(CheckpointException.class)
                        .hasMessageStartingWith(file.toString())
                        .hasMessageContaining("damaged")
                        .hasMessageEndingWith("or an earlier checkpoint");
            }
            Files.write(file, whole);
        }
        assertThat(Stored.text(Checkpoints.open(folder))).isEqualTo(Stored.text(CHECKPOINT));
    }

    @Test
    void truncated_file_is_an_error_that_names_the_file() throws IOException {
        Path folder = written();
        for (Path file : files(folder)) {
            byte[] whole = Files.readAllBytes(file);
            for (int length = 0; length < whole.length; length += 61) {
                Files.write(file, Arrays.copyOf(whole, length));
                assertThatThrownBy(() -> Checkpoints.open(folder))
                        .isInstanceOf(CheckpointException.class)
                        .hasMessageStartingWith(file + " is damaged: its " + length + " bytes ");
            }
            Files.write(file, whole);
        }
    }

    @Test
    void missing_file_is_an_error_that_says_what_to_do() throws IOException {
        Path folder = written();
        for (Path file : files(folder)) {
            byte[] whole = Files.readAllBytes(file);
            Files.delete(file);
            assertThatThrownBy(() -> Checkpoints.open(folder))
                    .isInstanceOf(CheckpointException.class)
                    .satisfies(e -> assertThat(e.getMessage())
                            .containsAnyOf(
                                    file + " is missing, which holds " + whole.length
                                            + " bytes of the checkpoint; copy it "
                                            + "from where the checkpoint was written, with all files beside it, or take an "
                                            + "earlier checkpoint",
                                    folder + " is no checkpoint: it has no file _metadata; give the folder of one "
                                            + "checkpoint, such as chk-7, and not one whose name ends in .part, which was "
                                            + "not finished"));
            Files.write(file, whole);
        }
    }

    @Test
    void folder_that_is_not_there() {
        Path nowhere = temp.resolve("nowhere");
        assertThatThrownBy(() -> Checkpoints.open(nowhere))
                .hasMessageStartingWith("there is no folder " + nowhere + "; give the folder of one checkpoint");
    }

    @Test
    void file_of_something_else() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("other"));
        Path file = Files.writeString(folder.resolve("_metadata"), "{\"kind\": \"something else altogether\"}");
        assertThatThrownBy(() -> Checkpoints.open(folder))
                .hasMessage(file + " is no metadata of a checkpoint, or its beginning is damaged; "
                        + "take the folder of a checkpoint, or an earlier checkpoint");
    }

    @Test
    void newer_version_is_refused() throws IOException {
        Path folder = written();
        Path file = inVersion(9, folder);
        assertThatThrownBy(() -> Checkpoints.open(folder))
                .hasMessage(file + " has version 9 of the form, and this program reads up to 2; "
                        + "read it with the program that wrote it, or a later one");
    }

    @Test
    void older_version_is_refused() throws IOException {
        Path folder = written();
        Path file = inVersion(1, folder);
        assertThatThrownBy(() -> Checkpoints.open(folder))
                .hasMessage(
                        file + " has version 1 of the form, and this program reads version 2, whose values have other"
                                + " bytes; start without it, or go on with the program that wrote it");
    }

    private static Path inVersion(int version, Path folder) throws IOException {
        Path file = folder.resolve("_metadata");
        byte[] changed = Files.readAllBytes(file);
        changed["tidemark checkpoint".length() + 3] = (byte) version;
        byte[] hash = Hash.of(changed, changed.length - Hash.LENGTH);
        System.arraycopy(hash, 0, changed, changed.length - Hash.LENGTH, Hash.LENGTH);
        return Files.write(file, changed);
    }

    @Test
    void folder_that_can_not_be_made() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");
        assertThatThrownBy(() -> Checkpoints.write(CHECKPOINT, file.resolve("below")))
                .isInstanceOf(CheckpointException.class)
                .hasMessageStartingWith(file.resolve("below") + " could not be written: ")
                .hasMessageEndingWith("; make room or give a folder that can be written");
    }
}
