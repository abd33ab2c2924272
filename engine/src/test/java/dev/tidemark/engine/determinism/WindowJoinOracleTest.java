package dev.tidemark.engine.determinism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Emission;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.determinism.TwoStreams.Amount;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.timeline.Statement;
import dev.tidemark.engine.window.SessionWindows;
import dev.tidemark.engine.window.SlidingWindows;
import dev.tidemark.engine.window.TimeWindow;
import dev.tidemark.engine.window.TumblingWindows;
import dev.tidemark.engine.window.WindowAssigner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Window joins and coGroups against naive windows, on random elements and watermarks of two streams. */
class WindowJoinOracleTest {
    private static final int CASES = 150;

    /** What a window held of each side, as it came to the function. */
    record Groups(String key, List<Long> left, List<Long> right) {}

    @Test
    @Statement({119, 120, 121})
    void tumbling_window_joins_agree_with_their_definition() {
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            long size = random.nextLong(1, 31);
            long lateness = random.nextBoolean() ? random.nextLong(20) : 0;
            compare(seed, TumblingWindows.of(ms(size)), lateness, NaiveWindows.sliding(size, size, lateness));
        }
    }

    @Test
    @Statement({119, 120, 121})
    void sliding_window_joins_agree_with_their_definition() {
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            long size = random.nextLong(1, 31);
            long slide = random.nextLong(1, 31);
            long lateness = random.nextBoolean() ? random.nextLong(20) : 0;
            compare(
                    seed,
                    SlidingWindows.of(ms(size), ms(slide)),
                    lateness,
                    NaiveWindows.sliding(size, slide, lateness));
        }
    }

    @Test
    @Statement({119, 120, 121})
    void session_window_joins_agree_with_their_definition() {
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            long gap = random.nextLong(1, 11);
            long lateness = random.nextBoolean() ? random.nextLong(20) : 0;
            compare(seed, SessionWindows.withGap(ms(gap)), lateness, NaiveWindows.sessions(gap, lateness));
        }
    }

    private static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }

    /** Join and coGroup over the same windows; the oracle sees the right side's values as negative ones. */
    private static void compare(
            long seed, WindowAssigner<Object, TimeWindow> assigner, long lateness, NaiveWindows naive) {
        Pipeline pipeline = Pipeline.create("window joins");
        DataStream<Amount> left = TwoStreams.side(pipeline, "left");
        DataStream<Amount> right = TwoStreams.side(pipeline, "right");
        left.join(right)
                .where(Amount::key)
                .equalTo(Amount::key)
                .window(assigner)
                .allowedLateness(ms(lateness))
                .apply((one, two) -> one.key() + " " + one.value() + "+" + two.value())
                .name("join")
                .collect("pairs");
        left.coGroup(right)
                .where(Amount::key)
                .equalTo(Amount::key)
                .window(assigner)
                .allowedLateness(ms(lateness))
                .apply((Iterable<Amount> ones, Iterable<Amount> twos, Output<Groups> out) ->
                        out.collect(groups(ones, twos)))
                .returns(Groups.class)
                .name("co-group")
                .collect("groups");
        Simulation run = TwoStreams.play(seed, pipeline, new TwoStreams.Oracle() {
            @Override
            public void element(int side, String key, long value, long timestamp) {
                naive.element(key, side == 0 ? value : -value, timestamp);
            }

            @Override
            public void watermark(long to) {
                naive.watermark(to);
            }
        });
        String where = assigner + ", lateness " + lateness + ", seed " + seed;
        boolean sessions = assigner.merging();
        assertThat(byWindow(run, "groups", sessions)).as("groups, " + where).isEqualTo(expectedGroups(naive, sessions));
        assertThat(byWindow(run, "pairs", sessions)).as("pairs, " + where).isEqualTo(expectedPairs(naive, sessions));
        assertThat(run.droppedLate("join")).as("late, " + where).isEqualTo(naive.late());
        assertThat(run.droppedLate("co-group")).as("late, " + where).isEqualTo(naive.late());
    }

    private static Groups groups(Iterable<Amount> left, Iterable<Amount> right) {
        String key =
                (left.iterator().hasNext() ? left : right).iterator().next().key();
        List<Long> ones = new ArrayList<>();
        List<Long> twos = new ArrayList<>();
        left.forEach(each -> ones.add(each.value()));
        right.forEach(each -> twos.add(each.value()));
        return new Groups(key, ones, twos);
    }

    /** The results by key and the window's last millisecond, in order; where sessions leave an order open, sorted. */
    private static Map<String, List<String>> byWindow(Simulation run, String sink, boolean sessions) {
        Map<String, List<String>> results = new TreeMap<>();
        for (Emission<Object> emission : run.output(sink)) {
            String text;
            String key;
            if (emission.value() instanceof Groups groups) {
                key = groups.key();
                text = sessions
                        ? text(sorted(groups.left()), sorted(groups.right()))
                        : text(groups.left(), groups.right());
            } else {
                String[] words = String.valueOf(emission.value()).split(" ", -1);
                key = words[0];
                text = words[1];
            }
            results.computeIfAbsent(key + " " + emission.timestamp(), any -> new ArrayList<>())
                    .add(text);
        }
        if (sessions) {
            results.values().forEach(list -> list.sort(null));
        }
        return results;
    }

    private static List<Long> sorted(List<Long> values) {
        return values.stream().sorted().toList();
    }

    private static String text(List<Long> left, List<Long> right) {
        return left + " " + right;
    }

    private static Map<String, List<String>> expectedGroups(NaiveWindows naive, boolean sessions) {
        Map<String, List<String>> groups = new TreeMap<>();
        naive.fired()
                .forEach((window, firings) ->
                        firings.forEach(firing -> groups.computeIfAbsent(keyAndLast(window), any -> new ArrayList<>())
                                .add(text(side(firing, 1, sessions), side(firing, -1, sessions)))));
        if (sessions) {
            groups.values().forEach(list -> list.sort(null));
        }
        return groups;
    }

    private static Map<String, List<String>> expectedPairs(NaiveWindows naive, boolean sessions) {
        Map<String, List<String>> pairs = new TreeMap<>();
        naive.fired().forEach((window, firings) -> {
            for (String firing : firings) {
                for (long left : side(firing, 1, sessions)) {
                    side(firing, -1, sessions)
                            .forEach(right -> pairs.computeIfAbsent(keyAndLast(window), any -> new ArrayList<>())
                                    .add(left + "+" + right));
                }
            }
        });
        if (sessions) {
            pairs.values().forEach(list -> list.sort(null));
        }
        return pairs;
    }

    /** Of {@code key start end} the key and the window's last millisecond. */
    private static String keyAndLast(String window) {
        String[] words = window.split(" ", -1);
        return words[0] + " " + (Long.parseLong(words[2]) - 1);
    }

    /** The values with this sign in what a window held, without it; those of a session by size. */
    private static List<Long> side(String held, int sign, boolean sessions) {
        List<Long> values = new ArrayList<>();
        for (String word : held.substring(1, held.length() - 1).split(", ", -1)) {
            long value = Long.parseLong(word);
            if (Long.signum(value) == sign) {
                values.add(Math.abs(value));
            }
        }
        return sessions ? sorted(values) : values;
    }
}
