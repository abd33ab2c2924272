package dev.tidemark.engine.connect.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesTest {
    record Place(double lat, double lon) {}

    record Quake(String id, Instant time, double mag, Optional<Place> place, List<String> tags) {}

    record Small(String id, int size) {}

    record Exact(
            BigDecimal amount,
            Map<String, Long> counts,
            @Nullable Integer maybe) {}

    record Running(Thread thread) {}

    @TempDir
    Path folder = Path.of(".");

    @Test
    void nested_records_lists_and_maps_are_read() throws IOException {
        String lines = """
                {"id":"ak1","time":"2018-02-01T06:00:00+01:00","mag":2,"place":{"lat":1.5,"lon":-2},"tags":["a","b"],"x":{}}

                {"ID":"ak2","time":"2018-02-01T06:00:00Z","mag":2.5,"tags":[]}
                """;

        assertThat(read(lines, Quake.class).rows())
                .containsExactly(
                        new Quake(
                                "ak1",
                                Instant.parse("2018-02-01T05:00:00Z"),
                                2,
                                Optional.of(new Place(1.5, -2)),
                                List.of("a", "b")),
                        new Quake("ak2", Instant.parse("2018-02-01T06:00:00Z"), 2.5, Optional.empty(), List.of()));
    }

    @Test
    void decimals_keep_every_digit() throws IOException {
        assertThat(read("{\"amount\": 0.10000000000000000000001, \"counts\": {\"a\": 9007199254740993}}", Exact.class)
                        .rows())
                .containsExactly(
                        new Exact(new BigDecimal("0.10000000000000000000001"), Map.of("a", 9007199254740993L), null));
    }

    @Test
    void a_bad_field_is_named_with_its_path() throws IOException {
        String good = "{\"id\":\"a\",\"time\":\"2018-02-01T06:00:00Z\",\"mag\":1,\"tags\":[]}\n";

        assertThatThrownBy(
                        () -> read(good + good.replace("1,", "1,\"place\":{\"lat\":\"abc\",\"lon\":1},"), Quake.class))
                .isInstanceOf(BadRowException.class)
                .hasMessage("quakes.jsonl:2 (place.lat): 'abc' is not a double; "
                        + "fix the line, or collect bad rows with .badRows(list::add)");
        assertThatThrownBy(() -> read(good.replace("[]", "[\"a\", {}]"), Quake.class))
                .hasMessageStartingWith("quakes.jsonl:1 (tags[1]): an object is not text; fix");
        assertThatThrownBy(() -> read("{\"id\":\"a\",\"size\":1.5}", Small.class))
                .hasMessageStartingWith("quakes.jsonl:1 (size): '1.5' is not an int; fix");
        assertThatThrownBy(() -> read("{\"id\":\"a\",\"size\":null}", Small.class))
                .hasMessageStartingWith(
                        "quakes.jsonl:1 (size): null is not an int; make the component nullable or Optional; fix");
        assertThatThrownBy(() -> read("{\"id\":\"a\"}", Small.class))
                .hasMessageStartingWith("quakes.jsonl:1 (size): the field is missing; there are [id]; fix");
        assertThatThrownBy(() -> read("[1]", Small.class))
                .hasMessageStartingWith("quakes.jsonl:1: the line is not a JSON object, but an array; fix");
    }

    @Test
    void a_line_that_is_cut_off_is_named_with_line_and_column() throws IOException {
        assertThatThrownBy(() -> read("{\"id\":\"a\",\"size\":1}\n{\"id\":\"b\",\"si", Small.class))
                .hasMessageStartingWith("quakes.jsonl:2:14: the line ends inside a JSON value; "
                        + "it is cut off, or the object goes on in the next line; fix");
        assertThatThrownBy(() -> read("{\"id\":\"a\",\"size\":1} x\n", Small.class))
                .hasMessageStartingWith("quakes.jsonl:1:21: the line is not JSON: Unrecognized token 'x'");
    }

    @Test
    void bad_lines_are_collected_when_asked() throws IOException {
        Path file = write("{\"id\":\"a\",\"size\":1}\n{\"id\":\"b\",\"size\":\"x\"}\n{\n{\"id\":\"c\",\"size\":3}\n");

        Rows<Small> rows = RecordFiles.jsonLines(file, Small.class, BadRows.COLLECT);

        assertThat(rows.rows()).containsExactly(new Small("a", 1), new Small("c", 3));
        assertThat(rows.bad()).extracting(BadRow::line).containsExactly(2L, 3L);
    }

    @Test
    void a_type_that_json_cannot_give_is_an_error() throws IOException {
        assertThatThrownBy(() -> read("{\"thread\": 1}", Running.class))
                .hasMessage("thread: Thread cannot be read from JSON; "
                        + "write a record, a list, a set, a map, text, a number, an enum or a time");
    }

    @Test
    void an_empty_file_has_no_rows_and_a_missing_file_is_an_error() throws IOException {
        assertThat(read("", Small.class).rows()).isEmpty();
        assertThatThrownBy(() -> RecordFiles.jsonLines(folder.resolve("absent.jsonl"), Small.class))
                .hasMessage("there is no file " + folder.resolve("absent.jsonl"));
    }

    private <T> Rows<T> read(String text, Class<T> type) throws IOException {
        return RecordFiles.jsonLines(write(text), type);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("quakes.jsonl"), text);
    }
}
