package dev.tidemark.timetravel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.Run;
import dev.tidemark.engine.transcript.Effect;
import dev.tidemark.engine.transcript.Happening;
import dev.tidemark.engine.transcript.Step;
import dev.tidemark.engine.window.Pane;
import dev.tidemark.timetravel.Pipelines.Click;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BreakpointTest {
    /** A breakpoint, and the same said of a step in another way. */
    record Pair(Breakpoint breakpoint, Predicate<Step> plainly) {
        @Override
        public String toString() {
            return breakpoint.toString();
        }
    }

    private static RecordedRun clicks() {
        RecordedRun run = TimeTravel.start(Pipelines.sums());
        click(run, "ada", 1);
        click(run, "bob", 2);
        click(run, "ada", 12);
        run.advanceWatermark("clicks", "1970-01-01T00:00:10Z");
        run.settle();
        click(run, "ada", 3);
        click(run, "bob", 25);
        run.advanceWatermark("clicks", "1970-01-01T00:00:30Z");
        run.settle();
        return run;
    }

    private static void click(Run run, String user, long second) {
        run.send("clicks", new Click(user, second, second));
        run.settle();
    }

    static List<Pair> pairs() {
        return List.of(
                new Pair(Breakpoint.stateChanged("sum"), effect(Effect.StateChanged.class, each -> true)),
                new Pair(Breakpoint.stateChanged("sum", "ada"), effect(Effect.StateChanged.class, each -> each.key()
                        .equals("ada"))),
                new Pair(
                        Breakpoint.stateChanged("sum", "bob", "contents"),
                        effect(Effect.StateChanged.class, each -> each.key().equals("bob"))),
                new Pair(Breakpoint.windowFired("sum"), effect(Effect.Fired.class, each -> true)),
                new Pair(Breakpoint.windowFired("sum", "bob"), effect(Effect.Fired.class, each -> each.key()
                        .equals("bob"))),
                new Pair(
                        Breakpoint.windowFired("sum", "ada", "1970-01-01T00:00:10Z"),
                        effect(
                                Effect.Fired.class,
                                each -> each.key().equals("ada")
                                        && each.window().toString().contains("00:00:10Z,"))),
                new Pair(
                        Breakpoint.windowEmptied("sum"),
                        effect(Effect.StateChanged.class, each -> each.after() == null)),
                new Pair(Breakpoint.timerSet("sum"), effect(Effect.TimerChanged.class, Effect.TimerChanged::set)),
                new Pair(Breakpoint.timerFired("sum"), step -> step.happening() instanceof Happening.TimerFired),
                new Pair(Breakpoint.late("sum"), effect(Effect.DroppedLate.class, each -> true)),
                new Pair(
                        Breakpoint.watermarkReaches("sum", "1970-01-01T00:00:20Z"),
                        effect(
                                Effect.WatermarkRose.class,
                                each -> each.operator().equals("sum") && each.watermark() >= 20_000)),
                new Pair(
                        Breakpoint.element("clicks", Click.class).where(click -> click.second() > 10),
                        step -> step.happening() instanceof Happening.EventRead read
                                && ((Click) read.value()).second() > 10),
                new Pair(
                        Breakpoint.output("sums", Pane.class).where(pane -> (long) pane.value() > 2),
                        effect(Effect.Emitted.class, each -> (long) ((Pane<?, ?>) each.value()).value() > 2)),
                new Pair(
                        Breakpoint.late("sum").or(Breakpoint.windowFired("sum", "bob")),
                        effect(
                                Effect.class,
                                each -> each instanceof Effect.DroppedLate
                                        || (each instanceof Effect.Fired fired
                                                && fired.key().equals("bob")))),
                new Pair(
                        Breakpoint.stateChanged("sum").and(Breakpoint.timerSet("sum")),
                        effect(Effect.StateChanged.class, each -> true)
                                .and(effect(Effect.TimerChanged.class, Effect.TimerChanged::set))),
                new Pair(
                        Breakpoint.when("every fifth step", step -> step.number() % 5 == 0),
                        step -> step.number() % 5 == 0));
    }

    private static <T extends Effect> Predicate<Step> effect(Class<T> type, Predicate<T> which) {
        return step ->
                step.effects().stream().anyMatch(effect -> type.isInstance(effect) && which.test(type.cast(effect)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void forwards_and_backwards_it_stops_at_the_same_steps(Pair pair) {
        try (RecordedRun run = clicks()) {
            List<Long> expected = new ArrayList<>();
            run.retell(step -> {
                if (pair.plainly().test(step)) {
                    expected.add(step.number());
                }
            });
            assertThat(expected).as("the run has such steps").isNotEmpty();

            run.seek(0);
            List<Long> forwards = new ArrayList<>();
            while (run.runTo(pair.breakpoint()).note().startsWith("stopped: ")) {
                forwards.add(run.stepNumber());
            }
            assertThat(forwards).isEqualTo(expected);

            List<Long> backwards = new ArrayList<>();
            if (expected.contains(run.stepNumber())) {
                backwards.add(run.stepNumber());
            }
            while (!run.runBackTo(pair.breakpoint()).note().startsWith("nowhere")) {
                backwards.add(0, run.stepNumber());
            }
            assertThat(backwards).isEqualTo(expected);
        }
    }

    @Test
    void a_result_without_an_earlier_event_of_its_key_is_found() {
        Breakpoint firing = Breakpoint.windowFired("sum");
        Breakpoint second = Breakpoint.element("clicks", Click.class)
                .where(click -> click.second() > 20)
                .by(Click::user);
        try (RecordedRun run = clicks()) {
            run.seek(0);
            List<String> stops = new ArrayList<>();
            while (run.runTo(firing.withoutEarlier(second)).note().startsWith("stopped: ")) {
                stops.add(lastFired(run));
            }
            assertThat(stops).containsExactly("ada 0", "bob 0", "ada 10");
            assertThat(run.runBackTo(firing.withoutEarlier(second)).note()).contains("at step ");
            assertThat(lastFired(run)).isEqualTo("ada 10");
        }
    }

    private static String lastFired(RecordedRun run) {
        List<String> fired = new ArrayList<>();
        run.retell(step -> step.effects().forEach(effect -> {
            if (effect instanceof Effect.Fired each) {
                fired.add(each.key() + " " + (each.window().maxTimestamp() + 1 - 10_000) / 1000);
            }
        }));
        return fired.get(fired.size() - 1);
    }

    @Test
    void the_move_says_what_stopped_it() {
        try (RecordedRun run = clicks()) {
            run.seek(0);
            assertThat(run.runTo(Breakpoint.stateChanged("sum", "bob", "contents"))
                            .note())
                    .isEqualTo("stopped: state 'contents' of 'sum' changes for bob");
            assertThat(run.runBackTo(Breakpoint.late("sum")).note())
                    .isEqualTo("nowhere before step " + run.stepNumber() + ": an element is late for 'sum'");
        }
    }

    @Test
    void what_cannot_be_found_is_refused() {
        try (RecordedRun run = clicks()) {
            assertThatThrownBy(() -> run.runTo(Breakpoint.late("sun")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'sun'")
                    .hasMessageContaining("sum");
            run.seek(0);
            assertThatThrownBy(() ->
                            run.runTo(Breakpoint.element("clicks", String.class).where(text -> text.isEmpty())))
                    .hasMessageContaining("a breakpoint at 'clicks' is of String, but there it was Click: Click(");
        }
    }
}
