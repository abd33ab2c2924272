package dev.tidemark.engine.sink;

import dev.tidemark.engine.CheckpointOptions;
import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.Trace;
import dev.tidemark.engine.time.Watermarks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Running totals of sales in four shops, each of which is a partition, so that the totals of a shop have one order. */
final class Sales {
    record Sale(String shop, long number, long cents) {}

    private final int count;

    Sales(int count) {
        this.count = count;
    }

    private static Sale sale(long i) {
        return new Sale("s" + i % 4, i, 1 + i * 7 % 10);
    }

    /** The sales as they are. */
    DataStream<Sale> each(Pipeline pipeline) {
        return pipeline.source(
                "sales",
                Trace.generate(count, Sale.class, Sales::sale)
                        .eventTimeMillis(Sale::number)
                        .partitionBy(Sale::shop),
                Watermarks.none());
    }

    DataStream<Sale> totals(Pipeline pipeline) {
        return each(pipeline)
                .keyBy(Sale::shop)
                .reduce((a, b) -> new Sale(b.shop(), b.number(), a.cents() + b.cents()))
                .name("totals");
    }

    /** What each shop's sales are, in order. */
    Map<String, List<Sale>> expectedEach() {
        Map<String, List<Sale>> expected = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            Sale sale = sale(i);
            expected.computeIfAbsent(sale.shop(), any -> new ArrayList<>()).add(sale);
        }
        return expected;
    }

    /** What each shop's totals are, in order. */
    Map<String, List<Sale>> expected() {
        Map<String, List<Sale>> expected = new TreeMap<>();
        Map<String, Long> sums = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            Sale sale = sale(i);
            long sum = sums.merge(sale.shop(), sale.cents(), Long::sum);
            expected.computeIfAbsent(sale.shop(), any -> new ArrayList<>())
                    .add(new Sale(sale.shop(), sale.number(), sum));
        }
        return expected;
    }

    /** Two subtasks, and a checkpoint each few sales. */
    static SimulationOptions options(long seed) {
        return SimulationOptions.DEFAULT
                .parallelism(2)
                .seed(seed)
                .checkpoints(CheckpointOptions.every(Duration.ofMillis(10)));
    }
}
