package dev.tidemark.engine.state.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What was stored as a type of {@link Then} is read as the type of the same name in {@link Now}. */
@SuppressWarnings("JdkObsolete") // a queue is read back as a linked list
class EvolutionTest {
    record Empty() {}

    @Test
    void components_are_added_removed_reordered_renamed_and_widened() {
        Then.Quake then = new Then.Quake("ak1", 7, 1.5f, "ak", Then.Colour.RED);

        assertThat(read(Codecs.of(Then.Quake.class), then, Codecs.of(Now.Quake.class)))
                .isEqualTo(new Now.Quake(
                        Now.Colour.CRIMSON, 1.5, "ak1", 7L, false, null, Optional.empty(), OptionalInt.empty(), "??"));
    }

    @Test
    void a_record_evolves_inside_lists_maps_options_and_arrays() {
        Then.Place then = new Then.Place(3, "note", new long[] {4});
        Then.Holder holder = new Then.Holder(
                Arrays.asList(then, null), Map.of("a", then), Optional.of(then), new Then.Place[] {then}, then, 9);

        Now.Holder now = read(Codecs.of(Then.Holder.class), holder, Codecs.of(Now.Holder.class));

        assertThat(now.places())
                .extracting(place -> place == null ? -1L : place.x())
                .containsExactly(3L, -1L);
        assertThat(now.byName().firstEntry().getValue().readings()).containsExactly(4);
        assertThat(now.first().orElseThrow().x()).isEqualTo(3);
        assertThat(now.array()[0].x()).isEqualTo(3);
        assertThat(now.direct().x()).isEqualTo(3);
        assertThat(now.tail()).isEqualTo(9);
    }

    @Test
    void a_sealed_interface_gains_and_renames_variants() {
        Codec<Then.Event> then = Codecs.of(Then.Event.class);
        Codec<Now.Event> now = Codecs.of(Now.Event.class);

        assertThat(read(then, new Then.Opened(5), now)).isEqualTo(new Now.Opened(5, 0));
        assertThat(read(then, new Then.Shut("rain"), now)).isEqualTo(new Now.Closed("rain"));
    }

    @Test
    void a_variant_that_is_gone_is_named_where_it_stands() {
        StoredReader<Then.Event> reader =
                Codecs.of(Then.Event.class).reading(StoredShape.parse("Event{Opened(by: byte) | Moved(x: int)}"));

        assertThat(reader.read(new ByteSource(new byte[] {0, 3}))).isEqualTo(new Then.Opened(3));
        assertThatThrownBy(() -> reader.read(new ByteSource(new byte[] {1, (byte) 0x81})))
                .hasMessage("at offset 0 stands 'Moved', but Event permits [Opened, Shut]; permit it again, "
                        + "or annotate what it is called now with @FormerName(\"Moved\")");
    }

    @Test
    void a_constant_that_is_gone_is_named() {
        assertThatThrownBy(() -> read(Codecs.of(Now.Colour.class), Now.Colour.BLUE, Codecs.of(Then.Colour.class)))
                .hasMessage("'BLUE' is no constant of Colour, which has [RED, GREEN]; keep it, "
                        + "or annotate what it is called now with @FormerName(\"BLUE\")");
    }

    @Test
    void a_record_inside_itself_evolves() {
        Then.Tree leaf = new Then.Tree("leaf", List.of(), 1);

        assertThat(read(
                        Codecs.of(Then.Tree.class),
                        new Then.Tree("root", List.of(leaf, leaf), 2),
                        Codecs.of(Now.Tree.class)))
                .isEqualTo(new Now.Tree(
                        List.of(new Now.Tree(List.of(), "leaf"), new Now.Tree(List.of(), "leaf")), "root"));
    }

    @Test
    void numbers_widen_where_nothing_is_lost() {
        Then.Narrow then = new Then.Narrow((byte) -1, (short) 2, Integer.MIN_VALUE, 0.1f, 5, 6);

        assertThat(read(Codecs.of(Then.Narrow.class), then, Codecs.of(Now.Narrow.class)))
                .isEqualTo(new Now.Narrow(-1, 2.0, Integer.MIN_VALUE, (double) 0.1f, 5, 6));
    }

    @Test
    void a_long_is_no_double_and_no_int_since_digits_could_be_lost() {
        for (Class<?> narrower : List.of(Integer.class, Double.class, Float.class, String.class)) {
            assertThatThrownBy(() -> Codecs.of(narrower).reading(StoredShape.parse("Long")))
                    .hasMessage("Long was written as Long and cannot be read as " + narrower.getSimpleName()
                            + "; give it its former type, or another name, which begins without what was stored");
        }
        assertThatThrownBy(() -> Codecs.of(Float.class).reading(StoredShape.parse("Integer")))
                .hasMessageStartingWith("Integer was written as Integer and cannot be read as Float");
    }

    @Test
    void null_where_a_primitive_is_now_is_an_error_that_names_the_component() {
        Codec<Now.Narrow> then = Codecs.of(Now.Narrow.class);
        Now.Narrow withNull = new Now.Narrow(1, 2, 3, 4, 5, null);
        Codec<Then.Narrow> stored = Codecs.of(Then.Narrow.class);

        assertThatThrownBy(() -> read(then, withNull, stored))
                .hasMessageStartingWith("Narrow.a was written as int and cannot be read as byte");
        assertThatThrownBy(() -> Codecs.of(Now.Text.class)
                        .reading(StoredShape.parse("Text(value: Long)"))
                        .read(new ByteSource(new byte[] {0})))
                .hasMessage("Text.value was written as Long and is null here, but is long now; "
                        + "keep the type that can be null");
    }

    @Test
    void what_cannot_be_read_names_record_component_and_both_types() {
        assertThatThrownBy(() -> Codecs.of(Now.Text.class)
                        .reading(StoredShape.parse(Codecs.of(Then.Text.class).typeName())))
                .isInstanceOf(CodecException.class)
                .hasMessage("Text.value was written as String and cannot be read as long; "
                        + "give it its former type, or another name, which begins without what was stored");
    }

    @Test
    void another_record_is_refused_unless_it_says_that_it_is_the_same() {
        StoredShape old = StoredShape.parse(Codecs.of(Then.Old.class).typeName());

        assertThatThrownBy(() -> Codecs.of(Now.New.class).reading(old))
                .hasMessage("Old was written as Old(value: int) and cannot be read as New; "
                        + "if that is its new name, annotate it with @FormerName(\"Old\")");
        assertThat(read(Codecs.of(Then.Old.class), new Then.Old(3), Codecs.of(Now.Renamed.class)))
                .isEqualTo(new Now.Renamed(3));
    }

    @Test
    void whatever_was_removed_is_stepped_over() {
        Then.Place place = new Then.Place(1, "n", new long[] {1, 2});
        Then.Gone then = new Then.Gone(
                new LinkedHashMap<>(Map.of("a", List.of(Optional.of(place), Optional.empty()))),
                new Then.Tree("t", List.of(new Then.Tree("u", List.of(), 1)), 2),
                new Then.Shut("x"),
                Then.Colour.GREEN,
                new Then.Place[] {place},
                77);

        assertThat(read(Codecs.of(Then.Gone.class), then, Codecs.of(Now.Gone.class)))
                .isEqualTo(new Now.Gone(77));
    }

    @Test
    void a_default_from_a_method_that_is_not_there_is_refused_before_anything_is_read() {
        assertThatThrownBy(() -> Codecs.of(Now.Positive.class).reading(StoredShape.parse("Positive()")))
                .hasMessage("Positive.value takes its default from 'none', which is no method of Positive that fits; "
                        + "write static int none()");
    }

    @Test
    void a_constructor_that_refuses_the_defaults_is_named() {
        StoredReader<Now.Checked> reader = Codecs.of(Now.Checked.class).reading(StoredShape.parse("Checked()"));

        assertThatThrownBy(() -> reader.read(new ByteSource(new byte[0])))
                .hasMessageStartingWith(
                        "the constructor of Checked refused what was stored at offset 0, with the defaults of [names]: ");
    }

    @Test
    void a_list_may_become_a_queue_but_not_a_set() {
        Codec<List<Integer>> then = Codecs.of(new TypeToken<>() {});

        assertThat(read(then, List.of(2, 1), Codecs.of(new TypeToken<Queue<Long>>() {})))
                .isEqualTo(new LinkedList<>(List.of(2L, 1L)));
        assertThatThrownBy(() -> read(then, List.of(1), Codecs.of(new TypeToken<Set<Integer>>() {})))
                .hasMessageStartingWith("List was written as List<Integer> and cannot be read as Set<Integer>");
    }

    @Test
    void every_type_name_is_a_shape_and_its_values_can_be_stepped_over() {
        Codec<RandomValues.Everything> codec = Codecs.of(RandomValues.Everything.class);
        StoredShape shape = StoredShape.parse(codec.typeName());
        for (int seed = 0; seed < 300; seed++) {
            ByteSource in = new ByteSource(codec.bytes(new RandomValues(seed).everything()));
            shape.skip(in);

            assertThat(in.remaining()).as("seed %d", seed).isZero();
        }
    }

    @Test
    void every_value_can_be_read_component_by_component() {
        Codec<RandomValues.Everything> codec = Codecs.of(RandomValues.Everything.class);
        StoredShape shape = StoredShape.parse(codec.typeName().replaceFirst("colour: ", "tint: "));
        StoredReader<RandomValues.Everything> reader = codec.reading(shape);
        for (int seed = 0; seed < 300; seed++) {
            RandomValues.Everything value = new RandomValues(seed).everything();
            RandomValues.Everything read = reader.read(new ByteSource(codec.bytes(value)));

            assertThat(read.colour()).isNull();
            assertThat(read)
                    .as("seed %d", seed)
                    .isEqualTo(new RandomValues.Everything(
                            value.numbers(),
                            value.times(),
                            value.containers(),
                            value.figure(),
                            value.tree(),
                            null,
                            value.pair()));
        }
    }

    @Test
    void a_name_that_no_codec_prints_is_refused() {
        assertThatThrownBy(() -> StoredShape.parse("Quake(id: String"))
                .hasMessage(
                        "'Quake(id: String' is no type as codecs print it: at offset 16 stands '', where ', ' must be");
        assertThatThrownBy(() -> StoredShape.parse("List<Long> "))
                .hasMessageEndingWith("at offset 10 stands ' ', where nothing more must be");
    }

    @Test
    void one_kind_of_map_is_read_as_another() {
        assertThat(Codecs.of(new TypeToken<Map<String, Empty>>() {})
                        .reading(StoredShape.parse("TreeMap<String, Empty()>"))
                        .read(new ByteSource(new byte[] {1, (byte) 0x81, 'a', 1})))
                .isEqualTo(new TreeMap<>(Map.of("a", new Empty())));
    }

    private static <A, B> B read(Codec<A> then, A value, Codec<B> now) {
        ByteSource in = new ByteSource(then.bytes(value));
        B read = now.reading(StoredShape.parse(then.typeName())).read(in);
        assertThat(in.remaining()).as("what is left of the bytes").isZero();
        return read;
    }
}
