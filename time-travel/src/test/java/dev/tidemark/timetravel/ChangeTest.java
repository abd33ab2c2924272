package dev.tidemark.timetravel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.transcript.Effect;
import dev.tidemark.engine.transcript.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeTest {
    /** A change as the run itself told of it when it was done. */
    private record Seen(long step, Effect.StateChanged change) {
        boolean same(Effect.StateChanged other) {
            return change.operator().equals(other.operator())
                    && change.key().equals(other.key())
                    && change.state().equals(other.state());
        }

        static List<Seen> in(List<Step> steps) {
            List<Seen> all = new ArrayList<>();
            for (Step step : steps) {
                for (Effect effect : step.effects()) {
                    if (effect instanceof Effect.StateChanged change) {
                        all.add(new Seen(step.number(), change));
                    }
                }
            }
            return all;
        }
    }

    private static String text(Seen seen) {
        return seen.step() + " " + seen.change().namespace() + " "
                + seen.change().after();
    }

    private static String text(Change change) {
        return change.step() + " " + (change.window() == null ? "" : change.window()) + " " + change.after();
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54})
    void the_changes_of_a_key_are_those_that_the_run_told_of(long seed) {
        RandomRun random = new RandomRun(seed);
        random.drive(400);
        List<Seen> all = Seen.in(random.told());
        Random questions = new Random(seed);
        for (int i = 0; i < 75 && !all.isEmpty(); i++) {
            Effect.StateChanged about = all.get(questions.nextInt(all.size())).change();
            long at = (long) (questions.nextDouble() * (random.run().lastStep() + 1));
            random.run().seek(at);
            List<String> before = all.stream()
                    .filter(each -> each.same(about) && each.step() <= at)
                    .map(ChangeTest::text)
                    .toList();
            assertThat(random.run().history(about.operator(), about.key(), about.state()).stream()
                            .map(ChangeTest::text))
                    .isEqualTo(before);
            assertThat(random.run()
                            .lastChange(about.operator(), about.key(), about.state())
                            .map(ChangeTest::text))
                    .isEqualTo(before.stream().reduce((one, two) -> two));
            assertThat(random.run()
                            .nextChange(about.operator(), about.key(), about.state())
                            .map(ChangeTest::text))
                    .isEqualTo(all.stream()
                            .filter(each -> each.same(about) && each.step() > at)
                            .map(ChangeTest::text)
                            .findFirst());
            assertThat(random.run().stepNumber()).isEqualTo(at);
        }
    }

    @Test
    void a_change_says_what_caused_it() {
        try (RecordedRun run = TimeTravel.start(Pipelines.sums())) {
            run.send("clicks", new Pipelines.Click("ada", 1, 7));
            run.settle();
            Change change = run.lastChange("sum", "ada", "contents").orElseThrow();
            assertThat(change.at()).isEqualTo(run.clock());
            assertThat(change)
                    .hasToString("step 2, contents of [1970-01-01T00:00:00Z, 00:00:10) = 7: "
                            + "sum#0 takes Click(user=ada, second=1, count=7) @ 00:00:01 from clicks#0");
            assertThat(run.lastChange("sum", "bob", "contents")).isEmpty();
            assertThat(run.nextChange("sum", "ada", "contents")).isEmpty();
        }
    }

    @Test
    void an_operator_that_is_not_there_is_refused() {
        try (RecordedRun run = TimeTravel.start(Pipelines.sums())) {
            assertThatThrownBy(() -> run.history("sun", "ada", "contents"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'sun'");
        }
    }
}
