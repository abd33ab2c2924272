package dev.tidemark.engine.determinism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationFailed;
import dev.tidemark.engine.function.FlatMapFunction;
import dev.tidemark.engine.function.KeyedProcessFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.state.KeyedState;
import dev.tidemark.engine.state.ListState;
import dev.tidemark.engine.state.ValueState;
import dev.tidemark.engine.time.Watermarks;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Functions that change what is no longer theirs, and values that their bytes do not keep: found at the step that does it. */
class RoundTripsTest {
    record Bag(String owner, List<String> words) {}

    /** Forgets its digits behind the point when it is made again. */
    record Rounded(String name, double value) {
        Rounded {
            value = Math.rint(value);
        }

        @Override
        public double value() {
            return value + 0.5;
        }
    }

    private final Pipeline pipeline = Pipeline.create("words");
    private final DataStream<String> words = pipeline.source("words", String.class, Watermarks.byHand());

    private Simulation run(boolean roundTrips, boolean chaining) {
        return Simulation.of(pipeline, options -> options.roundTrips(roundTrips).chaining(chaining));
    }

    private static void say(Simulation run, String... all) {
        for (String word : all) {
            run.send("words", word);
            run.settle();
        }
    }

    // ---- hops

    /** Sends the same bag with one more word each time. */
    static final class OneBag implements FlatMapFunction<String, Bag> {
        private static final long serialVersionUID = 1L;
        private final ArrayList<String> words = new ArrayList<>();

        @Override
        public void flatMap(String word, Output<Bag> out) {
            words.add(word);
            out.collect(new Bag("o", words));
        }
    }

    @Test
    void an_object_that_is_changed_after_it_was_sent_is_found_in_chains_and_between_tasks() {
        words.flatMap(new OneBag())
                .returns(Bag.class)
                .name("fill")
                .map(Bag::owner)
                .name("who")
                .collect("out");
        for (boolean chaining : new boolean[] {true, false}) {
            Simulation run = run(true, chaining);
            say(run, "a");

            assertThatThrownBy(() -> say(run, "b"))
                    .isInstanceOf(SimulationFailed.class)
                    .hasMessageEndingWith(
                            "operator 'fill', subtask 0, element b: CodecException: Bag.words was changed after "
                                    + "it was sent to 'who'; send a copy, or a record that cannot change");
        }
    }

    @Test
    void without_the_option_the_receivers_copies_are_untouched_and_nothing_is_said() {
        words.flatMap(new OneBag()).returns(Bag.class).name("fill").collect("out");
        Simulation run = run(false, true);
        say(run, "a", "b");

        assertThat(run.output("out").stream().map(each -> each.value()).toList())
                .containsExactly(new Bag("o", List.of("a")), new Bag("o", List.of("a", "b")));
    }

    @Test
    void a_value_that_does_not_come_back_equal_is_found_where_it_is_sent() {
        words.map(word -> new Rounded(word, 1))
                .returns(Rounded.class)
                .name("round")
                .map(Rounded::name)
                .name("n")
                .collect("out");

        assertThatThrownBy(() -> say(run(true, true), "a"))
                .hasMessageEndingWith(
                        "operator 'round', subtask 0, element a: CodecException: Rounded.value does not survive: "
                                + "what is read of its bytes is not equal to what was written; "
                                + "let constructor and accessors keep what they are given, and equals compare what is written");
    }

    // ---- state

    /** How a function mistreats a bag. */
    enum Habit {
        CHANGES_WHAT_IT_READ,
        CHANGES_WHAT_IT_STORED,
        STORES_ONE_BAG_FOR_ALL,
        CHANGES_AN_ELEMENT_OF_ITS_LIST,
        STORES_WHAT_DOES_NOT_SURVIVE,
        BEHAVES
    }

    /** Keeps a bag for each key. */
    static final class Bags extends KeyedProcessFunction<String, String, String> {
        private static final long serialVersionUID = 1L;
        private final Habit habit;
        private transient @Nullable ValueState<Bag> bag;
        private transient @Nullable ListState<Bag> bags;
        private transient @Nullable ValueState<Rounded> rounded;
        private final ArrayList<String> shared = new ArrayList<>();

        Bags(Habit habit) {
            this.habit = habit;
        }

        @Override
        public void open(KeyedState state) {
            bag = state.value("bag", Bag.class);
            bags = state.list("bags", Bag.class);
            rounded = state.value("rounded", Rounded.class);
        }

        @Override
        public void processElement(String word, Context<String> context, Output<String> out) {
            ValueState<Bag> one = Objects.requireNonNull(bag);
            ListState<Bag> many = Objects.requireNonNull(bags);
            Bag known = one.value();
            Bag now = known == null ? new Bag(word, new ArrayList<>()) : known;
            switch (habit) {
                case CHANGES_WHAT_IT_READ -> {
                    if (known == null) {
                        one.update(now);
                    } else {
                        known.words().add(word);
                    }
                }
                case CHANGES_WHAT_IT_STORED -> {
                    one.update(now);
                    now.words().add(word);
                }
                case STORES_ONE_BAG_FOR_ALL -> {
                    shared.add(word);
                    one.update(new Bag("shared", shared));
                }
                case CHANGES_AN_ELEMENT_OF_ITS_LIST -> {
                    many.values().forEach(each -> each.words().add(word));
                    many.add(new Bag(word, new ArrayList<>()));
                    many.values().forEach(each -> each.words().add(word));
                }
                case STORES_WHAT_DOES_NOT_SURVIVE ->
                    Objects.requireNonNull(rounded).update(new Rounded(word, 1));
                case BEHAVES -> {
                    now.words().add(word);
                    one.update(now);
                    now.words().add("again");
                    one.update(now);
                    many.add(new Bag(word, new ArrayList<>()));
                    out.collect(Objects.requireNonNull(one.value()).words() + " "
                            + many.values().size());
                }
            }
        }
    }

    private void keep(Habit habit) {
        words.keyBy(word -> word.substring(0, 1))
                .process(new Bags(habit))
                .name("keep")
                .collect("out");
    }

    private void assertFails(Habit habit, String message, String... all) {
        keep(habit);
        assertThatThrownBy(() -> say(run(true, true), all)).hasMessageEndingWith(message);
    }

    @Test
    void what_is_read_and_changed_without_an_update() {
        assertFails(
                Habit.CHANGES_WHAT_IT_READ,
                "operator 'keep', subtask 0, key a, element ab: CodecException: Bag.words was changed after it was read from "
                        + "state 'bag'; update the state with it, or change a copy",
                "aa",
                "ab");
    }

    @Test
    void what_is_changed_after_it_was_stored() {
        assertFails(
                Habit.CHANGES_WHAT_IT_STORED,
                "operator 'keep', subtask 0, key a, element aa: CodecException: Bag.words was changed after it was stored in "
                        + "state 'bag'; store a copy, or update the state again",
                "aa");
    }

    @Test
    void one_object_stored_under_two_keys() {
        assertFails(
                Habit.STORES_ONE_BAG_FOR_ALL,
                "operator 'keep', subtask 0, key b, element bb: CodecException: Bag.words was changed after it was stored in "
                        + "state 'bag'; store a copy, or update the state again",
                "aa",
                "bb");
    }

    @Test
    void an_element_of_a_list_that_is_changed_in_it() {
        assertFails(
                Habit.CHANGES_AN_ELEMENT_OF_ITS_LIST,
                "operator 'keep', subtask 0, key a, element aa: CodecException: List<Bag>[0].words was changed after it was "
                        + "read from state 'bags'; update the state with it, or change a copy",
                "aa");
    }

    @Test
    void what_does_not_come_back_from_state() {
        assertFails(
                Habit.STORES_WHAT_DOES_NOT_SURVIVE,
                "operator 'keep', subtask 0, key a, element aa: CodecException: Rounded.value does not survive: what is read of "
                        + "its bytes is not equal to what was written; let constructor and accessors keep what they are "
                        + "given, and equals compare what is written",
                "aa");
    }

    @Test
    void a_function_that_gives_back_what_it_changes_has_the_same_results_as_without() {
        keep(Habit.BEHAVES);
        Simulation checked = run(true, true);
        Simulation plain = run(false, true);
        say(checked, "aa", "ab", "ba");
        say(plain, "aa", "ab", "ba");

        assertThat(checked.output("out")).isEqualTo(plain.output("out")).hasSize(3);
        assertThat(checked.contentDigest()).isEqualTo(plain.contentDigest());
    }
}
