package dev.tidemark.engine.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.checkpoint.Checkpoint;
import dev.tidemark.engine.function.KeyedBroadcastProcessFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.state.BroadcastState;
import dev.tidemark.engine.state.KeyedState;
import dev.tidemark.engine.state.MapStateDescriptor;
import dev.tidemark.engine.state.ReadOnlyBroadcastState;
import dev.tidemark.engine.state.ValueState;
import dev.tidemark.engine.state.codec.TypeToken;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.timeline.Statement;
import dev.tidemark.engine.view.StateRow;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the timelines don't say of broadcast state: what is refused, what is seen, what a checkpoint holds. */
class BroadcastingTest {
    private static final MapStateDescriptor<String, Integer> LIMITS =
            MapStateDescriptor.of("limits", String.class, Integer.class);
    private static final MapStateDescriptor<String, Long> LONG_LIMITS =
            MapStateDescriptor.of("limits", String.class, Long.class);
    private static final MapStateDescriptor<String, List<String>> LISTS =
            MapStateDescriptor.of("lists", String.class, new TypeToken<List<String>>() {});

    private final Pipeline pipeline = Pipeline.create("words");
    private final DataStream<Word> words = Word.words(pipeline);
    private final DataStream<Word> rules = pipeline.source("rules", Word.class, Watermarks.byHand());

    /** A rule's text says what is to be done, and its length is the limit; a word's text says what is to be told. */
    static final class Obeying extends KeyedBroadcastProcessFunction<String, Word, Word, String> {
        private static final long serialVersionUID = 1L;

        private transient @Nullable ValueState<String> last;

        @Override
        public void open(KeyedState state) {
            last = state.value("last", String.class);
        }

        private ValueState<String> last() {
            return Objects.requireNonNull(last);
        }

        @Override
        public void processElement(Word word, ReadOnlyContext<String> context, Output<String> out) {
            switch (word.text()) {
                case "lists" -> context.broadcastState(LISTS).isEmpty();
                case "long" -> context.broadcastState(LONG_LIMITS).isEmpty();
                default -> {
                    last().update(word.text());
                    ReadOnlyBroadcastState<String, Integer> limits = context.broadcastState(LIMITS);
                    out.collect(limits.entries() + " " + limits.contains(word.text()) + " " + limits.isEmpty());
                }
            }
        }

        @Override
        public void processBroadcastElement(Word rule, Context<String> context, Output<String> out) throws Exception {
            BroadcastState<String, Integer> limits = context.broadcastState(LIMITS);
            switch (rule.text()) {
                case "clear" -> limits.clear();
                case "keyless" -> last().value();
                case "forget" -> context.applyToKeyedState(last(), (key, state) -> state.clear());
                case "foreign" -> context.applyToKeyedState(limits, (key, state) -> {});
                default -> limits.put(rule.text(), rule.length());
            }
        }
    }

    private Simulation obeying(int parallelism, MapStateDescriptor<?, ?>... declared) {
        words.keyBy(Word::text)
                .connect(rules.broadcast(declared))
                .process(new Obeying())
                .name("obey")
                .collect("out");
        return Simulation.of(pipeline, options -> options.parallelism(parallelism));
    }

    private static void rule(Simulation run, String text, int limit) {
        run.send("rules", new Word(text, limit));
        run.settle();
    }

    private static void word(Simulation run, String text) {
        run.send("words", new Word(text, 1));
        run.settle();
    }

    // ---- what is refused

    @Test
    @Statement(134)
    void state_that_was_not_declared() {
        Simulation run = obeying(1, LIMITS);
        run.send("words", new Word("lists", 1));
        assertThatThrownBy(run::settle)
                .hasMessageEndingWith(
                        "IllegalArgumentException: operator 'obey' has no broadcast state 'lists'; it has "
                                + "[limits]: correct the descriptor's name, or declare it in broadcast(…)");
    }

    @Test
    void state_that_was_declared_with_other_types() {
        Simulation run = obeying(1, LIMITS);
        run.send("words", new Word("long", 1));
        assertThatThrownBy(run::settle)
                .hasMessageEndingWith("broadcast state 'limits' of operator 'obey' was declared as java.lang.String to "
                        + "java.lang.Integer and is asked for as java.lang.String to java.lang.Long; use one descriptor "
                        + "for both");
    }

    @Test
    void two_states_of_one_name() {
        assertThatThrownBy(() -> rules.broadcast(LIMITS, LONG_LIMITS))
                .hasMessage("'rules' declares two broadcast states named 'limits'; rename one");
    }

    @Test
    void blank_name() {
        assertThatThrownBy(() -> MapStateDescriptor.of(" ", String.class, Long.class))
                .hasMessage("a state's name is blank; give it a word that says what it holds");
    }

    @Test
    @Statement(133)
    void keyed_state_without_a_key() {
        Simulation run = obeying(1, LIMITS);
        word(run, "a");
        run.send("rules", new Word("keyless", 1));
        assertThatThrownBy(run::settle)
                .hasMessageEndingWith(
                        "IllegalStateException: operator 'obey' used keyed state outside of an element or a "
                                + "timer, where there is no current key");
    }

    @Test
    void going_over_a_state_that_is_none_of_the_keys() {
        Simulation run = obeying(1, LIMITS);
        run.send("rules", new Word("foreign", 1));
        assertThatThrownBy(run::settle)
                .hasMessageEndingWith(
                        "IllegalArgumentException: the state BroadcastMap is none that the function got in "
                                + "open(…); pass one that it did");
    }

    // ---- what is seen

    @Test
    @Statement(133)
    void entries_are_in_key_order_and_every_subtask_has_them() {
        Simulation run = obeying(2, LIMITS);
        rule(run, "b", 2);
        rule(run, "a", 1);
        word(run, "a");
        assertThat(run.output("out")).extracting(each -> each.value()).containsExactly("[a=1, b=2] true false");
        assertThat(run.state("obey"))
                .filteredOn(row -> row.namespace().equals(StateRow.BROADCAST))
                .extracting(StateRow::subtask, StateRow::state, StateRow::key, StateRow::value)
                .containsExactly(
                        tuple(0, "limits", "a", 1),
                        tuple(0, "limits", "b", 2),
                        tuple(1, "limits", "a", 1),
                        tuple(1, "limits", "b", 2));
    }

    @Test
    void keyed_state_is_seen_beside_it() {
        Simulation run = obeying(1, LIMITS);
        rule(run, "b", 2);
        word(run, "a");
        assertThat(run.state("obey"))
                .extracting(StateRow::state, StateRow::namespace)
                .containsExactly(tuple("last", ""), tuple("limits", "broadcast"));
        rule(run, "forget", 0);
        assertThat(run.state("obey")).extracting(StateRow::state).containsExactly("limits");
        rule(run, "clear", 0);
        assertThat(run.state("obey")).isEmpty();
    }

    @Test
    void changes_are_told_in_the_step() {
        Simulation run = obeying(1, LIMITS);
        run.send("rules", new Word("b", 2));
        assertThat(String.valueOf(run.settle())).contains("obey state limits[b] = 2");
    }

    @Test
    void topology_names_the_declared_states() {
        obeying(1, LIMITS, LISTS);
        assertThat(pipeline.build().describe()).contains("""
                          obey (keyed-broadcast-process: broadcast state limits, lists) -> String
                            <- words, by key String
                            <- rules, broadcast, second input
                        """);
    }

    // ---- what a checkpoint holds

    @Test
    @Statement({118, 133})
    void every_new_subtask_gets_a_copy() {
        Simulation run = obeying(2, LIMITS);
        rule(run, "b", 2);
        run.restore(run.checkpoint(), 3);
        assertThat(run.state("obey"))
                .extracting(StateRow::subtask, StateRow::key, StateRow::value)
                .containsExactly(tuple(0, "b", 2), tuple(1, "b", 2), tuple(2, "b", 2));
    }

    @Test
    void state_that_is_no_longer_declared_is_carried_along() {
        Simulation run = obeying(1, LIMITS, LISTS);
        rule(run, "b", 2);
        Checkpoint both = run.checkpoint();
        Simulation without = new BroadcastingTest().obeying(1, LISTS);
        without.restore(both);
        Checkpoint carried = without.checkpoint();
        Simulation again = new BroadcastingTest().obeying(1, LIMITS);
        again.restore(carried);
        assertThat(again.state("obey")).extracting(StateRow::value).containsExactly(2);
    }

    @Test
    void state_of_a_wider_type_takes_over_what_was_stored() {
        Simulation run = obeying(1, LIMITS);
        rule(run, "b", 2);
        Checkpoint checkpoint = run.checkpoint();
        Simulation other = new BroadcastingTest().obeying(1, LONG_LIMITS);
        other.restore(checkpoint);
        assertThat(other.state("obey")).extracting(StateRow::value).containsExactly(2L);
    }

    @Test
    void state_of_a_narrower_type_is_refused() {
        Simulation run = obeying(1, LONG_LIMITS);
        Checkpoint checkpoint = run.checkpoint();
        Simulation other = new BroadcastingTest().obeying(1, LIMITS);
        assertThatThrownBy(() -> other.restore(checkpoint))
                .hasMessageEndingWith("IllegalStateException: state 'limits' of operator 'obey' is broadcast<String, "
                        + "Long> and was asked for as broadcast<String, Integer>: Map{value} was written as Long and "
                        + "cannot be read as Integer; give it its former type, or another name, which begins without "
                        + "what was stored");
    }

    // ---- who owns it

    @Test
    void looking_hands_out_copies() {
        words.connect(rules.broadcast(NotingRules.NOTES))
                .process(new NotingRules())
                .name("note")
                .collect("out");
        Simulation run = Simulation.of(pipeline);
        rule(run, "b", 2);
        ((List<?>) run.state("note").get(0).value()).clear();
        assertThat(run.state("note")).extracting(StateRow::value).containsExactly(List.of("b"));
    }
}
