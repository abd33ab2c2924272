package dev.tidemark.engine.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationFailed;
import dev.tidemark.engine.state.codec.TypeToken;
import dev.tidemark.engine.timeline.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class KeysTest {
    private final Pipeline pipeline = Pipeline.create("words");
    private final DataStream<Word> words = Word.words(pipeline);

    record UnitAndLength(TimeUnit unit, int length) {}

    sealed interface Label permits Plain, Unit {}

    record Plain(String text) implements Label {}

    record Unit(TimeUnit unit) implements Label {}

    @Test
    @Statement(117)
    void enum_key() {
        assertThatThrownBy(() -> words.keyBy(word -> TimeUnit.DAYS))
                .hasMessage(
                        "a key of type java.util.concurrent.TimeUnit holds a TimeUnit, which can't be (part of) a key: "
                                + "an enum's hash differs between JVMs; use its name()");
    }

    @Test
    @Statement(117)
    void enum_inside_a_record_or_a_sealed_family() {
        assertThatThrownBy(() -> words.keyBy(word -> new UnitAndLength(TimeUnit.DAYS, 1)))
                .hasMessageContaining("holds a TimeUnit, which can't be (part of) a key");
        assertThatThrownBy(() -> words.keyBy(word -> (Label) new Plain("a"), Label.class))
                .hasMessageContaining("holds a TimeUnit, which can't be (part of) a key");
    }

    @Test
    @Statement(117)
    void array_key() {
        assertThatThrownBy(() -> words.keyBy(word -> new int[] {1}))
                .hasMessage("a key of type int[] holds a int[], which can't be (part of) a key: "
                        + "arrays are equal only to themselves; use a List");
    }

    @Test
    @Statement(117)
    void decimal_key() {
        assertThatThrownBy(() -> words.keyBy(word -> java.math.BigDecimal.ONE))
                .hasMessageEndingWith("1.0 and 1.00 would be two keys; use stripTrailingZeros().toPlainString()");
    }

    @Test
    @SuppressWarnings("NullAway") // what a user's selector does by mistake
    @Statement(117)
    void null_key() {
        words.keyBy(word -> (String) null, String.class)
                .reduce((left, right) -> right)
                .collect("out");
        Simulation run = Simulation.of(pipeline);
        run.send("words", Word.HELLO);
        assertThatThrownBy(run::settle)
                .isInstanceOf(SimulationFailed.class)
                .hasMessage("step 1: operator 'words', subtask 0, element Word(text=hello, length=5): "
                        + "IllegalStateException: the key of Word[text=hello, length=5], sent by 'words', is null; "
                        + "filter such elements out, or give them a key of their own");
    }

    /** Has no hash of its own. */
    static final class Plainest {}

    @Test
    void key_without_a_hash_of_its_own() {
        assertThatThrownBy(() -> words.keyBy(word -> new Plainest()))
                .hasMessageStartingWith(
                        "a key of type dev.tidemark.engine.doors.KeysTest$Plainest can't be used behind "
                                + "'words': its hash, and its form in a checkpoint, must be the same in every JVM; Plainest: ")
                .hasMessageEndingWith(
                        "cannot be written; make it a record, or an enum, or keep out of the value what is "
                                + "not data");
    }

    @Test
    void key_whose_generic_type_is_not_known() {
        assertThatThrownBy(() -> words.keyBy(word -> List.of(word.text())))
                .hasMessage("the key's type behind 'words' can't be read from its selector; say it: "
                        + "keyBy(selector, Key.class), or keyBy(selector, new TypeToken<List<String>>() {}) for a generic "
                        + "type");
        words.keyBy(word -> List.of(word.text()), new TypeToken<List<String>>() {})
                .reduce((left, right) -> right)
                .collect("out");
        Simulation run = Simulation.of(pipeline);
        run.send("words", Word.HELLO);
        run.settle();
        assertThat(run.state("reduce-1").get(0).key()).isEqualTo(List.of("hello"));
    }
}
