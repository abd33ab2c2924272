package dev.tidemark.engine.doors;

import static dev.tidemark.engine.doors.Word.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.KeyedStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationFailed;
import dev.tidemark.engine.cep.AfterMatchSkipStrategy;
import dev.tidemark.engine.cep.EventPattern;
import dev.tidemark.engine.cep.PatternProcessFunction;
import dev.tidemark.engine.cep.PatternSpec;
import dev.tidemark.engine.cep.TimedOutPartialMatchHandler;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.timeline.Statement;
import dev.tidemark.engine.topology.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PatternsTest {
    private static final OutputTag<String> OVER = OutputTag.of("over", String.class);

    private final Pipeline pipeline = Pipeline.create("words");
    private final KeyedStream<Word, Integer> words = Word.words(pipeline).keyBy(Word::length);

    private static EventPattern<Word, Word> pattern(AfterMatchSkipStrategy strategy) {
        return EventPattern.begin("first", Word.class, strategy)
                .where(word -> word.text().equals("a"))
                .followedBy("maybe")
                .where(word -> word.text().equals("b"))
                .optional()
                .followedBy("last")
                .where(word -> word.text().equals("c"));
    }

    private static EventPattern<Word, Word> pattern() {
        return pattern(AfterMatchSkipStrategy.noSkip());
    }

    private static String text(Map<String, List<Word>> match) {
        return match.keySet().toString();
    }

    /** Tells matches and what timed out. */
    static final class Both implements PatternProcessFunction<Word, String>, TimedOutPartialMatchHandler<Word> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processMatch(Map<String, List<Word>> match, Context context, Output<String> out) {
            out.collect(text(match));
        }

        @Override
        public void processTimedOutMatch(Map<String, List<Word>> match, Context context) {
            context.output(OVER, text(match));
        }
    }

    private Simulation sent(String... texts) {
        Simulation run = Simulation.of(pipeline);
        for (int i = 0; i < texts.length; i++) {
            run.send("words", new Word(texts[i], 1), at(i + 1));
        }
        run.settle();
        return run;
    }

    @Test
    @Statement(130)
    void match_without_the_part_that_is_skipped_to_fails_the_run() {
        words.pattern(pattern(AfterMatchSkipStrategy.skipToFirst("maybe").throwIfMissing()))
                .select(PatternsTest::text)
                .name("found")
                .collect("out");
        Simulation run = sent("a", "c");
        assertThatThrownBy(() -> {
                    run.advanceWatermark("words", at(2));
                    run.settle();
                })
                .isInstanceOf(SimulationFailed.class)
                .hasMessageContaining("operator 'found', subtask 0, key 1")
                .hasMessageContaining(
                        "a match has no event of 'maybe', to which skipToFirst(maybe).throwIfMissing() skips; "
                                + "leave out throwIfMissing() to skip nothing then, or name a part that always occurs");
    }

    @Test
    @Statement(130)
    void match_that_begins_where_it_is_skipped_to_fails_the_run() {
        words.pattern(pattern(AfterMatchSkipStrategy.skipToLast("first").throwIfMissing()))
                .select(PatternsTest::text)
                .collect("out");
        Simulation run = sent("a", "c");
        assertThatThrownBy(() -> {
                    run.advanceWatermark("words", at(2));
                    run.settle();
                })
                .hasMessageContaining("a match begins with the event of 'first' to which "
                        + "skipToLast(first).throwIfMissing() skips, so it would be found for ever; name a later part, "
                        + "or use skipToNext()");
    }

    @Test
    void late_values_are_counted() {
        var out = words.pattern(pattern())
                .select(PatternsTest::text)
                .name("found")
                .collect("out");
        Simulation run = sent("a");
        run.advanceWatermark("words", at(5));
        run.send("words", new Word("c", 1), at(5));
        run.settle();
        assertThat(run.droppedLate("found")).isEqualTo(1);
        assertThat(run.output(out)).isEmpty();
    }

    @Test
    void what_waits_and_what_is_under_way_can_be_looked_at() {
        words.pattern(pattern()).select(PatternsTest::text).name("found").collect("out");
        Simulation run = sent("a", "b");
        assertThat(run.state("found").toString())
                .contains(
                        "state=waiting, key=1, namespace=, value={1=[Word[text=a, length=1]], 2=[Word[text=b, length=1]]}");
        run.advanceWatermark("words", at(1));
        run.settle();
        assertThat(run.state("found").toString())
                .contains("state=matches")
                .contains("PartialMatch[state=maybe, taken={first=[Word[text=a, length=1]]}]");
    }

    @Test
    void key_with_nothing_under_way_leaves_nothing_behind() {
        words.pattern(pattern().within(Duration.ofMillis(3)))
                .select(PatternsTest::text)
                .name("found")
                .collect("out");
        Simulation run = sent("a", "b", "x");
        run.advanceWatermark("words", at(10));
        run.settle();
        assertThat(run.state("found")).isEmpty();
        assertThat(run.timers("found")).isEmpty();
    }

    @Test
    void both_ways_to_handle_what_timed_out() {
        var both = words.pattern(pattern()).timedOut(OVER, (match, time) -> text(match));
        assertThatThrownBy(() -> both.process(new Both()))
                .hasMessage("the function handles partial matches that timed out, and timedOut(over, …) was said too; "
                        + "leave out one of the two");
    }

    @Test
    void flat_select_of_a_lambda_needs_its_type() {
        words.pattern(pattern())
                .flatSelect((Map<String, List<Word>> match, Output<String> out) -> out.collect(text(match)))
                .name("found")
                .collect("out");
        assertThatThrownBy(pipeline::build)
                .hasMessageStartingWith("the type of what 'found' emits can't be read from its function; say it after "
                        + "the operator: .returns(Result.class)");
    }

    @Test
    void process_takes_a_lambda_with_its_type() {
        var out = words.pattern(pattern())
                .process((Map<String, List<Word>> match, PatternProcessFunction.Context context, Output<String> to) ->
                        to.collect(text(match) + context.timestamp()))
                .returns(String.class)
                .collect("out");
        Simulation run = sent("a", "c");
        run.advanceWatermark("words", at(2));
        run.settle();
        assertThat(run.output(out)).containsExactly("[first, last]2");
    }

    @Test
    void pattern_without_keys_has_one_subtask() {
        var found = Word.words(Pipeline.create("others"))
                .pattern(pattern())
                .select(PatternsTest::text)
                .name("found");
        assertThatThrownBy(() -> found.parallelism(2))
                .hasMessage(
                        "operator 'found' has parallelism 2; a pattern without keys sees all values in one subtask; "
                                + "use keyBy before pattern(…)");
    }

    @Test
    void topology_tells_the_pattern() {
        words.pattern(pattern(AfterMatchSkipStrategy.skipToNext()))
                .inProcessingTime()
                .process(new Both())
                .name("found")
                .collect("out");
        var node = pipeline.build().node("found");
        assertThat(node.description())
                .isEqualTo(
                        "begin(first).followedBy(maybe).optional().followedBy(last) skipToNext(), processing time, process");
        PatternSpec spec = (PatternSpec) ((Role.OperatorRole) node.role()).spec();
        var last = spec.pattern().instance();
        assertThat(spec.eventTime()).isFalse();
        assertThat(last.part().name()).isEqualTo("last");
        assertThat(Objects.requireNonNull(last.previous()).part().quantifier().optional())
                .isTrue();
        assertThat(spec.function().instance()).isInstanceOf(TimedOutPartialMatchHandler.class);
    }
}
