package dev.tidemark.flink.search;

import dev.tidemark.engine.element.*;
import dev.tidemark.engine.trigger.*;
import dev.tidemark.engine.window.*;
import dev.tidemark.flink.*;
import java.time.*;
import java.util.*;
import org.junit.jupiter.api.Test;

class ScratchTest {
    @Test
    void a() throws Exception {
        SearchCase e = new SearchCase(
                "e",
                List.of(new Feed("in", 1, Feed.Strategy.BY_HAND, 0)),
                List.of(new Stage.Timing(false)),
                List.of(
                        new Line(1, "in", 0, new Event(new Hit("k1", 43, 10), -2)),
                        new Line(2, "in", 0, WatermarkStatus.IDLE),
                        new Line(3, "in", 0, EndOfInput.INSTANCE)));
        SearchCase e2 = new SearchCase(
                "e2",
                List.of(new Feed("in", 1, Feed.Strategy.BY_HAND, 0)),
                List.of(new Stage.Timing(false)),
                List.of(
                        new Line(1, "in", 0, new Event(new Hit("k1", 43, 10), -2)),
                        new Line(3, "in", 0, EndOfInput.INSTANCE)));
        SearchCase a = new SearchCase(
                "a",
                List.of(new Feed("in", 1, Feed.Strategy.PERIODIC, 5)),
                List.of(new Stage.Timing(false)),
                List.of(
                        new Line(1, "in", 0, new Event(new Hit("k1", 43, 10), 20)),
                        new Line(3, "in", 0, EndOfInput.INSTANCE)));
        try (FlinkRunner f = FlinkRunner.local(1)) {
            for (SearchCase s : List.of(e, e2, a)) {
                System.out.println(
                        s + "  cluster " + f.run(s.topology(), s.script()).output("out"));
                System.out.println("  bench " + CaseRun.onBench(s));
                System.out.println("  engine " + CaseRun.onEngine(s));
            }
        }
        SearchCase c = new SearchCase(
                "c",
                List.of(new Feed("in", 1, Feed.Strategy.BY_HAND, 0)),
                List.of(new Windowing(
                        TumblingWindows.of(Duration.ofMillis(18)),
                        new ProcessingTimeTrigger(),
                        0,
                        Windowing.Contents.AGGREGATED,
                        false,
                        true)),
                List.of(
                        new Line(66, "in", 0, new Event(new Hit("k1", 43, 10), 3)),
                        new Line(77, "in", 0, new Event(new Hit("k1", 44, 10), 4)),
                        new Line(78, "in", 0, new Event(new Hit("k1", 44, 10), 4))));
        System.out.println(c);
        System.out.println("  bench " + CaseRun.onBench(c));
        System.out.println("  engine " + CaseRun.onEngine(c));
    }
}
