package dev.tidemark.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.Collected;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.RuntimeMode;
import dev.tidemark.engine.Trace;
import dev.tidemark.engine.function.AsyncFunction;
import dev.tidemark.engine.function.AsyncRetryStrategy;
import dev.tidemark.engine.function.ResultFuture;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.window.TumblingWindows;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlinkRunnerTest {
    private FlinkRunner flink;

    record Hit(String key, long millis) {}

    @BeforeAll
    void start() {
        flink = FlinkRunner.local(1);
    }

    @AfterAll
    void stop() {
        flink.close();
    }

    private static Trace<Hit> hits() {
        return Trace.of(List.of(new Hit("a", 1), new Hit("b", 2), new Hit("a", 11), new Hit("a", 3)), Hit.class)
                .eventTime(hit -> Instant.ofEpochMilli(hit.millis()));
    }

    @Test
    void a_trace_gives_the_panes_of_its_windows() {
        Pipeline pipeline = Pipeline.create("hits");
        var out = pipeline.source("hits", hits(), Watermarks.monotonous())
                .keyBy(Hit::key)
                .window(TumblingWindows.of(Duration.ofMillis(10)))
                .count()
                .panes()
                .collect("out");
        assertThat(flink.run(pipeline).output(out))
                .extracting(pane -> pane.key() + " " + pane.value())
                .hasSize(3)
                .contains("a 2", "b 1", "a 1");
    }

    /** The larger of two hits. */
    private static Hit later(Hit one, Hit other) {
        return one.millis() > other.millis() ? one : other;
    }

    private static Collected<Hit> latest(Pipeline pipeline) {
        return pipeline.source("hits", hits(), Watermarks.monotonous())
                .keyBy(Hit::key)
                .reduce(FlinkRunnerTest::later)
                .collect("out");
    }

    @Test
    void a_stream_gives_every_rolling_result() {
        Pipeline pipeline = Pipeline.create("hits");
        var out = latest(pipeline);
        assertThat(flink.run(pipeline).output(out))
                .containsExactly(new Hit("a", 1), new Hit("b", 2), new Hit("a", 11), new Hit("a", 11));
    }

    @Test
    void a_batch_gives_the_last_rolling_result_of_each_key() {
        Pipeline pipeline = Pipeline.create("hits");
        var out = latest(pipeline);
        assertThat(flink.mode(RuntimeMode.BATCH).run(pipeline).output(out))
                .hasSize(2)
                .contains(new Hit("a", 11), new Hit("b", 2));
    }

    @Test
    void what_is_bounded_is_a_batch_by_itself() {
        Pipeline pipeline = Pipeline.create("hits");
        var out = latest(pipeline);
        assertThat(flink.mode(RuntimeMode.AUTOMATIC).run(pipeline).output(out)).hasSize(2);
    }

    /** Knows the key of a hit from the second call on. */
    static final class Ask implements AsyncFunction<Hit, String> {
        private static final long serialVersionUID = 1L;
        private int calls;

        @Override
        public void asyncInvoke(Hit hit, ResultFuture<String> result) {
            calls++;
            result.complete(calls == 1 ? List.of() : List.of(hit.key() + calls));
        }
    }

    @Test
    void calls_are_made_and_made_again() {
        Pipeline pipeline = Pipeline.create("hits");
        var out = pipeline.source("hits", hits(), Watermarks.monotonous())
                .async(new Ask())
                .timeout(Duration.ofMinutes(1))
                .capacity(1)
                .retry(AsyncRetryStrategy.<String>fixedDelay(3, Duration.ofMillis(1))
                        .ifResult(Collection::isEmpty))
                .ordered()
                .collect("out");
        assertThat(flink.run(pipeline).output(out)).containsExactly("a2", "b3", "a4", "a5");
    }
}
