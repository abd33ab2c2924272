package dev.tidemark.engine.connect.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {
    enum Kind {
        earthquake,
        quarry_blast
    }

    record Quake(String id, Instant time, Instant updated, String net, double mag) {}

    record Placed(String place, Kind type, double depthKm, Optional<String> unknownColumn) {}

    record Flight(Instant scheduled, Instant actual, int delayMinutes, String origin) {}

    record Small(String id, double mag) {
        Small {
            if (mag < 0) {
                throw new IllegalArgumentException("mag is negative");
            }
        }
    }

    record Cells(
            String text,
            Long number,
            Optional<Duration> lag,
            OptionalInt count,
            @Nullable LocalDate day,
            char sign,
            @Nullable Kind kind) {}

    record Tagged(List<String> tags) {}

    @TempDir
    Path folder = Path.of(".");

    @Test
    void earthquakes_are_read_in_the_order_of_the_file() throws URISyntaxException {
        Rows<Quake> quakes = RecordFiles.csv(resource("earthquakes.csv"), Quake.class, CsvOptions.standard());

        assertThat(quakes.rows()).hasSize(40);
        assertThat(quakes.bad()).isEmpty();
        assertThat(quakes.rows().get(0))
                .isEqualTo(new Quake(
                        "ak18247005",
                        Instant.parse("2018-01-31T02:18:21.235Z"),
                        Instant.parse("2018-01-31T02:23:11.235Z"),
                        "ak",
                        2.3));
    }

    @Test
    void quoted_cells_enums_and_columns_that_are_not_there_are_read() throws URISyntaxException {
        Rows<Placed> placed = RecordFiles.csv(resource("earthquakes.csv"), Placed.class, CsvOptions.standard());

        assertThat(placed.rows().get(0))
                .isEqualTo(new Placed("81km WNW of Skagway, Alaska", Kind.earthquake, 0, Optional.empty()));
    }

    @Test
    void flights_are_read() throws URISyntaxException {
        Rows<Flight> flights = RecordFiles.csv(resource("flights.csv"), Flight.class, CsvOptions.standard());

        assertThat(flights.rows()).hasSize(20);
        assertThat(flights.rows().get(0).delayMinutes()).isEqualTo(-5);
    }

    @Test
    void names_match_without_regard_to_case_and_underscores() throws IOException {
        assertThat(read("ID,Mag\na,1\n", Small.class).rows()).containsExactly(new Small("a", 1));
        assertThat(read("DEPTH_KM,place,type\n2,x,quarry_blast\n", Placed.class).rows())
                .containsExactly(new Placed("x", Kind.quarry_blast, 2, Optional.empty()));
    }

    @Test
    void an_empty_cell_is_empty_text_an_empty_optional_or_null() throws IOException {
        assertThat(read("text,number,lag,count,day,sign,kind\n,,,,,x,\n", Cells.class)
                        .rows())
                .containsExactly(new Cells("", nothing(), Optional.empty(), OptionalInt.empty(), null, 'x', null));
        assertThat(read(
                                "text,number,lag,count,day,sign,kind\n\" a \", 7 ,PT3M,5,2018-02-01,\",\",earthquake\n",
                                Cells.class)
                        .rows())
                .containsExactly(new Cells(
                        " a ",
                        7L,
                        Optional.of(Duration.ofMinutes(3)),
                        OptionalInt.of(5),
                        LocalDate.of(2018, 2, 1),
                        ',',
                        Kind.earthquake));
    }

    @SuppressWarnings("NullAway") // an empty cell gives null, whatever the record says
    private static Long nothing() {
        return null;
    }

    @Test
    void a_byte_order_mark_windows_line_ends_and_blank_lines_are_tolerated() throws IOException {
        assertThat(read("\uFEFFid,mag\r\n\r\na,1\r\nb,2", Small.class).rows())
                .containsExactly(new Small("a", 1), new Small("b", 2));
    }

    @Test
    void another_separator_can_be_said() throws IOException {
        Path file = write("id;mag\na,b;1\n");

        assertThat(RecordFiles.csv(file, Small.class, CsvOptions.standard().separator(';'))
                        .rows())
                .containsExactly(new Small("a,b", 1));
    }

    @Test
    void a_header_alone_has_no_rows() throws IOException {
        assertThat(read("id,mag\n", Small.class).rows()).isEmpty();
    }

    @Test
    void a_bad_cell_is_named_with_line_and_column() throws IOException {
        assertThatThrownBy(() -> read("id,mag\n\"a\nb\",1\nc,abc\n", Small.class))
                .isInstanceOf(BadRowException.class)
                .hasMessage("quakes.csv:4:2 (mag): 'abc' is not a double; "
                        + "fix the row, or collect bad rows with .badRows(list::add)");
        assertThatThrownBy(() -> read("id,mag\na,\n", Small.class))
                .hasMessageStartingWith("quakes.csv:2:2 (mag): an empty cell is not a double; "
                        + "make the component nullable or Optional; fix the row");
        assertThatThrownBy(() -> read("place,type,depthKm\nx,flood,1\n", Placed.class))
                .hasMessageStartingWith("quakes.csv:2:2 (type): 'flood' is not one of [earthquake, quarry_blast];");
    }

    @Test
    void a_row_with_another_number_of_cells_is_bad() throws IOException {
        assertThatThrownBy(() -> read("id,mag\na\n", Small.class))
                .hasMessageStartingWith("quakes.csv:2: the row has 1 cells, the header 2; fix the row");
        assertThatThrownBy(() -> read("id,mag\na,1,2\n", Small.class))
                .hasMessageStartingWith("quakes.csv:2: the row has 3 cells, the header 2; fix the row");
    }

    @Test
    void a_row_that_the_record_refuses_is_bad() throws IOException {
        assertThatThrownBy(() -> read("id,mag\na,-1\n", Small.class))
                .hasMessageStartingWith("quakes.csv:2: the constructor of Small refuses the row: mag is negative; fix");
    }

    @Test
    void bad_rows_are_collected_when_asked() throws IOException {
        Path file = write("id,mag\na,1\nb,x\nc\nd,4\n");

        Rows<Small> rows =
                RecordFiles.csv(file, Small.class, CsvOptions.standard().badRows(BadRows.COLLECT));

        assertThat(rows.rows()).containsExactly(new Small("a", 1), new Small("d", 4));
        assertThat(rows.bad())
                .containsExactly(
                        new BadRow("quakes.csv", 3, 2, "mag", "x", "'x' is not a double"),
                        new BadRow("quakes.csv", 4, 0, "", "c", "the row has 1 cells, the header 2"));
    }

    @Test
    void a_file_that_ends_inside_quotes_is_named_with_line_and_column() throws IOException {
        assertThatThrownBy(() -> read("mag,id\n1,a\n2,\"b\n3,c\n", Small.class))
                .isInstanceOf(BadRowException.class)
                .hasMessage("quakes.csv:3:2 (id): the file ends inside a quoted cell; "
                        + "close the quote that is open since this cell, or fetch the file again if it is cut off");
        assertThatThrownBy(() -> read("mag,id\n1,\"a\"x\n", Small.class))
                .hasMessage("quakes.csv:2: unexpected character after closing quote: 'x' (0x78); "
                        + "fix the file; where the next row begins is not known");
    }

    @Test
    void a_component_without_a_column_is_an_error_that_lists_the_header() throws IOException {
        Path file = write("id,magnitude\na,1\n");

        assertThatThrownBy(() -> RecordFiles.csv(file, Small.class, CsvOptions.standard()))
                .isInstanceOf(RecordFileException.class)
                .hasMessage(file + " has no column for Small.mag; its header is [id, magnitude]; "
                        + "rename one of the two, or make the component Optional or @Nullable");
    }

    @Test
    void a_column_that_is_there_twice_is_an_error() throws IOException {
        assertThatThrownBy(() -> read("id,mag,id\na,1,b\n", Small.class))
                .hasMessageEndingWith("quakes.csv has two columns named id; rename one of them");
    }

    @Test
    void a_file_that_cannot_be_read_at_all_says_why() throws IOException {
        Path absent = folder.resolve("absent.csv");

        assertThatThrownBy(() -> RecordFiles.csv(absent, Small.class, CsvOptions.standard()))
                .isInstanceOf(RecordFileException.class)
                .hasMessage("there is no file " + absent);
        assertThatThrownBy(() -> RecordFiles.csv(Path.of("absent.csv"), Small.class, CsvOptions.standard()))
                .hasMessageStartingWith("there is no file absent.csv; a relative path begins at ");
        assertThatThrownBy(() -> RecordFiles.csv(folder, Small.class, CsvOptions.standard()))
                .hasMessage(folder + " is a directory; name a file in it");
        assertThatThrownBy(() -> read("", Small.class))
                .hasMessageEndingWith("quakes.csv is empty; its first row must name the columns, here id,mag");
        assertThatThrownBy(() -> RecordFiles.csv(absent, String.class, CsvOptions.standard()))
                .hasMessage("rows are read into records, and java.lang.String is none; "
                        + "declare record String(…) with a component for each column that you need");
    }

    @Test
    void a_file_in_another_charset_is_an_error() throws IOException {
        Path file = folder.resolve("quakes.csv");
        Files.write(file, "id,mag\nñ,1\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> RecordFiles.csv(file, Small.class, CsvOptions.standard()))
                .isInstanceOf(RecordFileException.class)
                .hasMessage(file + " is not UTF-8; save it as UTF-8");
    }

    @Test
    void a_component_that_is_no_cell_is_an_error() throws IOException {
        assertThatThrownBy(() -> read("tags\na\n", Tagged.class))
                .hasMessage("Tagged.tags: List<String> cannot be read from one cell; "
                        + "write text, a number, an enum or a time, or use JSON lines");
    }

    private <T> Rows<T> read(String text, Class<T> type) throws IOException {
        return RecordFiles.csv(write(text), type, CsvOptions.standard());
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("quakes.csv"), text);
    }

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(CsvTest.class.getResource(name)).toURI());
    }
}
