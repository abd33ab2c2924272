package dev.tidemark.engine.async;

import static dev.tidemark.engine.async.Asking.ask;
import static dev.tidemark.engine.async.Asking.ms;
import static dev.tidemark.engine.async.Asking.results;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.AsyncStream;
import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.async.Oracle.Question;
import dev.tidemark.engine.checkpoint.Checkpoint;
import dev.tidemark.engine.function.Latency;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.timeline.Statement;
import dev.tidemark.engine.view.CallRow;
import dev.tidemark.engine.view.PartitionRow;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is in flight: it fills the operator up, and it is in checkpoints. */
class FlightTest {
    @BeforeEach
    void begin() {
        Oracle.begin();
    }

    private static Simulation twoAtOnce() {
        return Asking.run(new Oracle.Ask(), stream -> stream.capacity(2).ordered());
    }

    @Test
    @Statement(136)
    void a_full_operator_stops_the_source_of_its_chain() {
        Simulation run = twoAtOnce();
        for (int i = 1; i <= 5; i++) {
            ask(run, "q" + i, i);
        }
        assertThat(Oracle.asked()).containsExactly("q1", "q2");
        assertThat(run.calls()).extracting(CallRow::waitsForRoom).containsExactly(false, false, true);
        assertThat(run.partitions()).extracting(PartitionRow::waiting).containsExactly(2);
        run.advanceProcessingTime(ms(10));
        assertThat(results(run)).containsExactly("q1@10", "q2@10");
        assertThat(Oracle.asked()).containsExactly("q1", "q2", "q3", "q4");
    }

    @Test
    @Statement(136)
    void a_full_operator_takes_nothing_from_its_channels() {
        Simulation run = Simulation.of(
                Asking.pipeline(new Oracle.Ask(), stream -> stream.capacity(1).ordered()),
                options -> options.chaining(false));
        ask(run, "a", 1);
        ask(run, "b", 2);
        ask(run, "c", 3);
        assertThat(run.channels().get(0).blocked()).isTrue();
        assertThat(run.channels().get(0).inFlight()).hasSize(1);
        run.advanceProcessingTime(ms(30));
        assertThat(run.channels().get(0).blocked()).isFalse();
        assertThat(results(run)).containsExactly("a@10", "b@20", "c@30");
    }

    @Test
    void a_barrier_waits_while_the_operator_is_full_and_passes_what_is_in_flight() {
        Simulation run = twoAtOnce();
        ask(run, "a", 1);
        ask(run, "b", 2);
        run.triggerCheckpoint();
        run.settle();
        assertThat(run.checkpoints()).hasSize(1);
        ask(run, "c", 3);
        run.triggerCheckpoint();
        run.settle();
        assertThat(run.checkpoints()).hasSize(1);
        run.advanceProcessingTime(ms(10));
        assertThat(run.checkpoints()).hasSize(2);
    }

    @Test
    void a_checkpoint_while_the_end_waits_is_complete_when_the_end_has_come() {
        Simulation run = twoAtOnce();
        ask(run, "a", 1);
        run.finish("in");
        run.settle();
        run.checkpoint();
        assertThat(run.finished()).isTrue();
        assertThat(run.clock().toEpochMilli()).isEqualTo(10);
    }

    @Test
    @Statement(137)
    void what_was_in_flight_is_asked_about_again_and_comes_out_once() {
        Simulation run = twoAtOnce();
        ask(run, "a", 1);
        run.advanceProcessingTime(ms(4));
        ask(run, "b", 2);
        Checkpoint checkpoint = run.checkpoint();
        run.advanceProcessingTime(ms(6));
        assertThat(results(run)).containsExactly("a@10");
        run.restore(checkpoint);
        run.advanceProcessingTime(ms(10));
        assertThat(results(run)).containsExactly("a@20", "b@20");
        assertThat(Oracle.asked()).containsExactly("a", "b", "a", "b");
    }

    @Test
    void nothing_is_taken_in_before_what_was_in_flight_is_asked_about_again() {
        Simulation run = twoAtOnce();
        ask(run, "a", 1);
        ask(run, "b", 2);
        Checkpoint checkpoint = run.checkpoint();
        run.send("in", new Question("c", 3));
        run.restore(checkpoint);
        assertThat(run.step(2).toString()).contains("ask#0 takes in Question(key=a, number=1)");
        run.settle();
        run.advanceProcessingTime(ms(20));
        assertThat(results(run)).containsExactly("a@10", "b@10", "c@20");
    }

    @Test
    void what_was_in_flight_is_dealt_out_to_another_number_of_subtasks() {
        Simulation run = Asking.run(new Oracle.Ask(), AsyncStream::ordered);
        for (int i = 1; i <= 5; i++) {
            ask(run, "q" + i, i);
        }
        Checkpoint checkpoint = run.checkpoint();
        run.restore(checkpoint, 2);
        run.settle();
        assertThat(run.calls()).extracting(CallRow::subtask).containsExactly(0, 0, 0, 1, 1);
        Checkpoint again = run.checkpoint();
        run.restore(again, 1);
        run.settle();
        assertThat(run.calls())
                .extracting(CallRow::about)
                .extracting(about -> ((Question) about).key())
                .containsExactly("q1", "q2", "q3", "q4", "q5");
        run.advanceProcessingTime(ms(10));
        assertThat(results(run)).containsExactly("q1@10", "q2@10", "q3@10", "q4@10", "q5@10");
    }

    @Test
    void two_operators_in_a_chain_stop_each_other_and_lose_nothing() {
        Pipeline pipeline = Pipeline.create("twice");
        DataStream<Question> first = pipeline.source("in", Question.class, Watermarks.byHand())
                .async(new Oracle.Ask())
                .latency(Latency.fixed(ms(1)))
                .capacity(2)
                .ordered();
        first.async(new Oracle.Ask())
                .latency(Latency.fixed(ms(10)))
                .capacity(1)
                .unordered()
                .collect("out");
        Simulation run = Simulation.of(pipeline);
        for (int i = 1; i <= 4; i++) {
            ask(run, "q" + i, i);
        }
        run.finish("in");
        run.runToEnd();
        assertThat(results(run)).containsExactly("q1@11", "q2@21", "q3@31", "q4@41");
        assertThat(run.finished()).isTrue();
    }

    @Test
    void latencies_are_drawn_by_the_seed() {
        List<List<String>> orders = java.util.stream.LongStream.rangeClosed(1, 6)
                .mapToObj(FlightTest::order)
                .toList();
        assertThat(orders.stream().distinct().count()).isGreaterThan(1);
        assertThat(order(1)).isEqualTo(orders.get(0));
    }

    private static List<String> order(long seed) {
        Simulation run = Simulation.of(
                Asking.pipeline(new Oracle.Ask(), stream -> stream.latency(Latency.uniform(ms(1), ms(50)))
                        .unordered()),
                options -> options.seed(seed));
        for (int i = 1; i <= 6; i++) {
            ask(run, "q" + i, i);
        }
        run.runToEnd();
        assertThat(results(run)).hasSize(6);
        return results(run);
    }
}
