package dev.tidemark.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.checkpoint.Checkpoint;
import dev.tidemark.engine.function.Aggregates;
import dev.tidemark.engine.function.KeyedProcessFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.state.codec.TypeToken;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.timeline.Statement;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatesTest {
    private static final TypeToken<List<String>> WORDS = new TypeToken<>() {};
    private static final StateTtl SECOND = StateTtl.of(Duration.ofSeconds(1));

    /** What a test does with the state of a key, at each word. */
    private interface Use extends Serializable {
        @Nullable
        Object use(KeyedState state, String word);
    }

    /** Emits what the use gives. */
    private static final class Using extends KeyedProcessFunction<String, String, String> {
        private static final long serialVersionUID = 1L;

        private final Use use;
        private transient @Nullable KeyedState state;

        Using(Use use) {
            this.use = use;
        }

        @Override
        public void open(KeyedState given) {
            state = given;
        }

        @Override
        public void processElement(String word, Context<String> context, Output<String> out) {
            out.collect(String.valueOf(use.use(Objects.requireNonNull(state), word)));
        }
    }

    private static Simulation run(Use use) {
        Pipeline pipeline = Pipeline.create("states");
        pipeline.source("words", String.class, Watermarks.byHand())
                .keyBy(word -> word)
                .process(new Using(use))
                .name("using")
                .collect("out");
        return Simulation.of(pipeline);
    }

    private static List<Object> said(Simulation run) {
        return run.output("out").stream().map(each -> each.value()).toList();
    }

    private static void say(Simulation run, String word) {
        run.send("words", word);
        run.settle();
    }

    private static @Nullable Object count(KeyedState state) {
        ValueState<Long> count = state.value("count", Long.class);
        Long before = count.value();
        count.update(before == null ? 1 : before + 1);
        return before;
    }

    @Test
    @Statement(110)
    void looking_at_state_shows_when_it_expires_and_neither_prolongs_nor_removes_it() {
        Simulation run = run((state, word) -> {
            KeyedState expiring = state.withTtl(SECOND.updatedOnReadAndWrite());
            expiring.list("list", String.class).add(word);
            expiring.map("map", String.class, Long.class).put(word, 1L);
            return count(expiring);
        });
        say(run, "a");
        assertThat(run.state("using").toString())
                .contains("state=count, key=a, namespace=, value=Expiring[value=1, expiresAt=1000, expired=false]")
                .contains("value=[Expiring[value=a, expiresAt=1000, expired=false]]")
                .contains("value={a=Expiring[value=1, expiresAt=1000, expired=false]}");
        run.advanceProcessingTime(Duration.ofSeconds(1));
        long digest = run.digest();
        String content = run.contentDigest();
        assertThat(run.state("using").toString())
                .contains("state=count, key=a, namespace=, value=Expiring[value=1, expiresAt=1000, expired=true]")
                .contains("value=[Expiring[value=a, expiresAt=1000, expired=true]]")
                .contains("value={a=Expiring[value=1, expiresAt=1000, expired=true]}");
        assertThat(run.digest()).isEqualTo(digest);
        assertThat(run.contentDigest()).isEqualTo(content);
        say(run, "a");
        assertThat(said(run)).containsExactly("null", "null");
    }

    @Test
    @Statement(112)
    void time_to_live_that_is_switched_on_counts_from_the_restart() {
        Simulation first = run((state, word) -> count(state));
        say(first, "a");
        Checkpoint checkpoint = first.checkpoint();
        Simulation second = run((state, word) -> count(state.withTtl(SECOND)));
        second.jumpProcessingTimeTo(Instant.ofEpochMilli(5000));
        second.restore(checkpoint);
        say(second, "b");
        second.advanceProcessingTimeTo(Instant.ofEpochMilli(5999));
        say(second, "a");
        second.advanceProcessingTimeTo(Instant.ofEpochMilli(6999));
        say(second, "a");
        assertThat(said(second)).containsExactly("null", "1", "null");
    }

    @Test
    @Statement(112)
    void time_to_live_that_is_switched_off_leaves_what_is_there_expired_or_not() {
        Simulation first = run((state, word) -> count(state.withTtl(SECOND)));
        say(first, "a");
        first.advanceProcessingTime(Duration.ofSeconds(2));
        Checkpoint checkpoint = first.checkpoint();
        Simulation second = run((state, word) -> count(state));
        second.restore(checkpoint);
        say(second, "a");
        assertThat(said(second)).containsExactly("1");
    }

    @Test
    @Statement(112)
    void restored_state_of_another_type_is_refused() {
        Simulation first = run((state, word) -> count(state.withTtl(SECOND)));
        say(first, "a");
        Checkpoint checkpoint = first.checkpoint();
        Simulation second =
                run((state, word) -> state.value("count", String.class).value());
        second.restore(checkpoint);
        second.send("words", "a");
        assertThatThrownBy(second::settle)
                .hasMessageEndingWith(
                        "IllegalStateException: state 'count' of operator 'using' is value<Long with a time "
                                + "to live> and was asked for as value<String>: Long was written as Long and cannot be read as "
                                + "String; give it its former type, or another name, which begins without what was stored");
    }

    @Test
    void one_name_with_two_times_to_live() {
        Simulation run = run((state, word) -> {
            count(state.withTtl(SECOND));
            return count(state.withTtl(SECOND.updatedOnReadAndWrite()));
        });
        run.send("words", "a");
        assertThatThrownBy(run::settle)
                .hasMessageEndingWith(
                        "IllegalStateException: state 'count' of operator 'using' has StateTtl[millis=1000, "
                                + "update=ON_CREATE_AND_WRITE, visibility=NEVER_RETURN_EXPIRED] and was asked for with "
                                + "StateTtl[millis=1000, update=ON_READ_AND_WRITE, visibility=NEVER_RETURN_EXPIRED]; "
                                + "ask with the same one everywhere, or give one of the two another name");
    }

    @Test
    void one_name_with_a_time_to_live_and_without() {
        Simulation run = run((state, word) -> {
            count(state);
            return count(state.withTtl(SECOND));
        });
        run.send("words", "a");
        assertThatThrownBy(run::settle)
                .hasMessageEndingWith("state 'count' of operator 'using' is value<Long> and was asked for as "
                        + "value<Long with a time to live>; give one of the two another name");
    }

    @Test
    void time_to_live_of_nothing() {
        assertThatThrownBy(() -> StateTtl.of(Duration.ZERO))
                .hasMessage("a state's time to live is PT0S; it must be at least 1 ms "
                        + "(StateTtl.DISABLED lets values live for ever)");
    }

    /** As on Flink's heap; what was said before does not change. */
    @Test
    @Statement(104)
    void change_of_a_value_that_was_handed_out_is_seen_without_an_update() {
        Simulation run = run((state, word) -> {
            ValueState<List<String>> seen = state.value("seen", WORDS);
            if (seen.value() == null) {
                seen.update(new ArrayList<>());
            }
            List<String> handedOut = Objects.requireNonNull(seen.value());
            handedOut.add(word);
            return Objects.requireNonNull(seen.value()).size();
        });
        say(run, "a");
        say(run, "a");
        assertThat(said(run)).containsExactly("1", "2");
    }

    @Test
    @SuppressWarnings("NullAway") // what a user's function does by mistake
    @Statement(102)
    void null_in_a_list_or_map() {
        Simulation list = run((state, word) -> {
            state.list("list", String.class).add(null);
            return null;
        });
        list.send("words", "a");
        assertThatThrownBy(list::settle).hasMessageEndingWith("NullPointerException: a list state can't hold null");
        Simulation map = run((state, word) -> {
            state.withTtl(SECOND).map("map", String.class, String.class).put("a", null);
            return null;
        });
        map.send("words", "a");
        assertThatThrownBy(map::settle)
                .hasMessageEndingWith("NullPointerException: a map state can't hold null; remove the key instead");
    }

    @Test
    @Statement(102)
    void empty_states_are_null_or_empty_and_null_removes() {
        Simulation run = run((state, word) -> {
            ValueState<String> value = state.value("value", String.class);
            ReducingState<Long> sum = state.reducing("sum", Long.class, Long::sum);
            AggregatingState<Long, Long> total =
                    state.aggregating("total", Long.class, new Aggregates.SumLong<Long>(each -> each));
            ListState<String> list = state.list("list", String.class);
            String empty = value.value() + " " + sum.value() + " " + total.value() + " " + list.values();
            value.update(word);
            sum.add(1L);
            total.add(1L);
            list.addAll(List.of(word, word));
            String full = value.value() + " " + sum.value() + " " + total.value() + " " + list.values();
            value.update(null);
            sum.add(null);
            total.add(null);
            list.update(List.of());
            return empty + ", " + full + ", " + value.value() + " " + sum.value() + " " + total.value() + " "
                    + list.values();
        });
        say(run, "a");
        assertThat(said(run)).containsExactly("null null null [], a 1 1 [a, a], null null null []");
        assertThat(run.state("using")).isEmpty();
    }

    @Test
    void generic_types_are_said_with_tokens() {
        Simulation run = run((state, word) -> {
            state.value("value", WORDS).update(List.of(word));
            state.list("list", WORDS).add(List.of(word));
            state.map("map", TypeToken.of(String.class), WORDS).putAll(Map.of(word, List.of(word)));
            state.reducing("longest", WORDS, (left, right) -> right.size() > left.size() ? right : left)
                    .add(List.of(word));
            AggregatingState<String, Integer> all = state.aggregating("all", WORDS, new Collecting());
            all.add(word);
            return state.map("map", TypeToken.of(String.class), WORDS).keys() + " "
                    + state.map("map", TypeToken.of(String.class), WORDS).values() + " " + all.value();
        });
        say(run, "a");
        assertThat(said(run)).containsExactly("[a] [[a]] 1");
        assertThat(run.state("using").toString())
                .contains("state=value, key=a, namespace=, value=[a]")
                .contains("state=list, key=a, namespace=, value=[[a]]")
                .contains("state=map, key=a, namespace=, value={a=[a]}")
                .contains("state=longest, key=a, namespace=, value=[a]")
                .contains("state=all, key=a, namespace=, value=[a]");
    }

    /** Counts what it keeps. */
    private static final class Collecting
            implements dev.tidemark.engine.function.AggregateFunction<String, List<String>, Integer> {
        private static final long serialVersionUID = 1L;

        @Override
        public List<String> createAccumulator() {
            return List.of();
        }

        @Override
        public List<String> add(String value, List<String> accumulator) {
            return java.util.stream.Stream.concat(accumulator.stream(), java.util.stream.Stream.of(value))
                    .toList();
        }

        @Override
        public Integer result(List<String> accumulator) {
            return accumulator.size();
        }

        @Override
        public List<String> merge(List<String> left, List<String> right) {
            return java.util.stream.Stream.concat(left.stream(), right.stream()).toList();
        }
    }
}
