package dev.tidemark.engine.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.state.codec.RandomValues;
import dev.tidemark.engine.state.codec.RandomValues.Circle;
import dev.tidemark.engine.state.codec.RandomValues.Colour;
import dev.tidemark.engine.state.codec.RandomValues.Everything;
import dev.tidemark.engine.state.codec.RandomValues.Figure;
import dev.tidemark.engine.state.codec.RandomValues.Named;
import dev.tidemark.engine.state.codec.RandomValues.Pair;
import dev.tidemark.engine.state.codec.TypeToken;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ValueTextTest {
    record Quake(String id, double mag) {
        Quake {
            if (mag > 11) {
                throw new IllegalArgumentException("mag " + mag + " is above 11");
            }
        }
    }

    private record Seen(Quake quake, Optional<Instant> at, List<String> tags) {}

    record Empty() {}

    @Test
    void a_record_is_its_name_and_its_named_components() {
        assertThat(ValueText.print(new Quake("ak1", 2.3))).isEqualTo("Quake(id=ak1, mag=2.3)");
        assertThat(ValueText.print(new Empty())).isEqualTo("Empty()");
        assertThat(ValueText.print(
                        new Seen(new Quake("two words", 0), Optional.of(Instant.EPOCH), List.of("a:b", "a:", "9"))))
                .isEqualTo("Seen(quake=Quake(id=\"two words\", mag=0.0), at=1970-01-01T00:00:00Z, "
                        + "tags=[a:b, \"a:\", \"9\"])");
    }

    @Test
    void names_are_optional_when_parsing() {
        Quake quake = new Quake("ak1", 2.3);

        assertThat(ValueText.parse("Quake(id=ak1, mag=2.3)", Quake.class)).isEqualTo(quake);
        assertThat(ValueText.parse("Quake(mag=2.3, id=ak1)", Quake.class)).isEqualTo(quake);
        assertThat(ValueText.parse("Quake(ak1, mag = 2.3)", Quake.class)).isEqualTo(quake);
        assertThat(ValueText.parse(" ( ak1 , 2.3 ) ", Quake.class)).isEqualTo(quake);
        assertThat(ValueText.parse("((ak1, 2), none, [])", Seen.class))
                .isEqualTo(new Seen(new Quake("ak1", 2), Optional.empty(), List.of()));
    }

    @Test
    void scalars_are_bare() {
        assertThat(ValueText.print(List.of(1, 2.5, true, Duration.ofMinutes(3), LocalTime.NOON, Colour.RED)))
                .isEqualTo("[1, 2.5, true, PT3M, 12:00, RED]");
        assertThat(ValueText.parse("2018-02-01T06:00:00+01:00", Instant.class))
                .isEqualTo(Instant.parse("2018-02-01T05:00:00Z"));
    }

    @Test
    void words_with_a_meaning_are_quoted_as_text() {
        assertThat(ValueText.print(List.of("null", "none", "true", "", "ok", "\"\\\n\u0001")))
                .isEqualTo("[\"null\", \"none\", \"true\", \"\", ok, \"\\\"\\\\\\n\\u0001\"]");
        assertThat(ValueText.print(Optional.of("none"))).isEqualTo("\"none\"");
        assertThat(ValueText.print(Optional.empty())).isEqualTo("none");
        assertThat(ValueText.print(null)).isEqualTo("null");
    }

    @Test
    void maps_sets_and_arrays_have_one_form_each() {
        Map<String, Integer> map = new LinkedHashMap<>();
        map.put("z:1", 1);
        map.put("a", 2);

        assertThat(ValueText.print(map)).isEqualTo("{z:1: 1, a: 2}");
        assertThat(ValueText.parse("{z:1: 1, a: 2}", new TypeToken<Map<String, Integer>>() {}.type()))
                .isEqualTo(map);
        assertThat(ValueText.print(new int[] {1, 2})).isEqualTo("[1, 2]");
        assertThat(ValueText.parse("[1, 2]", int[].class)).isEqualTo(new int[] {1, 2});
        assertThat(ValueText.print(Set.of("c", "a", "b"))).isEqualTo("[a, b, c]");
    }

    @Test
    void a_value_of_a_sealed_interface_says_which_record_it_is() {
        assertThat(ValueText.print(Named.POINT)).isEqualTo("Named.POINT");
        assertThat(ValueText.parse("Circle(1.5)", Figure.class)).isEqualTo(new Circle(1.5));
        assertThat(ValueText.parse("POINT", Figure.class)).isEqualTo(Named.POINT);
        assertThatThrownBy(() -> ValueText.parse("(1.5)", Figure.class))
                .hasMessage("column 1: expected the name of one Figure (Circle, Polygon, Named), found '('");
        assertThatThrownBy(() -> ValueText.parse("Square(1.5)", Figure.class))
                .hasMessage("column 1: expected the name of one Figure (Circle, Polygon, Named), found 'Square'");
    }

    @Test
    void what_is_parsed_equals_what_was_printed() {
        for (int seed = 0; seed < 500; seed++) {
            Everything value = new RandomValues(seed).everything();
            String text = ValueText.print(value);

            assertThat(ValueText.parse(text, Everything.class)).as(text).isEqualTo(value);
            assertThat(text).doesNotContain("\n", "\t", "\u2028");
        }
    }

    @Test
    void an_error_names_the_column_and_what_was_expected() {
        assertError("Quake(id=ak1, mag=abc)", "column 19: expected a double for Quake.mag, found 'abc'");
        assertError(
                "Quake(ak1 2.3)", "column 11: expected ',' or ')' behind a component of Quake(id, mag), found '2.3'");
        assertError("Quake(ak1)", "column 10: expected mag of Quake(id, mag), found ')'");
        assertError("Quake(ak1, 2, 3)", "column 15: expected ')' behind Quake(id, mag), found '3'");
        assertError("Quake(id=a, id=b)", "column 16: expected 'id' only once in Quake(id, mag), found 'b'");
        assertError("Quake(id=a, size=b)", "column 13: expected a component of Quake(id, mag), found 'size'");
        assertError("Quake(id=a, 3)", "column 13: expected a component's name and '=' in Quake(id, mag), found '3'");
        assertError("Pair(1, 2)", "column 1: expected a Quake such as Quake(id, mag), found 'Pair'");
        assertError("Quake(ak1, 2) x", "column 15: expected the end of the text behind the value, found 'x'");
        assertError("Quake(ak1, null)", "column 12: expected a double for Quake.mag, found 'null'");
        assertError(
                "Quake(\"ak1, 2)", "column 7: expected a closing quote for the one here, found the end of the text");
        assertError("", "column 1: expected a Quake such as Quake(id, mag), found the end of the text");
        assertError(
                "Quake(ak1, 12)",
                "column 1: expected a Quake, found one that its constructor refuses: mag 12.0 is above 11");
    }

    @Test
    void an_error_inside_a_container_names_the_column_too() {
        assertThatThrownBy(() -> ValueText.parse("{a: 1, a: 2}", new TypeToken<Map<String, Long>>() {}.type()))
                .hasMessage("column 8: expected each key once, found a again");
        assertThatThrownBy(() -> ValueText.parse("[1, x]", new TypeToken<List<Integer>>() {}.type()))
                .hasMessage("column 5: expected an int, found 'x'");
        assertThatThrownBy(() -> ValueText.parse("PURPLE", Colour.class))
                .hasMessage("column 1: expected Colour (RED, GREEN, none), found 'PURPLE'");
        assertThatThrownBy(() -> ValueText.parse("\"a\\x\"", String.class))
                .isInstanceOfSatisfying(
                        ValueTextException.class, e -> assertThat(e.column()).isEqualTo(4))
                .hasMessage("column 4: expected one of \" \\ / b f n r t u behind a backslash, found 'x'");
        assertThatThrownBy(() -> ValueText.parse("x", Thread.class))
                .hasMessage(
                        "column 1: expected a value of a type that has a text form, which java.lang.Thread has not, "
                                + "found 'x'");
        assertThatThrownBy(() -> ValueText.parse("[x]", List.class))
                .hasMessage(
                        "column 1: expected a type with its arguments, such as List<String>; List has none, found '['");
    }

    @Test
    void a_generic_record_is_parsed_along_its_arguments() {
        assertThat(ValueText.parse("(a, [1])", new TypeToken<Pair<String, List<Long>>>() {}.type()))
                .isEqualTo(new Pair<>("a", List.of(1L)));
    }

    private static void assertError(String text, String message) {
        assertThatThrownBy(() -> ValueText.parse(text, Quake.class))
                .isInstanceOf(ValueTextException.class)
                .hasMessage(message);
    }
}
