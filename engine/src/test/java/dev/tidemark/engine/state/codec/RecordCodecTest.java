package dev.tidemark.engine.state.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordCodecTest {
    record Quake(@Nullable String id, double mag) {}

    private record Place(double lat, double lon, @Nullable Instant seen) {}

    private record Report(Quake quake, @Nullable Place place, List<String> tags, Optional<Place> other) {}

    record Pair<A, B>(A left, B right) {}

    record Tree(String name, List<Tree> children) {}

    record Chain(long value, @Nullable Chain next) {}

    record Marker() {}

    record All(boolean a, byte b, short c, char d, int e, long f, float g, double h) {}

    record Version(int major, int minor) implements Comparable<Version> {
        @Override
        public int compareTo(Version other) {
            return Integer.compare(major, other.major);
        }
    }

    record Positive(int value) {
        Positive {
            if (value <= 0) {
                throw new IllegalArgumentException(value + " is not positive");
            }
        }
    }

    record Wide(Map<String, Long> counts) {}

    @Test
    void a_record_is_its_components_in_order() {
        byte[] form = Codecs.of(Quake.class).bytes(new Quake("ak1", 2.3));

        assertThat(HexFormat.of().formatHex(form)).isEqualTo("616bb14002666666666666");
    }

    @Test
    void records_in_records_come_back_equal() {
        Report report =
                new Report(new Quake(null, -0.0), new Place(1, 2, null), List.of("a", "é", "\uD83D"), Optional.empty());
        Codec<Report> codec = Codecs.of(Report.class);

        assertThat(codec.fromBytes(codec.bytes(report))).isEqualTo(report);
    }

    @Test
    void every_primitive_component_comes_back() {
        All all = new All(true, (byte) -1, (short) -2, '\uFFFF', Integer.MIN_VALUE, Long.MAX_VALUE, 1.5f, Double.NaN);
        Codec<All> codec = Codecs.of(All.class);

        assertThat(codec.fromBytes(codec.bytes(all))).isEqualTo(all);
    }

    @Test
    void a_generic_record_takes_its_arguments_from_the_token() {
        Codec<Pair<String, List<Pair<Long, Quake>>>> codec = Codecs.of(new TypeToken<>() {});
        Pair<String, List<Pair<Long, Quake>>> pair = new Pair<>("x", List.of(new Pair<>(1L, new Quake("q", 1))));

        assertThat(codec.fromBytes(codec.bytes(pair))).isEqualTo(pair);
        assertThat(codec.typeName())
                .isEqualTo("Pair<String, List<Pair<Long, Quake>>>(left: String, "
                        + "right: List<Pair<Long, Quake>(left: Long, right: Quake(id: String, mag: double))>)");
    }

    @Test
    void a_record_may_contain_itself() {
        Codec<Tree> trees = Codecs.of(Tree.class);
        Tree tree = new Tree("root", List.of(new Tree("leaf", List.of()), new Tree("leaf", List.of())));
        Codec<Chain> chains = Codecs.of(Chain.class);
        Chain chain = new Chain(1, new Chain(2, null));

        assertThat(trees.fromBytes(trees.bytes(tree))).isEqualTo(tree);
        assertThat(chains.fromBytes(chains.bytes(chain))).isEqualTo(chain);
        assertThat(trees.typeName()).isEqualTo("Tree(name: String, children: List<Tree>)");
        assertThat(trees.immutable()).isFalse();
        assertThat(chains.immutable()).isTrue();
    }

    @Test
    void a_record_without_components_has_no_bytes_and_can_stand_in_a_list() {
        Codec<List<Marker>> codec = Codecs.of(new TypeToken<>() {});

        assertThat(Codecs.of(Marker.class).bytes(new Marker())).isEmpty();
        assertThat(codec.fromBytes(codec.bytes(List.of(new Marker(), new Marker()))))
                .containsExactly(new Marker(), new Marker());
    }

    @Test
    void copying_an_immutable_record_gives_the_record_itself() {
        Quake quake = new Quake("a", 1);

        assertThat(Codecs.of(Quake.class).copy(quake)).isSameAs(quake);
    }

    @Test
    void copying_a_record_with_a_map_shares_nothing() {
        Map<String, Long> counts = new LinkedHashMap<>(Map.of("a", 1L));
        Wide copy = Codecs.of(Wide.class).copy(new Wide(counts));
        counts.put("b", 2L);

        assertThat(copy.counts()).containsOnlyKeys("a");
    }

    @Test
    void a_map_in_hash_order_has_the_bytes_of_the_same_map_in_any_other_hash_order() {
        Codec<Map<Quake, Long>> codec = Codecs.of(new TypeToken<>() {});
        Map<Quake, Long> small = new HashMap<>();
        Map<Quake, Long> large = new HashMap<>(1 << 12);
        for (int i = 0; i < 100; i++) {
            small.put(new Quake("q" + i, i), (long) i);
            large.put(new Quake("q" + (99 - i), 99 - i), 99L - i);
        }

        assertThat(codec.bytes(small)).isEqualTo(codec.bytes(large)).isEqualTo(codec.bytes(Map.copyOf(small)));
    }

    @Test
    void a_linked_map_and_a_linked_set_keep_their_order() {
        Codec<Pair<Map<String, Integer>, Set<String>>> codec = Codecs.of(new TypeToken<>() {});
        Map<String, Integer> map = new LinkedHashMap<>();
        map.put("z", 1);
        map.put("a", null);
        Set<String> set = new java.util.LinkedHashSet<>(Arrays.asList("z", null, "a"));

        Pair<Map<String, Integer>, Set<String>> back = codec.fromBytes(codec.bytes(new Pair<>(map, set)));

        assertThat(back.left().entrySet()).containsExactlyElementsOf(map.entrySet());
        assertThat(back.right()).containsExactlyElementsOf(set);
    }

    @Test
    void records_are_ordered_by_their_bytes_unless_they_are_comparable() {
        assertThat(Codecs.of(Marker.class).order().compare(new Marker(), new Marker()))
                .isZero();
        assertThat(Codecs.of(Version.class).order().compare(new Version(-1, 9), new Version(1, 0)))
                .isNegative();
        assertThat(Codecs.of(Version.class).order().compare(new Version(1, 1), new Version(1, 2)))
                .isNegative();
        assertThat(Codecs.of(Positive.class).order().compare(new Positive(1), new Positive(2)))
                .isNegative();
    }

    @Test
    void a_constructor_that_refuses_the_bytes_is_named() {
        assertThatThrownBy(() -> Codecs.of(Positive.class).fromBytes(new byte[] {(byte) 0x80}))
                .isInstanceOf(CodecException.class)
                .hasMessage("the constructor of Positive refused the values that begin at offset 0: 0 is not positive");
    }

    @Test
    void bytes_behind_the_value_are_an_error() {
        assertThatThrownBy(() -> Codecs.of(Positive.class).fromBytes(new byte[] {(byte) 0x81, 7}))
                .hasMessage("a Positive(value: int) ends at offset 1, but 1 more bytes follow; "
                        + "the bytes were written for another type");
    }

    @Test
    void a_truncated_record_names_the_offset() {
        byte[] form = Codecs.of(Quake.class).bytes(new Quake("ak1", 2.3));

        assertThatThrownBy(() -> Codecs.of(Quake.class).fromBytes(Arrays.copyOf(form, 9)))
                .hasMessage("the bytes end at offset 9, but a double of 8 bytes begins at offset 3; "
                        + "they are cut off or were written for another type");
        assertThatThrownBy(() -> Codecs.of(Quake.class).fromBytes(Arrays.copyOf(form, 2)))
                .hasMessage("the bytes end at offset 2, but a String of 3 bytes begins at offset 0; "
                        + "they are cut off or were written for another type");
    }
}
