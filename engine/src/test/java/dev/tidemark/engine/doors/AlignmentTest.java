package dev.tidemark.engine.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Emission;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.Trace;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.timeline.Statement;
import dev.tidemark.engine.transcript.Effect;
import dev.tidemark.engine.view.PartitionRow;
import dev.tidemark.engine.window.TumblingWindows;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AlignmentTest {
    private static Watermarks<Word> together() {
        return Watermarks.<Word>byHand().alignment("g", Duration.ofSeconds(10));
    }

    private static Simulation twoSources() {
        Pipeline pipeline = Pipeline.create("alignment");
        pipeline.source("fast", Word.class, together()).collect("fast out");
        pipeline.source("slow", Word.class, together()).collect("slow out");
        Simulation run = Simulation.of(pipeline);
        run.advanceWatermark("fast", Instant.ofEpochSecond(100));
        run.advanceWatermark("slow", Instant.ofEpochSecond(20));
        run.settle();
        return run;
    }

    @Test
    void a_paused_partition_says_why() {
        Simulation run = twoSources();
        run.advanceProcessingTime(Duration.ofMillis(2999));
        assertThat(run.partitions()).extracting(PartitionRow::paused).containsExactly("", "");
        var paused = run.advanceProcessingTime(Duration.ofMillis(1));
        assertThat(paused.steps().stream()
                        .flatMap(step -> step.effects().stream())
                        .filter(Effect.ReadingChanged.class::isInstance)
                        .map(effect -> effect.text(0)))
                .containsExactly(
                        "fast#0 is paused: its watermark 00:01:40 is beyond 00:00:30",
                        "fast/0 is paused: its watermark 00:01:40 is beyond 00:00:30");
        assertThat(run.partitions())
                .extracting(PartitionRow::paused)
                .containsExactly(
                        "more than 10s ahead of slow#0, which stands at 1970-01-01T00:00:20Z in alignment group 'g'",
                        "");
    }

    @Test
    @Statement(31)
    void what_waits_for_others_is_read_when_they_have_come_closer() {
        Simulation run = twoSources();
        run.advanceProcessingTime(Duration.ofSeconds(3));
        run.send("fast", new Word("a", 1), Instant.ofEpochSecond(101));
        run.advanceProcessingTime(Duration.ofMinutes(1));
        assertThat(run.output("fast out")).isEmpty();
        run.advanceWatermark("slow", Instant.ofEpochSecond(90));
        run.advanceProcessingTime(Duration.ofSeconds(1));
        assertThat(run.output("fast out")).hasSize(1);
        assertThat(run.partitions()).extracting(PartitionRow::paused).containsExactly("", "");
    }

    @Test
    void comparisons_that_change_nothing_do_not_happen() {
        Simulation run = twoSources();
        run.advanceProcessingTime(Duration.ofSeconds(10));
        assertThat(run.advanceProcessingTime(Duration.ofDays(365)).count()).isEqualTo(1);
    }

    @Test
    void what_makes_no_sense_is_refused() {
        Watermarks<Word> watermarks = Watermarks.byHand();
        assertThatThrownBy(() -> watermarks.alignment(" ", Duration.ZERO))
                .hasMessage("the alignment group has no name; sources with the same name wait for each other");
        assertThatThrownBy(() -> watermarks.alignment("g", Duration.ofMillis(-1)))
                .hasMessage("alignment group 'g' allows a drift of -1ms; it must be zero or more");
        assertThatThrownBy(() -> watermarks.alignment("g", Duration.ZERO, Duration.ZERO))
                .hasMessage("alignment group 'g' is compared every 0s; it must be at least 1 ms");
        assertThat(watermarks.alignment("g", Duration.ofSeconds(5)))
                .hasToString("by hand, aligned in group 'g' within 5s");
    }

    /** Traces of very different speed; every partition is in order, so that nothing is ever late. */
    @Test
    @Statement(31)
    void alignment_changes_no_result() {
        int paused = 0;
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Duration drift = Duration.ofMillis(random.nextInt(3000));
            int parallelism = 1 + random.nextInt(3);
            Simulation with = run(seed, Watermarks.<Word>monotonous().alignment("g", drift), parallelism);
            Simulation without = run(seed, Watermarks.monotonous(), parallelism);
            paused += pauses(with);
            without.runToEnd();
            assertThat(with.finished()).as("seed " + seed).isTrue();
            assertThat(counts(with)).as("seed " + seed).isEqualTo(counts(without));
        }
        assertThat(paused).as("runs in which something was paused").isGreaterThan(20);
    }

    /** Runs to the end; 1 when anything was paused on the way. */
    private static int pauses(Simulation run) {
        int paused = 0;
        while (run.step().count() > 0) {
            for (PartitionRow partition : run.partitions()) {
                paused = partition.paused().isEmpty() ? paused : 1;
            }
        }
        return paused;
    }

    private static Simulation run(long seed, Watermarks<Word> watermarks, int parallelism) {
        Pipeline pipeline = Pipeline.create("alignment");
        DataStream<Word> slow = pipeline.source("slow", trace(seed, 7), watermarks);
        DataStream<Word> fast = pipeline.source("fast", trace(seed + 1, 300), watermarks);
        slow.union(fast)
                .keyBy(Word::text)
                .window(TumblingWindows.of(Duration.ofSeconds(1)))
                .sumLong(Word::length)
                .name("sum")
                .panes()
                .collect("out");
        return Simulation.of(
                pipeline, options -> options.parallelism(parallelism).seed(seed));
    }

    /** Forty words in two partitions, one a hundred milliseconds, each {@code apart} milliseconds later in event time. */
    private static Trace<Word> trace(long seed, long apart) {
        return Trace.generate(40, Word.class, i -> new Word("k" + new Random(seed * 1000 + i).nextInt(3), (int) i))
                .eventTime(word -> Instant.ofEpochMilli(word.length() * apart))
                .arrival(word -> Instant.ofEpochMilli(word.length() * 100L))
                .partitionBy(word -> word.length() < 30 ? word.length() % 2 : 0);
    }

    private static Map<String, Integer> counts(Simulation run) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Emission<Object> each : run.output("out")) {
            counts.merge(each.value() + " @ " + each.timestamp(), 1, Integer::sum);
        }
        return counts;
    }
}
