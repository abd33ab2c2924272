package dev.tidemark.engine.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.WindowedJoin;
import dev.tidemark.engine.function.KeySelector;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.ProcessJoinFunction;
import dev.tidemark.engine.state.MapStateDescriptor;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.timeline.Statement;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.engine.transcript.ValueText;
import dev.tidemark.engine.trigger.NeverTrigger;
import dev.tidemark.engine.view.StateRow;
import dev.tidemark.engine.view.TimerRow;
import dev.tidemark.engine.view.WindowRow;
import dev.tidemark.engine.window.Pane;
import dev.tidemark.engine.window.SessionWindows;
import dev.tidemark.engine.window.TimeWindow;
import dev.tidemark.engine.window.TumblingWindows;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JoiningTest {
    /** Pays for a word. */
    record Coin(String word, Long cents) {}

    private static final KeySelector<Word, Object> TEXT = Word::text;
    private static final KeySelector<Coin, Object> CENTS = Coin::cents;

    private final Pipeline pipeline = Pipeline.create("words");
    private final DataStream<Word> words = Word.words(pipeline);
    private final DataStream<Coin> coins = pipeline.source("coins", Coin.class, Watermarks.byHand());

    private static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }

    /** Emits a word with its price. */
    static final class Priced implements ProcessJoinFunction<Word, Coin, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(Word word, Coin coin, Context context, Output<String> out) {
            out.collect(word.text() + " " + coin.cents());
        }
    }

    // ---- what is refused

    @Test
    void keys_of_two_types() {
        String types =
                " needs keys of the same type on both sides, but those of 'words' are of type java.lang.String and "
                        + "those of 'coins' of type java.lang.Long; change one of the key selectors";
        assertThatThrownBy(() -> words.connect(coins).keyBy(TEXT, CENTS)).hasMessage("connect" + types);
        assertThatThrownBy(() -> words.join(coins).where(TEXT).equalTo(CENTS)).hasMessage("a join" + types);
        assertThatThrownBy(() -> words.coGroup(coins).where(TEXT).equalTo(CENTS))
                .hasMessage("coGroup" + types);
        assertThatThrownBy(() -> words.keyBy(TEXT).intervalJoin(coins.keyBy(CENTS)))
                .hasMessage("an interval join" + types);
    }

    @Test
    void streams_of_two_pipelines() {
        DataStream<Word> other = Word.words(Pipeline.create("others"));
        MapStateDescriptor<String, Long> state = MapStateDescriptor.of("state", String.class, Long.class);
        String takes = " takes streams of one pipeline; 'words' belongs to 'others'";
        assertThatThrownBy(() -> words.connect(other)).hasMessage("connect" + takes);
        assertThatThrownBy(() -> words.connect(other.broadcast(state))).hasMessage("connect" + takes);
        assertThatThrownBy(() -> words.keyBy(Word::text).connect(other.broadcast(state)))
                .hasMessage("connect" + takes);
        assertThatThrownBy(() -> words.join(other)).hasMessage("a join" + takes);
        assertThatThrownBy(() -> words.coGroup(other)).hasMessage("coGroup" + takes);
        assertThatThrownBy(() -> words.keyBy(Word::text).intervalJoin(other.keyBy(Word::text)))
                .hasMessage("an interval join" + takes);
    }

    @Test
    @Statement(125)
    void bounds_the_wrong_way_round() {
        var join = words.keyBy(Word::text).intervalJoin(coins.keyBy(Coin::word));
        assertThatThrownBy(() -> join.between(ms(5000), ms(-2)))
                .hasMessage(
                        "the interval's lower bound 5s lies above its upper bound -2ms; write between(lower, upper)");
    }

    @Test
    void interval_that_nothing_can_lie_in_is_warned_of() {
        words.keyBy(Word::text)
                .intervalJoin(coins.keyBy(Coin::word))
                .between(ms(1), ms(2))
                .lowerBoundExclusive()
                .upperBoundExclusive()
                .process(new Priced());
        assertThat(pipeline.build().warnings())
                .containsExactly(
                        "the interval (1ms, 2ms) of the join 'interval-join-1' is empty, so that it will never "
                                + "give a pair; include one of its bounds");
    }

    @Test
    @Statement(125)
    void interval_join_of_elements_without_times() {
        intervalJoin();
        Simulation run = Simulation.of(pipeline);
        run.send("coins", new Coin("a", 3L));
        assertThatThrownBy(run::settle)
                .hasMessageEndingWith("operator 'priced', subtask 0, key a, element Coin(word=a, cents=3): "
                        + "IllegalStateException: the right input of an interval join got an element without a timestamp, "
                        + "by which it would find its partners; give its source event times");
    }

    @Test
    @Statement(68)
    void trigger_that_can_not_merge_on_sessions() {
        var sessions = words.join(coins).where(Word::text).equalTo(Coin::word).window(SessionWindows.withGap(ms(5)));
        assertThatThrownBy(() -> sessions.trigger(new WindowsTest.Stubborn()))
                .hasMessage("the trigger Stubborn[] can't merge, which sessions with gap 5ms needs; override canMerge "
                        + "and onMerge in it, or use another trigger");
    }

    @Test
    @Statement(55)
    void negative_lateness() {
        WindowedJoin<Word, Coin, String, TimeWindow> windows = tumbling();
        assertThatThrownBy(() -> windows.allowedLateness(ms(-1)))
                .hasMessage("allowed lateness is -1ms; it must be zero or more");
    }

    @Test
    @SuppressWarnings("NullAway") // what a user's function does by mistake
    void join_of_null() {
        tumbling().apply((word, coin) -> (String) null).returns(String.class).name("priced");
        Simulation run = Simulation.of(pipeline);
        word(run, "a", 1);
        coin(run, "a", 2, 2);
        run.finish("words");
        run.finish("coins");
        assertThatThrownBy(run::settle)
                .hasMessageEndingWith("operator 'priced', subtask 0, key a, timer 1970-01-01T00:00:00.009Z: "
                        + "NullPointerException: a join's result is null");
    }

    // ---- what is seen

    private void intervalJoin() {
        words.keyBy(Word::text)
                .intervalJoin(coins.keyBy(Coin::word))
                .between(ms(-2), ms(3))
                .process(new Priced())
                .name("priced")
                .collect("out");
    }

    private WindowedJoin<Word, Coin, String, TimeWindow> tumbling() {
        return words.join(coins).where(Word::text).equalTo(Coin::word).window(TumblingWindows.of(ms(10)));
    }

    private static void word(Simulation run, String text, long millis) {
        run.send("words", new Word(text, 1), Instant.ofEpochMilli(millis));
        run.settle();
    }

    private static void coin(Simulation run, String word, long cents, long millis) {
        run.send("coins", new Coin(word, cents), Instant.ofEpochMilli(millis));
        run.settle();
    }

    private static void watermark(Simulation run, long millis) {
        run.advanceWatermark("words", Instant.ofEpochMilli(millis));
        run.advanceWatermark("coins", Instant.ofEpochMilli(millis));
        run.settle();
    }

    @Test
    @Statement(125)
    void buffers_of_an_interval_join_and_when_they_are_cleaned() {
        intervalJoin();
        Simulation run = Simulation.of(pipeline);
        word(run, "a", 10);
        word(run, "a", 10);
        coin(run, "a", 7, 11);
        assertThat(run.state("priced"))
                .extracting(StateRow::state, StateRow::key, row -> ValueText.print(row.value()))
                .containsExactly(
                        tuple("left", "a", "{10: [Word(text=a, length=1), Word(text=a, length=1)]}"),
                        tuple("right", "a", "{11: [Coin(word=a, cents=7)]}"));
        assertThat(run.timers("priced"))
                .extracting(TimerRow::namespace, TimerRow::at)
                .containsExactly(tuple("left", 13L), tuple("right", 13L));
        watermark(run, 13);
        assertThat(run.state("priced")).isEmpty();
        assertThat(run.timers("priced")).isEmpty();
    }

    @Test
    @Statement({124, 126})
    void late_elements_of_an_interval_join_are_counted() {
        intervalJoin();
        Simulation run = Simulation.of(pipeline);
        watermark(run, 10);
        word(run, "a", 9);
        coin(run, "a", 7, 10);
        assertThat(run.droppedLate("priced")).isEqualTo(1);
        assertThat(run.output("out")).isEmpty();
    }

    /** As in Flink: a sum behind the end of time lies before its beginning, where nothing is. */
    @Test
    void times_at_the_end_of_the_range_wrap() {
        intervalJoin();
        Simulation run = Simulation.of(pipeline);
        word(run, "a", Long.MAX_VALUE - 1);
        coin(run, "a", 7, Long.MAX_VALUE - 1);
        assertThat(run.output("out")).isEmpty();
        assertThat(run.timers("priced"))
                .extracting(TimerRow::namespace, TimerRow::at)
                .containsExactly(tuple("right", Long.MIN_VALUE), tuple("left", Long.MIN_VALUE + 1));
        watermark(run, 0);
        assertThat(run.state("priced")).isEmpty();
    }

    @Test
    void open_windows_of_a_join_hold_both_sides() {
        tumbling().apply((word, coin) -> word.text() + coin.cents()).name("priced");
        Simulation run = Simulation.of(pipeline);
        word(run, "a", 1);
        coin(run, "a", 7, 2);
        assertThat(run.windows())
                .extracting(WindowRow::operator, WindowRow::firesAt, row -> ValueText.print(row.value()))
                .containsExactly(tuple(
                        "priced",
                        9L,
                        "[TaggedUnion(one=Word(text=a, length=1), two=null), "
                                + "TaggedUnion(one=null, two=Coin(word=a, cents=7))]"));
    }

    @Test
    void panes_of_a_join() {
        var panes = tumbling()
                .apply((word, coin) -> word.text() + coin.cents())
                .name("priced")
                .panes()
                .collect("panes");
        Simulation run = Simulation.of(pipeline);
        word(run, "a", 1);
        coin(run, "a", 7, 2);
        watermark(run, 9);
        assertThat(run.output(panes))
                .extracting(Pane::key, Pane::window, Pane::value)
                .containsExactly(tuple("a", new TimeWindow(0, 10), "a7"));
    }

    @Test
    void topology_says_what_is_joined_and_how() {
        intervalJoin();
        tumbling()
                .trigger(new NeverTrigger<>())
                .allowedLateness(ms(1500))
                .apply((word, coin) -> word.text())
                .name("windows")
                .collect("joined");
        Topology topology = pipeline.build();
        assertThat(topology.describe()).contains("""
                          priced (interval-join: [-2ms, 3ms]) -> String
                            <- words, by key String
                            <- coins, by key String, second input
                        """).contains("  windows (join: tumbling 10ms, join, ");
    }
}
