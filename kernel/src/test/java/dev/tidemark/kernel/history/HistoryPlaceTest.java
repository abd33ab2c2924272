package dev.tidemark.kernel.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryPlaceTest {
    private static final Path FILE = Path.of("tidemark", "history.mv");

    @Test
    void the_variable_names_the_file() {
        assertThat(HistoryPlace.file(Map.of("TIDEMARK_HISTORY", "mine.mv"), "Linux", "home"))
                .isEqualTo(Path.of("mine.mv"));
    }

    @Test
    void the_data_folder_of_jupyter_is_used_where_it_is_named() {
        assertThat(HistoryPlace.file(Map.of("JUPYTER_DATA_DIR", "data"), "Linux", "home"))
                .isEqualTo(Path.of("data").resolve(FILE));
    }

    @Test
    void without_a_word_it_is_where_jupyter_keeps_its_data_on_each_system() {
        assertThat(HistoryPlace.file(Map.of(), "Linux", "home"))
                .isEqualTo(Path.of("home", ".local", "share", "jupyter").resolve(FILE));
        assertThat(HistoryPlace.file(Map.of("XDG_DATA_HOME", "xdg"), "Linux", "home"))
                .isEqualTo(Path.of("xdg", "jupyter").resolve(FILE));
        assertThat(HistoryPlace.file(Map.of(), "Mac OS X", "home"))
                .isEqualTo(Path.of("home", "Library", "Jupyter").resolve(FILE));
        assertThat(HistoryPlace.file(Map.of("APPDATA", "roaming"), "Windows 11", "home"))
                .isEqualTo(Path.of("roaming", "jupyter").resolve(FILE));
    }
}
