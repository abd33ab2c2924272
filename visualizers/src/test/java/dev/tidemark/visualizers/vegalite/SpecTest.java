package dev.tidemark.visualizers.vegalite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SpecTest {
    private static OfficialSchema schema;

    private static final List<Quake> QUAKES = List.of(
            new Quake("a", Instant.parse("2018-02-01T00:00:00Z"), 2.5, Duration.ofSeconds(90)),
            new Quake("b", Instant.parse("2018-02-01T01:00:00Z"), Double.NaN, Duration.ZERO));

    private record Quake(String id, Instant time, double mag, Duration delay) {}

    private static Rows rows() {
        return Rows.from(QUAKES)
                .text("id", Quake::id)
                .time("time", Quake::time)
                .number("mag", Quake::mag)
                .rows();
    }

    @BeforeAll
    static void load_the_schema_once() {
        schema = OfficialSchema.load();
    }

    @Test
    void a_unit_prints_as_the_json_it_stands_for() {
        Spec spec = Spec.of(UnitView.of(rows(), Mark.point())
                        .x(Field.time("time").title("when"))
                        .y(Field.number("mag")))
                .title("quakes");

        assertThat(spec.json())
                .startsWith("{\"$schema\":\"" + Spec.SCHEMA
                        + "\",\"title\":{\"text\":\"quakes\"},\"width\":620,\"height\":360,"
                        + "\"datasets\":{\"rows1\":["
                        + "{\"id\":\"a\",\"time\":1517443200000,\"mag\":2.5},{\"id\":\"b\",\"time\":1517446800000,\"mag\":null}]},"
                        + "\"data\":{\"name\":\"rows1\"},\"mark\":{\"type\":\"point\",\"filled\":true},\"encoding\":{"
                        + "\"x\":{\"field\":\"time\",\"type\":\"temporal\",\"title\":\"when\","
                        + "\"scale\":{\"type\":\"utc\",\"nice\":false}},"
                        + "\"y\":{\"field\":\"mag\",\"type\":\"quantitative\"}},\"config\":{");
        assertThat(schema.errorsOf(spec.json())).isEmpty();
    }

    @Test
    void the_same_content_prints_as_the_same_text_in_every_locale() {
        Spec spec = Spec.of(
                UnitView.of(rows(), Mark.bar()).x(Field.number("mag").bin(0.5)).y(Field.count()));
        String here = spec.json();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(spec.json()).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
        assertThat(schema.errorsOf(here)).isEmpty();
    }

    @Test
    void a_field_that_the_data_do_not_have_is_an_error_that_lists_the_ones_they_have() {
        assertThatThrownBy(() -> UnitView.of(rows(), Mark.point()).x(Field.time("tiem")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no column 'tiem' for x; the data have: id, time, mag");
    }

    @Test
    void a_channel_of_one_field_takes_no_second() {
        assertThatThrownBy(() ->
                        UnitView.of(rows(), Mark.point()).encode(Channel.X, Field.time("time"), Field.number("mag")))
                .hasMessage("channel x takes one field, not 2");
    }

    @Test
    void a_column_cannot_be_named_twice() {
        assertThatThrownBy(() -> Rows.from(QUAKES).text("id", Quake::id).time("id", Quake::time))
                .hasMessage("there is a column 'id' already; give this one another name");
    }

    @Test
    void records_become_columns_by_their_components() {
        Rows rows = Rows.ofRecords(QUAKES);

        assertThat(rows.names()).containsExactly("id", "time", "mag", "delay");
        assertThat(rows.tree().get(0).toString()).isEqualTo("{id=a, time=1517443200000, mag=2.5, delay=90}");
        assertThat(rows.tree().get(1).toString()).isEqualTo("{id=b, time=1517446800000, mag=null, delay=0}");
    }

    @Test
    void no_records_have_no_columns_and_the_error_says_what_to_do() {
        assertThatThrownBy(() -> Rows.ofRecords(List.<Quake>of()))
                .hasMessage("no records, so their columns have no names; name them with Rows.from(list).text(…)");
    }

    @Test
    void a_dot_in_a_name_is_not_a_path() {
        Rows rows = Rows.from(List.of(1)).number("a.b[0]", number -> number).rows();

        assertThat(Spec.of(UnitView.of(rows, Mark.point()).x(Field.number("a.b[0]")))
                        .json())
                .contains("\"field\":\"a\\\\.b\\\\[0\\\\]\"");
    }

    @Test
    void views_that_share_rows_carry_them_once() {
        Rows rows = rows();
        UnitView points = UnitView.of(rows, Mark.point()).x(Field.time("time")).y(Field.number("mag"));
        UnitView line = UnitView.of(rows, Mark.line()).x(Field.time("time")).y(Field.number("mag"));
        String json = Spec.of(LayerView.of(List.of(points, line)).independent(Channel.COLOR))
                .json();

        assertThat(json).contains("\"rows1\":").doesNotContain("\"rows2\":");
        assertThat(schema.errorsOf(json)).isEmpty();
    }

    @Test
    void text_cannot_end_the_script_that_carries_it() {
        Rows rows = Rows.from(List.of("</script><b>")).text("id", id -> id).rows();

        assertThat(Spec.of(UnitView.of(rows, Mark.text()).text(Field.category("id")))
                        .json())
                .doesNotContain("<")
                .contains("\\u003c/script\\u003e");
    }

    @Test
    void the_schema_refuses_a_mark_that_does_not_exist() {
        String json =
                Spec.of(UnitView.of(rows(), Mark.point()).x(Field.time("time"))).json();

        assertThat(schema.errorsOf(json)).isEmpty();
        assertThat(schema.errorsOf(json.replace("\"type\":\"point\"", "\"type\":\"pointe\"")))
                .isNotEmpty();
    }

    @Test
    void the_schema_refuses_a_type_that_does_not_exist() {
        String json =
                Spec.of(UnitView.of(rows(), Mark.point()).x(Field.time("time"))).json();

        assertThat(schema.errorsOf(json.replace("temporal", "tempral")))
                .anyMatch(error -> error.startsWith("/encoding/x/type"));
    }

    @Test
    void the_schema_refuses_an_encoding_channel_that_does_not_exist() {
        String json =
                Spec.of(UnitView.of(rows(), Mark.point()).x(Field.time("time"))).json();

        assertThat(schema.errorsOf(json.replace("\"encoding\":{\"x\"", "\"encoding\":{\"across\"")))
                .isNotEmpty();
    }

    @Test
    void a_chart_has_a_size() {
        Spec spec = Spec.of(UnitView.of(rows(), Mark.point()));

        assertThatThrownBy(() -> spec.size(0, 100))
                .hasMessage("a chart needs a width and a height above zero, not 0 x 100");
    }
}
