package dev.tidemark.engine.checkpoint.untyped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.CodecException;
import dev.tidemark.engine.state.codec.Codecs;
import dev.tidemark.engine.state.codec.TypeToken;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TypeTextTest {
    enum Colour {
        RED,
        GREEN
    }

    record Point(int x, @Nullable Long y) {}

    record Pair<A, B>(A first, B second) {}

    record Tree(String name, List<Tree> below) {}

    sealed interface Shape permits Circle, Dot, Shade {}

    record Circle(Point centre, double radius) implements Shape {}

    record Dot() implements Shape {}

    enum Shade implements Shape {
        LIGHT,
        DARK
    }

    sealed interface Term permits Leaf, Sum {}

    record Leaf(long value) implements Term {}

    record Sum(Term left, Term right) implements Term {}

    @SuppressWarnings("ArrayRecordComponent") // compared as text
    record Everything(
            boolean flag,
            char letter,
            byte[] bytes,
            long[][] table,
            String[] words,
            Optional<Point> maybe,
            Map<String, List<Point>> places,
            Set<Colour> colours,
            Instant at,
            BigDecimal price,
            Pair<String, LocalDate> pair) {}

    /** What was read without classes, after it was written back as the same bytes. */
    private static <T> Object read(Codec<T> typed, T value) {
        Codec<Object> untyped = TypeText.codec(typed.typeName());
        byte[] bytes = typed.bytes(value);
        Object read = untyped.fromBytes(bytes);
        assertThat(untyped.bytes(read)).as(typed.typeName()).isEqualTo(bytes);
        assertThat(untyped.typeName()).isEqualTo(typed.typeName());
        return read;
    }

    @Test
    void numbers_and_text_are_what_they_are() {
        assertThat(read(Codecs.of(Long.class), 7L)).isEqualTo(7L);
        assertThat(read(Codecs.of(String.class), "pier")).isEqualTo("pier");
        assertThat(read(Codecs.of(Instant.class), Instant.EPOCH)).isEqualTo(Instant.EPOCH);
    }

    @Test
    void record_comes_by_the_names_of_its_components() {
        Object point = read(Codecs.of(Point.class), new Point(3, null));
        assertThat(point).hasToString("Point(x=3, y=null)");
        assertThat(((RecordValue) point).field("x")).isEqualTo(3);
        assertThat(((RecordValue) point).with("y", 4L)).hasToString("Point(x=3, y=4)");
    }

    @Test
    void component_that_is_not_there() {
        RecordValue point = (RecordValue) read(Codecs.of(Point.class), new Point(3, 4L));
        assertThatThrownBy(() -> point.field("z")).hasMessage("a Point has no component 'z'; it has [x, y]");
        assertThatThrownBy(() -> point.with("z", 1)).hasMessage("a Point has no component 'z'; it has [x, y]");
    }

    @Test
    void everything_that_a_record_can_hold() {
        Everything value = new Everything(
                true,
                'c',
                new byte[] {1, 2},
                new long[][] {{1}, {2, 3}},
                new String[] {"a", null},
                Optional.of(new Point(1, 2L)),
                Map.of("k", List.of(new Point(5, null))),
                Set.of(Colour.GREEN),
                Instant.ofEpochSecond(1),
                new BigDecimal("1.50"),
                new Pair<>("a", LocalDate.of(2024, 5, 1)));
        assertThat(read(Codecs.of(Everything.class), value))
                .hasToString(
                        "Everything(flag=true, letter=c, bytes=[1, 2], table=[[1], [2, 3]], words=[a, null], "
                                + "maybe=Optional[Point(x=1, y=2)], places={k=[Point(x=5, y=null)]}, colours=[GREEN], "
                                + "at=1970-01-01T00:00:01Z, price=1.50, pair=Pair<String, LocalDate>(first=a, second=2024-05-01))");
    }

    @Test
    void type_inside_itself() {
        Tree tree = new Tree("root", List.of(new Tree("leaf", List.of()), new Tree("twig", List.of())));
        assertThat(read(Codecs.of(Tree.class), tree))
                .hasToString("Tree(name=root, below=[Tree(name=leaf, below=[]), Tree(name=twig, below=[])])");
        Term term = new Sum(new Leaf(1), new Sum(new Leaf(2), new Leaf(3)));
        assertThat(read(Codecs.of(Term.class), term))
                .hasToString("Sum(left=Leaf(value=1), right=Sum(left=Leaf(value=2), right=Leaf(value=3)))");
    }

    @Test
    void sealed_interface_with_records_and_an_enum() {
        Codec<Shape> shapes = Codecs.of(Shape.class);
        assertThat(read(shapes, new Circle(new Point(1, 2L), 0.5)))
                .hasToString("Circle(centre=Point(x=1, y=2), radius=0.5)");
        assertThat(read(shapes, new Dot())).hasToString("Dot()");
        assertThat(read(shapes, Shade.DARK)).isEqualTo(new EnumValue("Shade", "DARK"));
    }

    @Test
    void generic_record_inside_a_list() {
        Codec<List<Pair<String, Long>>> pairs = Codecs.of(new TypeToken<List<Pair<String, Long>>>() {});
        assertThat(read(pairs, List.of(new Pair<>("a", 1L)))).hasToString("[Pair<String, Long>(first=a, second=1)]");
    }

    @Test
    void values_of_their_own_class_are_written_too() {
        Codec<Everything> typed = Codecs.of(Everything.class);
        Codec<Object> lists = TypeText.codec("List<" + Codecs.of(Point.class).typeName() + ">");
        assertThat(lists.fromBytes(lists.bytes(List.of(new Point(1, 2L))))).hasToString("[Point(x=1, y=2)]");
        Codec<Object> shapes = TypeText.codec(Codecs.of(Shape.class).typeName());
        assertThat(shapes.fromBytes(shapes.bytes(Shade.LIGHT))).hasToString("LIGHT");
        assertThat(typed.typeName()).contains("Optional<Point(x: int, y: Long)>");
    }

    @Test
    void value_of_another_type_is_refused() {
        Codec<Object> longs = TypeText.codec("Long");
        assertThatThrownBy(() -> longs.bytes("seven"))
                .isInstanceOf(CodecException.class)
                .hasMessage("seven can't be written as Long: it is a String; give a value of the type that is stored");
        Codec<Object> points = TypeText.codec("Point(x: int, y: Long, z: int)");
        assertThatThrownBy(() -> points.bytes(new Point(1, 2L)))
                .hasMessage("Point[x=1, y=2] can't be written as Point(x: int, y: Long, z: int): it is a "
                        + "Point(x: int, y: Long); give a value of the type that is stored");
        Codec<Object> colours = TypeText.codec("Colour[RED, GREEN]");
        assertThatThrownBy(() -> colours.bytes("BLUE"))
                .hasMessage("BLUE can't be written as Colour[RED, GREEN]: it is none of [RED, GREEN]; "
                        + "give a value of the type that is stored");
    }

    @Test
    void type_with_a_form_of_its_own_is_named() {
        assertThatThrownBy(() -> TypeText.codec("List<Sketch>"))
                .hasMessage("'Sketch>' in the type 'List<Sketch>' has a form that can't be read without its class; "
                        + "give the class");
    }

    @Test
    void what_has_a_time_to_live_shows_since_when() {
        Codec<Object> longs = TypeText.codec("Long with a time to live");
        RecordValue touched = new RecordValue("Stamped", Map.of("value", 7L, "since", 1000L));
        assertThat(longs.fromBytes(longs.bytes(touched))).hasToString("Stamped(value=7, since=1000)");
    }
}
