package dev.tidemark.engine.checkpoint;

import static dev.tidemark.engine.checkpoint.Sums.out;
import static dev.tidemark.engine.checkpoint.Sums.send;
import static dev.tidemark.engine.checkpoint.Sums.watermark;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.checkpoint.untyped.RecordValue;
import dev.tidemark.engine.function.KeyedProcessFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.state.KeyGroups;
import dev.tidemark.engine.state.KeyedState;
import dev.tidemark.engine.state.MapStateDescriptor;
import dev.tidemark.engine.state.NoNamespace;
import dev.tidemark.engine.state.ValueState;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.window.TimeWindow;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContentsTest {
    /** A gauge's name and its pier. */
    record Gauge(String name, int pier) {}

    record Level(Gauge gauge, double metres) {}

    /** Keeps the highest level of each gauge. */
    static final class Highest extends KeyedProcessFunction<Gauge, Level, Level> {
        private static final long serialVersionUID = 1L;

        private transient @Nullable ValueState<Level> highest;

        @Override
        public void open(KeyedState state) {
            highest = state.value("highest", Level.class);
        }

        @Override
        public void processElement(Level level, Context<Gauge> context, Output<Level> out) {
            ValueState<Level> state = Objects.requireNonNull(highest);
            Level before = state.value();
            if (before == null || level.metres() > before.metres()) {
                state.update(level);
            }
            out.collect(Objects.requireNonNull(state.value()));
        }
    }

    private static Pipeline levels() {
        Pipeline pipeline = Pipeline.create("levels");
        pipeline.source("in", Level.class, Watermarks.byHand())
                .keyBy(Level::gauge)
                .process(new Highest())
                .name("highest")
                .collect("out");
        return pipeline;
    }

    private static Simulation started() {
        Simulation run = Simulation.of(levels(), options -> options.parallelism(2));
        run.send("in", new Level(new Gauge("north", 1), 3.5));
        run.send("in", new Level(new Gauge("south", 2), 4.5));
        run.settle();
        return run;
    }

    private final Simulation sums = Simulation.of(Sums.pipeline(), options -> options.parallelism(2));

    @Test
    void operators_with_their_states_and_timers() {
        send(sums, "p", "a", 1, 1);
        send(sums, "q", "b", 2, 12);
        assertThat(sums.checkpoint().contents().operators())
                .extracting(
                        StoredOperator::uid, StoredOperator::parallelism, StoredOperator::states, each -> each.timers())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("in", 2, List.of(), 0),
                        org.assertj.core.groups.Tuple.tuple("sum", 2, List.of("contents"), 2),
                        org.assertj.core.groups.Tuple.tuple("out", 2, List.of(), 0));
    }

    @Test
    void state_with_its_types() {
        send(sums, "p", "a", 1, 1);
        StoredState state = sums.checkpoint().contents().states().get(0);
        assertThat(state.type()).isEqualTo("window<Long>");
        assertThat(state.key()).isEqualTo("String");
        assertThat(state.namespace()).isEqualTo("TimeWindow(start: long, end: long)");
        assertThat(state.entries()).isEqualTo(1);
    }

    @Test
    void values_and_timers_of_windows() {
        send(sums, "p", "a", 1, 1);
        CheckpointContents contents = sums.checkpoint().contents();
        int group = KeyGroups.groupOf("a", 128);
        assertThat(contents.entries("sum", "contents"))
                .hasToString("[StoredEntry[uid=sum, state=contents, keyGroup=" + group
                        + ", key=a, namespace=TimeWindow(start=0, end=10), value=1]]");
        assertThat(contents.timers("sum"))
                .hasToString("[StoredTimer[uid=sum, keyGroup=" + group
                        + ", key=a, namespace=TimeWindow(start=0, end=10), timestamp=9, eventTime=true]]");
    }

    @Test
    void records_without_their_classes_and_with_them() {
        CheckpointContents contents = started().checkpoint().contents();
        assertThat(contents.entries("highest", "highest"))
                .extracting(each -> each.key() + " " + each.value())
                .hasSize(2)
                .contains(
                        "Gauge(name=north, pier=1) Level(gauge=Gauge(name=north, pier=1), metres=3.5)",
                        "Gauge(name=south, pier=2) Level(gauge=Gauge(name=south, pier=2), metres=4.5)");
        Gauge north = new Gauge("north", 1);
        assertThat(contents.entries("highest", "highest", Gauge.class, Level.class))
                .contains(new StoredEntry<>(
                        "highest",
                        "highest",
                        KeyGroups.groupOf(north, 128),
                        north,
                        NoNamespace.INSTANCE,
                        new Level(north, 3.5)));
    }

    @Test
    void another_class_than_the_one_that_was_stored() {
        CheckpointContents contents = started().checkpoint().contents();
        assertThatThrownBy(() -> contents.entries("highest", "highest", Gauge.class, Gauge.class))
                .hasMessage("the values of state 'highest' of operator 'highest' are Level(gauge: Gauge(name: String, "
                        + "pier: int), metres: double) and were asked for as Gauge(name: String, pier: int); "
                        + "give the class that was stored, or none");
    }

    @Test
    void what_is_not_there_is_said_with_what_is() {
        CheckpointContents contents = started().checkpoint().contents();
        assertThatThrownBy(() -> contents.entries("highest", "lowest"))
                .hasMessage("operator 'highest' has no state 'lowest' in checkpoint 1; it has [highest]");
        assertThatThrownBy(() -> contents.entries("lowest", "lowest"))
                .hasMessage("checkpoint 1 has no operator of uid 'lowest'; it has [in, highest, out]");
    }

    @Test
    void state_that_nobody_has_asked_for_since_a_restart_can_still_be_read() {
        Simulation first = Simulation.of(LazyState.pipeline());
        first.send("in", new Sums.Amount("a", 7));
        first.settle();
        Simulation second = Simulation.of(LazyState.pipeline());
        second.restore(first.checkpoint());
        assertThat(second.checkpoint().contents().entries("sum", "sum").get(0).value())
                .isEqualTo(7L);
    }

    @Test
    void broadcast_state_is_listed_once() {
        MapStateDescriptor<String, Long> factors = MapStateDescriptor.of("factors", String.class, Long.class);
        Pipeline pipeline = Pipeline.create("factors");
        pipeline.source("in", Sums.Amount.class, Watermarks.byHand())
                .connect(pipeline.source("rules", Sums.Amount.class, Watermarks.byHand())
                        .broadcast(factors))
                .process(new Remembers(factors))
                .name("remembers")
                .collect("out");
        Simulation run = Simulation.of(pipeline, options -> options.parallelism(3));
        run.send("rules", new Sums.Amount("a", 7));
        run.settle();
        CheckpointContents contents = run.checkpoint().contents();
        assertThat(contents.states())
                .extracting(StoredState::name, StoredState::type, StoredState::entries)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("factors", "broadcast<String, Long>", 1));
        assertThat(contents.entries("remembers", "factors"))
                .containsExactly(new StoredEntry<>("remembers", "factors", -1, "a", NoNamespace.INSTANCE, 7L));
    }

    @Test
    void changed_value_is_what_the_job_goes_on_with() {
        send(sums, "p", "a", 1, 1);
        Checkpoint changed = sums.checkpoint()
                .edit()
                .put("sum", "contents", "a", new TimeWindow(0, 10), 40L)
                .change("sum", "contents", sum -> (Long) sum + 2)
                .done();
        sums.restore(changed);
        watermark(sums, 9);
        assertThat(out(sums)).containsExactly(42L);
    }

    @Test
    void added_key_lies_where_the_job_looks_for_it() {
        Checkpoint checkpoint = started().checkpoint();
        Gauge west = new Gauge("west", 3);
        Checkpoint changed = checkpoint
                .edit()
                .put("highest", "highest", west, new Level(west, 9.5))
                .done();
        for (int parallelism = 1; parallelism <= 3; parallelism++) {
            Simulation run = Simulation.of(levels());
            run.restore(changed, parallelism);
            run.settle();
            run.send("in", new Level(west, 1.0));
            run.settle();
            assertThat(out(run)).containsExactly(new Level(west, 9.5));
        }
    }

    @Test
    void record_that_was_read_without_its_class_is_written_back_changed() {
        Checkpoint changed = started()
                .checkpoint()
                .edit()
                .change("highest", "highest", level -> ((RecordValue) level).with("metres", 0.25))
                .done();
        assertThat(changed.contents().entries("highest", "highest", Gauge.class, Level.class))
                .extracting(each -> each.value().metres())
                .containsExactly(0.25, 0.25);
    }

    @Test
    void new_key_without_its_class_is_refused() {
        CheckpointEdit edit = started().checkpoint().edit();
        RecordValue key = new RecordValue("Gauge", java.util.Map.of("name", "west", "pier", 3));
        assertThatThrownBy(() -> edit.put("highest", "highest", key, new Level(new Gauge("west", 3), 1)))
                .hasMessageEndingWith("is new to operator 'highest', and its key group depends on the hash of its "
                        + "class; give it as that class");
    }

    @Test
    void removed_value_is_gone() {
        Checkpoint changed = started()
                .checkpoint()
                .edit()
                .remove("highest", "highest", new Gauge("north", 1))
                .done();
        assertThat(changed.contents().entries("highest", "highest", Gauge.class, Level.class))
                .extracting(each -> each.key().name())
                .containsExactly("south");
    }

    @Test
    void removing_what_is_not_there() {
        CheckpointEdit edit = started().checkpoint().edit();
        assertThatThrownBy(() -> edit.remove("highest", "highest", new Gauge("west", 3)))
                .hasMessage("state 'highest' of operator 'highest' has nothing for key Gauge[name=west, pier=3] in "
                        + "checkpoint 1; contents().entries(…) lists what it has");
    }

    @Test
    void dropped_operator_begins_anew() {
        send(sums, "p", "a", 1, 1);
        Checkpoint changed = sums.checkpoint().edit().drop("sum").done();
        sums.restore(changed);
        send(sums, "p", "a", 5, 2);
        watermark(sums, 9);
        assertThat(out(sums)).containsExactly(5L);
    }

    @Test
    void renamed_operator_gives_its_state_to_the_one_of_that_uid() {
        Checkpoint changed =
                started().checkpoint().edit().rename("highest", "peak").done();
        assertThat(changed.contents().operators())
                .extracting(StoredOperator::uid)
                .containsExactly("in", "out", "peak");
        assertThat(changed.watermarks())
                .extracting(Checkpoint.KeptWatermark::uid)
                .contains("peak")
                .doesNotContain("highest");
        assertThatThrownBy(() -> changed.edit().rename("peak", "in"))
                .hasMessage("checkpoint 1 has an operator of uid 'in' already; drop that first, or take another uid");
    }

    @Test
    void an_edit_leaves_the_checkpoint_as_it_was() {
        Checkpoint checkpoint = started().checkpoint();
        String before = checkpoint.contents().entries("highest", "highest").toString();
        checkpoint
                .edit()
                .change("highest", "highest", level -> ((RecordValue) level).with("metres", 0.25))
                .drop("in")
                .done();
        assertThat(checkpoint.contents().entries("highest", "highest")).hasToString(before);
    }
}
