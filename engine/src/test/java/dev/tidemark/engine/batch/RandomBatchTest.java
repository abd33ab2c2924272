package dev.tidemark.engine.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.Collected;
import dev.tidemark.engine.KeyedStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.RuntimeMode;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.Trace;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.ProcessWindowFunction;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.timeline.Statement;
import dev.tidemark.engine.window.SessionWindows;
import dev.tidemark.engine.window.SlidingWindows;
import dev.tidemark.engine.window.TimeWindow;
import dev.tidemark.engine.window.TumblingWindows;
import dev.tidemark.engine.window.WindowAssigner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Batches of random sales against what their definitions say, and against the last word of the same as a stream. */
class RandomBatchTest {
    private static final int CASES = 150;

    private static final Collected<Sold> WINDOWS = new Collected<>("windows");
    private static final Collected<Sale> SUMS = new Collected<>("sums");

    /** What a shop sold in a window, in the order in which the window held it. */
    record Sold(String shop, long start, long end, List<Long> amounts) {}

    static final class Contents implements ProcessWindowFunction<Sale, Sold, String, TimeWindow> {
        private static final long serialVersionUID = 1L;

        @Override
        public void process(String key, Context<TimeWindow> context, Iterable<Sale> elements, Output<Sold> out) {
            List<Long> amounts = new ArrayList<>();
            elements.forEach(each -> amounts.add(each.amount()));
            out.collect(new Sold(key, context.window().start(), context.window().end(), amounts));
        }
    }

    private static List<Sale> sales(long seed) {
        Random random = new Random(seed);
        List<Sale> sales = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            sales.add(new Sale("s" + random.nextInt(4), i, random.nextInt(100)));
        }
        return sales;
    }

    private static Simulation run(long seed, WindowAssigner<Object, TimeWindow> windows, RuntimeMode mode) {
        Pipeline pipeline = Pipeline.create("sales");
        KeyedStream<Sale, String> keyed = pipeline.source(
                        "sales",
                        Trace.of(sales(seed), Sale.class)
                                .eventTime(Sale::time)
                                .arrivalDelay(seed, Duration.ofMillis(50)),
                        Watermarks.<Sale>monotonous().perEvent())
                .keyBy(Sale::shop);
        keyed.window(windows)
                .allowedLateness(Duration.ofDays(1))
                .process(new Contents())
                .collect("windows");
        keyed.reduce((a, b) -> new Sale(a.shop(), a.amount() + b.amount(), 0)).collect("sums");
        Simulation run = Simulation.of(pipeline, options -> options.seed(seed * 31)
                .parallelism(1 + (int) (seed % 3))
                .runtimeMode(mode));
        run.runToEnd();
        assertThat(run.finished()).isTrue();
        return run;
    }

    private static WindowAssigner<Object, TimeWindow> windows(long seed) {
        Random random = new Random(~seed);
        Duration size = Duration.ofMillis(1 + random.nextInt(30));
        return switch (random.nextInt(3)) {
            case 0 -> TumblingWindows.of(size);
            case 1 -> SlidingWindows.of(size, Duration.ofMillis(1 + random.nextInt(30)));
            default -> SessionWindows.withGap(size);
        };
    }

    @Test
    @Statement(157)
    void the_windows_of_a_batch_are_what_their_definition_says() {
        for (long seed = 0; seed < CASES; seed++) {
            WindowAssigner<Object, TimeWindow> windows = windows(seed);
            Simulation run = run(seed, windows, RuntimeMode.BATCH);
            assertThat(byShop(run.output(WINDOWS))).as("seed " + seed).isEqualTo(byShop(defined(seed, windows)));
        }
    }

    /** Every window by its definition, shop by shop, the first to end first; arrivals put equal times in their order. */
    private static List<Sold> defined(long seed, WindowAssigner<Object, TimeWindow> assigner) {
        Map<String, List<Sale>> shops = new TreeMap<>();
        arrived(seed).forEach(sale -> shops.computeIfAbsent(sale.shop(), any -> new ArrayList<>())
                .add(sale));
        List<Sold> all = new ArrayList<>();
        shops.forEach((shop, sales) -> {
            sales.sort(Comparator.comparingLong(Sale::millis));
            Map<TimeWindow, List<Long>> windows = new LinkedHashMap<>();
            for (Sale sale : sales) {
                for (TimeWindow window : assigner.assign(sale, sale.millis(), 0)) {
                    put(window, sale.amount(), windows, assigner.merging());
                }
            }
            windows.entrySet().stream()
                    .sorted(Map.Entry.<TimeWindow, List<Long>>comparingByKey(
                                    Comparator.comparingLong(TimeWindow::maxTimestamp))
                            .thenComparing(Map.Entry.comparingByKey()))
                    .forEach(each -> all.add(
                            new Sold(shop, each.getKey().start(), each.getKey().end(), each.getValue())));
        });
        return all;
    }

    /** Sorted sales only ever lengthen the last session. */
    private static void put(TimeWindow window, long amount, Map<TimeWindow, List<Long>> windows, boolean merging) {
        TimeWindow met = null;
        for (TimeWindow each : windows.keySet()) {
            met = merging && each.meets(window) ? each : met;
        }
        List<Long> amounts = met == null ? new ArrayList<>() : windows.remove(met);
        TimeWindow place = met == null ? window : met.cover(window);
        List<Long> there = windows.computeIfAbsent(place, any -> new ArrayList<>());
        there.addAll(amounts);
        there.add(amount);
    }

    /** The sales in the order in which the source reads them. */
    private static List<Sale> arrived(long seed) {
        Pipeline pipeline = Pipeline.create("arrivals");
        Collected<Sale> read = pipeline.source(
                        "sales",
                        Trace.of(sales(seed), Sale.class)
                                .eventTime(Sale::time)
                                .arrivalDelay(seed, Duration.ofMillis(50)),
                        Watermarks.byHand())
                .collect("read");
        Simulation run = Simulation.of(pipeline);
        run.runToEnd();
        return run.output(read);
    }

    @Test
    @Statement(158)
    void a_batch_says_what_a_stream_says_last() {
        int refired = 0;
        for (long seed = 0; seed < CASES; seed++) {
            WindowAssigner<Object, TimeWindow> windows = windows(seed);
            Simulation batch = run(seed, windows, RuntimeMode.BATCH);
            Simulation stream = run(seed, windows, RuntimeMode.STREAMING);
            assertThat(last(batch)).as("seed " + seed).isEqualTo(last(stream));
            assertThat(batch.output(SUMS)).hasSize(last(batch).size());
            if (!windows.merging()) {
                assertThat(contents(batch)).as("seed " + seed).isEqualTo(contents(stream));
            }
            refired += stream.output(WINDOWS).size() > batch.output(WINDOWS).size() ? 1 : 0;
        }
        assertThat(refired).as("streams in which a window fired again").isGreaterThan(CASES / 3);
    }

    private static Map<String, Long> last(Simulation run) {
        Map<String, Long> last = new TreeMap<>();
        run.output(SUMS).forEach(sum -> last.put(sum.shop(), sum.amount()));
        return last;
    }

    /** What each window held when it fired last, in no order. */
    private static Map<String, List<Long>> contents(Simulation run) {
        Map<String, List<Long>> contents = new TreeMap<>();
        for (Sold each : run.output(WINDOWS)) {
            List<Long> amounts = new ArrayList<>(each.amounts());
            amounts.sort(null); // a stream holds them as they came
            contents.put(each.shop() + " " + each.start() + " " + each.end(), amounts);
        }
        return contents;
    }

    @Test
    void no_schedule_can_be_seen() {
        for (long seed = 0; seed < 30; seed++) {
            long salt = seed;
            List<Map<String, List<Sold>>> runs = java.util.stream.LongStream.range(0, 4)
                    .mapToObj(schedule -> byShop(partitioned(salt, schedule).output(WINDOWS)))
                    .toList();
            assertThat(runs).as("seed " + seed).allMatch(runs.get(0)::equals);
        }
    }

    private static Simulation partitioned(long seed, long schedule) {
        Pipeline pipeline = Pipeline.create("sales");
        pipeline.source(
                        "sales",
                        Trace.of(sales(seed), Sale.class).eventTime(Sale::time).partitionBy(sale -> sale.amount() % 3),
                        Watermarks.<Sale>monotonous())
                .keyBy(Sale::shop)
                .window(windows(seed))
                .process(new Contents())
                .collect("windows");
        Simulation run = Simulation.of(
                pipeline, options -> options.seed(schedule).parallelism(3).runtimeMode(RuntimeMode.BATCH));
        run.runToEnd();
        return run;
    }

    private static Map<String, List<Sold>> byShop(List<Sold> all) {
        Map<String, List<Sold>> shops = new TreeMap<>();
        all.forEach(each ->
                shops.computeIfAbsent(each.shop(), any -> new ArrayList<>()).add(each));
        return shops;
    }
}
