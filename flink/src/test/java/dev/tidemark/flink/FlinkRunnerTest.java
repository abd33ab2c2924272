package dev.tidemark.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Trace;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.window.TumblingWindows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlinkRunnerTest {
    record Hit(String key, long millis) {}

    @Test
    void a_trace_gives_the_engines_results() {
        Pipeline pipeline = Pipeline.create("hits");
        Trace<Hit> hits = Trace.of(
                        List.of(new Hit("a", 1), new Hit("b", 2), new Hit("a", 11), new Hit("a", 3)), Hit.class)
                .eventTime(hit -> Instant.ofEpochMilli(hit.millis()));
        var out = pipeline.source("hits", hits, Watermarks.monotonous())
                .keyBy(Hit::key)
                .window(TumblingWindows.of(Duration.ofMillis(10)))
                .count()
                .panes()
                .collect("out");
        try (FlinkRunner flink = FlinkRunner.local(1)) {
            for (int i = 0; i < 5; i++) {
                long t = System.nanoTime();
                assertThat(flink.run(pipeline).output(out)).hasSize(3);
                System.out.println(flink.run(pipeline).output(out));
                System.out.println((System.nanoTime() - t) / 2_000_000 + " ms");
            }
        }
    }
}
