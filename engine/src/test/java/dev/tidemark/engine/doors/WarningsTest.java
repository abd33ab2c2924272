package dev.tidemark.engine.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.Trace;
import dev.tidemark.engine.function.RichFunction;
import dev.tidemark.engine.function.RuntimeContext;
import dev.tidemark.engine.function.TimestampAssigner;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.timeline.Statement;
import dev.tidemark.engine.topology.Edge;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.topology.Partitioning;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.engine.trigger.ContinuousEventTimeTrigger;
import dev.tidemark.engine.trigger.CountTrigger;
import dev.tidemark.engine.trigger.EventTimeTrigger;
import dev.tidemark.engine.trigger.PurgingTrigger;
import dev.tidemark.engine.window.TumblingWindows;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WarningsTest {
    private static final TumblingWindows SECONDS = TumblingWindows.of(Duration.ofSeconds(1));

    private final Pipeline pipeline = Pipeline.create("words");

    private DataStream<Word> words(Watermarks<? super Word> watermarks) {
        return pipeline.source("words", Word.class, watermarks);
    }

    @Test
    void windows_behind_a_source_without_watermarks() {
        words(Watermarks.none())
                .filter(word -> true)
                .keyBy(Word::text)
                .window(SECONDS)
                .count()
                .name("count")
                .collect("out");
        assertThat(pipeline.build().warnings())
                .containsExactly("source 'words' has no watermarks before its end, so that 'count' waits for that; "
                        + "give the source Watermarks.outOfOrder(…), or go by processing time");
    }

    @Test
    void windows_behind_a_trace_whose_watermarks_nobody_can_move() {
        pipeline.source("words", Trace.of(List.of(Word.HELLO), Word.class), Watermarks.byHand())
                .windowAll(SECONDS)
                .trigger(PurgingTrigger.of(new EventTimeTrigger()))
                .count()
                .name("count")
                .collect("out");
        assertThat(pipeline.build().warnings())
                .containsExactly("source 'words' is a trace, whose watermarks can't be moved by hand, so that 'count' "
                        + "waits for its end; give the source Watermarks.outOfOrder(…)");
    }

    @Test
    void one_of_two_sources_without_watermarks() {
        DataStream<Word> moving = words(Watermarks.byHand());
        DataStream<Word> still = pipeline.source("still", Word.class, Watermarks.none());
        moving.union(still)
                .windowAll(SECONDS)
                .trigger(ContinuousEventTimeTrigger.every(Duration.ofMillis(1)))
                .count()
                .name("count")
                .collect("out");
        assertThat(pipeline.build().warnings())
                .singleElement()
                .asString()
                .startsWith("source 'still' has no watermarks before its end, so that 'count' waits");
    }

    @Test
    void what_does_not_wait_for_watermarks_is_not_warned_of() {
        words(Watermarks.none()).windowAll(SECONDS.inProcessingTime()).count().collect("by the clock");
        words(Watermarks.none().every(Duration.ofSeconds(1)).idleAfter(Duration.ofSeconds(1)))
                .name("others")
                .windowAll(SECONDS)
                .trigger(PurgingTrigger.of(CountTrigger.of(1)))
                .count()
                .collect("by number");
        assertThat(pipeline.build().warnings()).isEmpty();
    }

    /** Waits to be opened. */
    private static final class Opened implements TimestampAssigner<Word>, RichFunction {
        private static final long serialVersionUID = 1L;

        private long opened;

        @Override
        public void open(RuntimeContext context) {
            opened = 1;
        }

        @Override
        public long timestampOf(Word word, long previousMillis) {
            return opened;
        }
    }

    @Test
    void assigner_of_times_that_wants_to_be_opened_never_is() {
        words(Watermarks.byHand())
                .assignTimestampsAndWatermarks(Watermarks.none(), new Opened())
                .collect("out");
        assertThat(pipeline.build().warnings())
                .contains("the timestamp assigner WarningsTest$Opened is a RichFunction and is never opened, as on "
                        + "Flink; let a map(…) before it add what it needs");
        Simulation run = Simulation.of(pipeline);
        run.send("words", Word.HELLO, Word.at(7));
        run.settle();
        assertThat(run.output("out").get(0).timestamp()).isEqualTo(0);
    }

    @Test
    void watermark_by_hand_for_a_source_that_has_none() {
        words(Watermarks.none()).collect("out");
        Simulation run = Simulation.of(pipeline);
        assertThatThrownBy(() -> run.advanceWatermark("words", Word.at(1)))
                .hasMessage("source 'words' has no watermarks before its end (Watermarks.none()); "
                        + "to move them use Watermarks.byHand()");
        run.finish("words");
        run.settle();
        assertThat(run.watermark("out")).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    @Statement(165)
    void topology_with_a_cycle() {
        words(Watermarks.byHand()).filter(word -> true).name("some").collect("out");
        List<Node> nodes = pipeline.build().nodes();
        Node some = nodes.get(1);
        Node fromLater = new Node(
                some.id(),
                some.name(),
                some.uid(),
                some.kind(),
                some.description(),
                some.parallelism(),
                some.output(),
                Map.of(),
                List.of(new Edge(2, null, 0, new Partitioning.Forward())),
                some.role());
        assertThatThrownBy(() -> new Topology("cycle", List.of(nodes.get(0), fromLater, nodes.get(2)), List.of()))
                .hasMessage(
                        "operator 'some' gets elements from 'out', which does not come before it: a topology has no "
                                + "cycles; feed results back through a source of their own");
        assertThatThrownBy(() -> new Topology("moved", List.of(nodes.get(1)), List.of()))
                .hasMessage("operator 'some' has id 1 and stands at 0; make them equal");
    }
}
