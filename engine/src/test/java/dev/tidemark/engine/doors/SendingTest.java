package dev.tidemark.engine.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.Source;
import dev.tidemark.engine.Trace;
import dev.tidemark.engine.time.Watermarks;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendingTest {
    @Test
    void unknown_source() {
        assertThatThrownBy(() -> Word.run().send("wrods", Word.HELLO))
                .hasMessage("pipeline 'words' has no operator 'wrods'; it has 'words', 'out'");
    }

    @Test
    void an_operator_that_is_no_source() {
        assertThatThrownBy(() -> Word.run().send("out", Word.HELLO))
                .hasMessage("'out' is a sink operator, not a source");
    }

    @Test
    void unknown_partition() {
        assertThatThrownBy(() -> Word.run().send("words", "p", Word.HELLO))
                .hasMessage("source 'words' has no partition 'p'; it has [0]");
    }

    @Test
    void wrong_type() {
        assertThatThrownBy(() -> Word.run().send("words", "hello")).hasMessage("source 'words' takes Word, not String");
    }

    @Test
    @SuppressWarnings("NullAway") // what a user does by mistake
    void null_event() {
        assertThatThrownBy(() -> Word.run().send("words", null))
                .hasMessage("null was sent to source 'words'; a stream holds no nulls");
    }

    @Test
    void recorded_source() {
        Pipeline pipeline = Pipeline.create("words");
        pipeline.source("words", Trace.of(List.of(Word.HELLO), Word.class), Watermarks.byHand())
                .collect("out");
        assertThatThrownBy(() -> Simulation.of(pipeline).send("words", Word.HELLO))
                .hasMessage("source 'words' reads a recorded trace; only a source by hand takes what is sent");
    }

    @Test
    void after_finish() {
        Simulation run = Word.run();
        run.finish("words");
        assertThatThrownBy(() -> run.send("words", Word.HELLO))
                .hasMessage("source 'words', partition '0' is finished and takes nothing more");
    }

    @Test
    @SuppressWarnings("NullAway") // what a user's selector does by mistake
    void event_whose_time_is_null() {
        Pipeline pipeline = Pipeline.create("words");
        pipeline.source("words", Source.byHand(Word.class).eventTime(word -> null), Watermarks.byHand())
                .collect("out");
        assertThatThrownBy(() -> Simulation.of(pipeline).send("words", Word.HELLO))
                .hasMessage("the event Word[text=hello, length=5] has no time (its selector returned null); "
                        + "filter such events out, or give them one");
    }

    @Test
    void clock_back_changes_nothing() {
        Simulation run = Word.run();
        run.advanceProcessingTimeTo(Word.at(5000));
        long steps = run.stepNumber();
        String message = "the clock stands at 1970-01-01T00:00:05Z and cannot move back to 1970-01-01T00:00:04Z; "
                + "go back in a recorded run instead";
        assertThatThrownBy(() -> run.jumpProcessingTimeTo(Word.at(4000))).hasMessage(message);
        assertThatThrownBy(() -> run.advanceProcessingTimeTo(Word.at(4000))).hasMessage(message);
        assertThatThrownBy(() -> run.advanceProcessingTime(Duration.ofSeconds(-1)))
                .hasMessage(
                        "advanceProcessingTime(PT-1S): the clock never moves back; go back in a recorded run instead");
        assertThat(run.stepNumber()).isEqualTo(steps);
    }

    @Test
    void time_that_is_none() {
        assertThatThrownBy(() -> Word.run().advanceWatermark("words", "12:00"))
                .hasMessage("'12:00' is not an instant; write 2018-02-01T06:00:00Z or 1517464800000ms");
    }

    @Test
    void no_steps() {
        assertThatThrownBy(() -> Word.run().step(0)).hasMessage("step(0): the number of steps must be at least 1");
    }

    @Test
    void a_move_with_nothing_to_do_says_so() {
        assertThat(Word.run().step().note()).isEqualTo("nothing is left to do until something is sent by hand");
    }
}
