package dev.tidemark.engine.async;

import dev.tidemark.engine.AsyncStream;
import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Emission;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Run;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.async.Oracle.Question;
import dev.tidemark.engine.function.AsyncFunction;
import dev.tidemark.engine.function.Latency;
import dev.tidemark.engine.time.Watermarks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Pipelines that ask, and how their runs are driven. */
final class Asking {
    private Asking() {}

    static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }

    /** Asks with answers that take 10 ms unless {@code how} says otherwise. */
    static Pipeline pipeline(
            AsyncFunction<Question, Question> function,
            Function<AsyncStream<Question, Question>, DataStream<Question>> how) {
        Pipeline pipeline = Pipeline.create("asking");
        how.apply(pipeline.source("in", Question.class, Watermarks.byHand())
                        .async(function)
                        .latency(Latency.fixed(ms(10))))
                .name("ask")
                .returns(Question.class)
                .collect("out");
        return pipeline;
    }

    static Simulation run(
            AsyncFunction<Question, Question> function,
            Function<AsyncStream<Question, Question>, DataStream<Question>> how) {
        return Simulation.of(pipeline(function, how), options -> options);
    }

    static void ask(Run run, String key, long number) {
        run.send("in", new Question(key, number), Instant.ofEpochMilli(number));
        run.settle();
    }

    /** Each result with the time at which it came out: {@code a@12}. */
    static List<String> results(Run run) {
        return run.output("out").stream().map(Asking::text).toList();
    }

    private static String text(Emission<Object> emission) {
        return ((Question) emission.value()).key() + "@" + emission.clockMillis();
    }
}
