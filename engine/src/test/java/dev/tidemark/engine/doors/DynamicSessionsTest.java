package dev.tidemark.engine.doors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.timeline.Statement;
import dev.tidemark.engine.window.SessionWindows;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DynamicSessionsTest {
    private final Pipeline pipeline = Pipeline.create("words");

    @Test
    @Statement(62)
    void element_whose_own_window_is_what_others_merged_into_joins_them() {
        Word.words(pipeline)
                .windowAll(SessionWindows.withDynamicGap((Word word) -> Duration.ofMillis(word.length())))
                .reduce((left, right) -> new Word(left.text() + right.text(), 0))
                .collect("out");
        Simulation run = Simulation.of(pipeline);
        run.send("words", new Word("a", 5), Word.at(0));
        run.send("words", new Word("b", 7), Word.at(3));
        run.send("words", new Word("c", 10), Word.at(0));
        run.finish("words");
        run.settle();
        assertThat(run.output("out").stream().map(each -> each.value())).containsExactly(new Word("abc", 0));
    }
}
