package dev.tidemark.engine.state.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@SuppressWarnings("JdkObsolete") // linked lists are what is tested
class CollectionsTest {
    enum Colour {
        RED,
        GREEN,
        BLUE
    }

    record Point(int x, int y) {}

    record Kinds(
            Collection<String> collection,
            Queue<Integer> queue,
            Deque<List<Long>> deque,
            LinkedList<String> linked,
            SortedSet<String> sorted,
            NavigableSet<Long> navigable,
            TreeSet<Colour> tree,
            EnumSet<Colour> colours,
            SortedMap<Integer, Point> byNumber,
            NavigableMap<String, Deque<Colour>> byName,
            TreeMap<Long, Long> treeMap,
            EnumMap<Colour, Set<Point>> byColour) {}

    private final Codec<Kinds> codec = Codecs.of(Kinds.class);

    @Test
    void what_is_read_equals_what_was_written() {
        for (int seed = 0; seed < 1_000; seed++) {
            Kinds value = random(seed);

            assertThat(codec.fromBytes(codec.bytes(value))).as("seed %d", seed).isEqualTo(value);
        }
    }

    @Test
    void equal_values_have_equal_bytes() {
        for (int seed = 0; seed < 200; seed++) {
            byte[] once = codec.bytes(random(seed));

            assertThat(codec.bytes(random(seed))).isEqualTo(once);
            assertThat(codec.bytes(codec.fromBytes(once))).isEqualTo(once);
        }
    }

    @Test
    void an_array_deque_comes_back_as_one() {
        Codec<ArrayDeque<Integer>> deques = Codecs.of(new TypeToken<>() {});

        assertThat(deques.fromBytes(deques.bytes(new ArrayDeque<>(List.of(2, 1)))))
                .isInstanceOf(ArrayDeque.class)
                .containsExactly(2, 1);
    }

    @Test
    void null_where_a_collection_takes_none_is_damage() {
        Codec<ArrayDeque<Byte>> deques = Codecs.of(new TypeToken<>() {});
        Codec<SortedMap<Byte, Byte>> maps = Codecs.of(new TypeToken<>() {});

        assertThatThrownBy(() -> deques.fromBytes(new byte[] {0x7F, 0}))
                .hasMessage("a ArrayDeque<Byte> cannot hold null; "
                        + "the bytes are damaged or were written for another type");
        assertThatThrownBy(() -> maps.fromBytes(new byte[] {1, 0, 0}))
                .hasMessage("a SortedMap<Byte, Byte> cannot hold a null key; "
                        + "the bytes are damaged or were written for another type");
    }

    @Test
    void a_collection_in_hash_order_has_the_bytes_of_the_same_one_in_another_order() {
        Codec<Collection<String>> collections = Codecs.of(new TypeToken<>() {});

        assertThat(collections.bytes(new HashSet<>(List.of("b", "a", "c"))))
                .isEqualTo(collections.bytes(Set.of("c", "b", "a")));
    }

    @Test
    void a_comparator_of_ones_own_is_refused() {
        Codec<SortedSet<String>> sets = Codecs.of(new TypeToken<>() {});
        Codec<SortedMap<String, Long>> maps = Codecs.of(new TypeToken<>() {});

        assertThatThrownBy(() -> sets.bytes(new TreeSet<>(Comparator.reverseOrder())))
                .hasMessage(
                        "a SortedSet<String> with a comparator of its own cannot be written, since a comparator has "
                                + "no bytes; use the natural order, or write List<String>");
        assertThatThrownBy(() -> maps.bytes(new TreeMap<>(Comparator.reverseOrder())))
                .hasMessage(
                        "a SortedMap<String, Long> with a comparator of its own cannot be written, since a comparator "
                                + "has no bytes; use the natural order, or write Map, which keeps the order of its entries");
        assertThat(sets.bytes(new TreeSet<>(Comparator.naturalOrder()))).isEqualTo(sets.bytes(new TreeSet<>()));
    }

    @Test
    void a_priority_queue_is_refused() {
        Codec<Queue<Long>> queues = Codecs.of(new TypeToken<>() {});

        assertThatThrownBy(() -> queues.bytes(new PriorityQueue<>(List.of(2L, 1L))))
                .hasMessage(
                        "a Queue<Long> that is a PriorityQueue cannot be written, since it would come back as one in "
                                + "the order of arrival; write SortedSet<Long>, or a List");
    }

    @Test
    void elements_without_a_natural_order_cannot_be_sorted() {
        assertThatThrownBy(() -> Codecs.of(new TypeToken<SortedSet<Point>>() {}))
                .hasMessage("SortedSet<Point>: SortedSet<Point> cannot be written; "
                        + "Point has no natural order; make it Comparable, or write List, Set or Map");
    }

    private static Kinds random(long seed) {
        Random random = new Random(seed);
        List<String> words = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            words.add("w" + random.nextInt(9));
            numbers.add(random.nextLong());
        }
        EnumSet<Colour> colours = EnumSet.noneOf(Colour.class);
        EnumMap<Colour, Set<Point>> byColour = new EnumMap<>(Colour.class);
        SortedMap<Integer, Point> byNumber = new TreeMap<>();
        for (Colour colour : Colour.values()) {
            if (random.nextBoolean()) {
                colours.add(colour);
                byColour.put(colour, Set.of(new Point(random.nextInt(), 1), new Point(2, random.nextInt())));
                byNumber.put(random.nextInt(), new Point(3, 4));
            }
        }
        NavigableMap<String, Deque<Colour>> byName = new TreeMap<>();
        TreeMap<Long, Long> treeMap = new TreeMap<>();
        words.forEach(word -> byName.put(word, new LinkedList<>(colours)));
        numbers.forEach(number -> treeMap.put(number, -number));
        Queue<Integer> queue = new LinkedList<>(Arrays.asList(null, random.nextInt()));
        return new Kinds(
                new ArrayList<>(words),
                queue,
                new LinkedList<>(List.of(numbers)),
                new LinkedList<>(words),
                new TreeSet<>(words),
                new TreeSet<>(numbers),
                new TreeSet<>(colours),
                colours,
                byNumber,
                byName,
                treeMap,
                byColour);
    }
}
