package dev.tidemark.engine.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.Codecs;
import dev.tidemark.engine.window.TimeWindow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A queue of timers does what a sorted set does. */
class TimerQueueTest {
    private static final int OPERATIONS = 20_000;

    /** A key that has no order of its own. */
    record Pair(int left, String right) {}

    private record Timer<K>(K key, TimeWindow window, long time) {}

    @Test
    void keys_that_are_numbers() {
        compare(Long.class, i -> (i - 20L) * 1_000_000_007L);
        compare(Integer.class, i -> (i - 20) * 100_000_007);
    }

    @Test
    void keys_that_are_texts() {
        compare(String.class, i -> "\uffff€abcd".substring(i % 3, i % 3 + i % 4) + "\0".repeat(i % 2) + i % 5);
    }

    @Test
    void keys_that_are_equal_only_in_their_order() {
        compare(BigDecimal.class, i -> BigDecimal.valueOf(i / 2).setScale(i % 2));
    }

    @Test
    void keys_without_an_order() {
        compare(Pair.class, i -> new Pair(i % 3, "x" + i));
    }

    @Test
    @SuppressWarnings("unchecked")
    void when_most_timers_are_deleted_the_others_fire_in_their_order() {
        Codec<Comparable<?>> windows = (Codec<Comparable<?>>) (Codec<?>) Codecs.of(TimeWindow.class);
        TimerQueue<Long> queue = new TimerQueue<>(Codecs.of(Long.class), windows);
        TimeWindow window = new TimeWindow(0, 10);
        List<Long> times = new ArrayList<>(LongStream.range(0, 300).boxed().toList());
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(times, new Random(seed));
            times.forEach(time -> queue.add(time % 7, window, time));
            times.stream().filter(time -> time % 5 != 0).forEach(time -> queue.remove(time % 7, window, time));
            for (long time = 0; time < 300; time += 5) {
                assertThat(queue.nextTime()).isEqualTo(time);
                assertThat(queue.pollUntil(300)).isEqualTo(new TimerEntry<>(time % 7, window, time));
            }
            assertThat(queue.pollUntil(300)).isNull();
            queue.add(1L, window, 1);
            queue.remove(1L, window, 1);
            assertThat(queue.size()).isZero();
        }
    }

    private static <K> void compare(Class<K> type, IntFunction<K> keys) {
        for (int deletions = 1; deletions < 10; deletions += 4) {
            compare(Codecs.of(type), keys, deletions, new Random(deletions));
        }
    }

    @SuppressWarnings("unchecked")
    private static <K> void compare(Codec<K> codec, IntFunction<K> keys, int deletions, Random random) {
        Codec<Comparable<?>> windows = (Codec<Comparable<?>>) (Codec<?>) Codecs.of(TimeWindow.class);
        TimerQueue<K> queue = new TimerQueue<>(codec, windows);
        TreeSet<Timer<K>> expected = new TreeSet<>(Comparator.<Timer<K>>comparingLong(Timer::time)
                .thenComparing(Timer::key, codec.order())
                .thenComparing(Timer::window));
        for (int i = 0; i < OPERATIONS; i++) {
            Timer<K> timer = new Timer<>(
                    keys.apply(random.nextInt(40)),
                    new TimeWindow(random.nextInt(3), random.nextInt(3) + 10L),
                    random.nextInt(20) - 10L);
            int operation = random.nextInt(20);
            if (operation < deletions) {
                assertThat(queue.remove(timer.key(), timer.window(), timer.time()) != null)
                        .isEqualTo(expected.remove(timer));
            } else if (operation == 19) {
                long until = random.nextInt(20) - 10L;
                TimerEntry<K> first = queue.pollUntil(until);
                boolean any = !expected.isEmpty() && expected.first().time() <= until;
                assertThat(first == null ? null : timer(first)).isEqualTo(any ? expected.pollFirst() : null);
            } else {
                assertThat(queue.add(timer.key(), timer.window(), timer.time()) != null)
                        .isEqualTo(expected.add(timer));
            }
            assertThat(queue.size()).isEqualTo(expected.size());
            assertThat(queue.nextTime())
                    .isEqualTo(
                            expected.isEmpty()
                                    ? Long.MAX_VALUE
                                    : expected.first().time());
        }
        assertThat(timers(queue)).containsExactlyElementsOf(expected);
        assertThat(timers(copy(queue, new TimerQueue<>(codec, windows)))).containsExactlyElementsOf(expected);
    }

    private static <K> Timer<K> timer(TimerEntry<K> entry) {
        return new Timer<>(entry.key(), (TimeWindow) entry.namespace(), entry.timestamp());
    }

    private static <K> List<Timer<K>> timers(TimerQueue<K> queue) {
        return queue.list().stream().map(TimerQueueTest::timer).toList();
    }

    private static <K> TimerQueue<K> copy(TimerQueue<K> from, TimerQueue<K> to) {
        ByteSink out = new ByteSink();
        out.writeLength(from.size());
        from.list().forEach(timer -> from.write(timer, out));
        to.restore(new ByteSource(out.toBytes()));
        return to;
    }
}
