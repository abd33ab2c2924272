package dev.tidemark.engine.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.Codecs;
import dev.tidemark.engine.state.codec.TypeToken;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class IntervalBufferTest {
    @SuppressWarnings("unchecked")
    private static final IntervalBufferCodec CODEC =
            IntervalBufferCodec.of((Codec<Object>) (Codec<?>) Codecs.of(Integer.class));

    private final IntervalBuffer buffer = new IntervalBuffer();

    @Test
    void equal_timestamps_stay_in_the_order_of_arrival() {
        buffer.add(5, "a");
        buffer.add(7, "b");
        buffer.add(5, "c");
        buffer.add(7, "d");
        assertThat(buffer).containsExactly(Map.entry(5L, List.of("a", "c")), Map.entry(7L, List.of("b", "d")));
    }

    @Test
    void range_holds_both_ends() {
        for (long time : new long[] {1, 3, 3, 5}) {
            buffer.add(time, time);
        }
        assertThat(values(1, 3)).containsExactly(1L, 3L, 3L);
        assertThat(values(2, 4)).containsExactly(3L, 3L);
        assertThat(values(Long.MIN_VALUE, Long.MAX_VALUE)).containsExactly(1L, 3L, 3L, 5L);
    }

    @Test
    void range_whose_end_lies_before_its_beginning_holds_nothing() {
        buffer.add(3, "a");
        assertThat(values(4, 2)).isEmpty();
        assertThat(values(Long.MAX_VALUE, Long.MIN_VALUE)).isEmpty();
    }

    @Test
    void removing_a_timestamp_that_is_not_there_changes_nothing() {
        buffer.add(3, "a");
        buffer.removeAt(4);
        assertThat(buffer).containsExactly(Map.entry(3L, List.of("a")));
    }

    @Test
    void iterating_too_far_is_an_error() {
        buffer.add(3, "a");
        Iterator<Map.Entry<Long, List<Object>>> entries = buffer.entrySet().iterator();
        entries.next();
        assertThatThrownBy(entries::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void form_is_that_of_a_map() {
        buffer.add(3, 1);
        buffer.add(2, 2);
        buffer.add(3, 3);
        Codec<Map<Long, List<Integer>>> map = Codecs.of(new TypeToken<Map<Long, List<Integer>>>() {});
        assertThat(map.fromBytes(CODEC.bytes(buffer)))
                .containsExactly(Map.entry(2L, List.of(2)), Map.entry(3L, List.of(1, 3)));
        assertThat(CODEC.typeName()).isEqualTo(map.typeName());
    }

    @Test
    void agrees_with_a_map_of_lists_over_random_operations() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            IntervalBuffer mixed = new IntervalBuffer();
            TreeMap<Long, List<Object>> expected = new TreeMap<>();
            for (int i = 0; i < 300; i++) {
                long time = i / 4 + random.nextLong(20);
                if (random.nextInt(3) > 0) {
                    mixed.add(time, i);
                    expected.computeIfAbsent(time, any -> new ArrayList<>()).add(i);
                } else {
                    long gone = random.nextBoolean() || expected.isEmpty() ? time : expected.firstKey();
                    mixed.removeAt(gone);
                    expected.remove(gone);
                }
                assertThat(mixed.size()).isEqualTo(expected.size());
                assertThat(mixed.isEmpty()).isEqualTo(expected.isEmpty());
            }
            assertThat(List.copyOf(mixed.entrySet())).as("seed " + seed).isEqualTo(List.copyOf(expected.entrySet()));
            assertThat(List.copyOf(CODEC.copy(mixed).entrySet()))
                    .as("copy, seed " + seed)
                    .isEqualTo(List.copyOf(expected.entrySet()));
        }
    }

    private List<Object> values(long from, long to) {
        List<Object> values = new ArrayList<>();
        for (int i = buffer.from(from); buffer.until(i, to); i++) {
            values.add(buffer.value(i));
        }
        return values;
    }
}
