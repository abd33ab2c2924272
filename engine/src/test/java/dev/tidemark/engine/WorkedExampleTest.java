package dev.tidemark.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.window.TumblingWindows;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WorkedExampleTest {
    record Score(String team, int points) {}

    @Test
    void sums() {
        Pipeline pipeline = Pipeline.create("sums");
        var sums = pipeline.source("scores", Score.class, Watermarks.byHand())
                .keyBy(Score::team)
                .window(TumblingWindows.of(Duration.ofMinutes(2)))
                .sum(Score::points)
                .name("sum")
                .panes()
                .collect("sums");
        Simulation run = Simulation.of(pipeline, o -> o.startAt(Instant.parse("2018-01-01T12:00:00Z")));
        run.advanceProcessingTime(Duration.ofSeconds(299));
        run.send("scores", new Score("a", 5), Instant.parse("2018-01-01T12:00:26Z"));
        System.out.println(run.settle());
        run.advanceWatermark("scores", "2018-01-01T12:02:00Z");
        System.out.println(run.settle());
        run.send("scores", new Score("a", 9), Instant.parse("2018-01-01T12:01:25Z"));
        System.out.println(run.runToEnd());
        var ck = run.checkpoint();
        System.out.println(ck);
        run.send("scores", new Score("b", 7), Instant.parse("2018-01-01T12:03:25Z"));
        System.out.println(run.settle());
        System.out.println(run.windows("sum"));
        run.restore(ck, 2);
        run.finish("scores");
        System.out.println(run.runToEnd());
        System.out.println(run.transcript());
        System.out.println(run.describe());
        System.out.println(run.contentDigest());
        assertThat(run.output(sums)).hasSize(2);
    }
}
