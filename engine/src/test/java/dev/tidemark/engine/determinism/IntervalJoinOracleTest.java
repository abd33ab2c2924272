package dev.tidemark.engine.determinism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.IntervalJoined;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.determinism.TwoStreams.Amount;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.function.ProcessJoinFunction;
import dev.tidemark.engine.timeline.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Interval joins against a naive re-implementation, on random elements and watermarks of two streams. */
class IntervalJoinOracleTest {
    private static final int CASES = 300;
    private static final OutputTag<Amount> LATE_LEFT = OutputTag.of("late left", Amount.class);
    private static final OutputTag<Amount> LATE_RIGHT = OutputTag.of("late right", Amount.class);

    @Test
    @Statement({122, 123, 124, 125, 126})
    void interval_joins_agree_with_their_definition() {
        int pairs = 0;
        int late = 0;
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            long lower = random.nextLong(-20, 20);
            long upper = lower + random.nextLong(20);
            boolean openBelow = random.nextInt(4) == 0;
            boolean openAbove = random.nextInt(4) == 0;
            NaiveIntervalJoin naive =
                    new NaiveIntervalJoin(openBelow ? lower + 1 : lower, openAbove ? upper - 1 : upper);
            Simulation run = TwoStreams.play(seed, intervalJoin(lower, upper, openBelow, openAbove), naive);
            assertThat(texts(run, "out")).as("pairs, seed " + seed).isEqualTo(naive.pairs());
            assertThat(texts(run, "late")).as("late, seed " + seed).isEqualTo(naive.late());
            assertThat(run.state("join")).as("left behind, seed " + seed).isEmpty();
            pairs += naive.pairs().size();
            late += naive.late().size();
        }
        assertThat(pairs).as("pairs in all").isGreaterThan(5_000);
        assertThat(late).as("late elements in all").isGreaterThan(1_000);
    }

    private static Pipeline intervalJoin(long lower, long upper, boolean openBelow, boolean openAbove) {
        Pipeline pipeline = Pipeline.create("interval join");
        IntervalJoined<Amount, Amount, String> joined = TwoStreams.side(pipeline, "left")
                .keyBy(Amount::key)
                .intervalJoin(TwoStreams.side(pipeline, "right").keyBy(Amount::key))
                .between(Duration.ofMillis(lower), Duration.ofMillis(upper))
                .sideOutputLeftLateData(LATE_LEFT)
                .sideOutputRightLateData(LATE_RIGHT);
        joined = openBelow ? joined.lowerBoundExclusive() : joined;
        joined = openAbove ? joined.upperBoundExclusive() : joined;
        DataStream<String> pairs = joined.process(
                        (Amount left, Amount right, ProcessJoinFunction.Context context, Output<String> out) ->
                                out.collect(left.key() + " " + left.value() + "+" + right.value() + " @ "
                                        + context.timestamp()))
                .returns(String.class)
                .name("join");
        pairs.collect("out");
        pairs.sideOutput(LATE_LEFT)
                .map(late -> "left " + late.value())
                .union(pairs.sideOutput(LATE_RIGHT).map(late -> "right " + late.value()))
                .collect("late");
        return pipeline;
    }

    private static List<String> texts(Simulation run, String sink) {
        return run.output(sink).stream()
                .map(emission -> String.valueOf(emission.value()))
                .toList();
    }
}
