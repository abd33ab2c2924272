package dev.tidemark.propertytests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.transcript.TranscriptException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import org.junit.jupiter.api.Test;

class EventScriptTest {
    private static final EventScripts<Payment> SCRIPTS = EventScripts.of(Payment.any())
            .source("payments")
            .partitions("north", "south")
            .disorder(Pipelines.DISORDER)
            .withMarks();

    private record Stamped(Instant at) {}

    @Test
    void a_script_reads_back_what_it_prints() {
        for (int seed = 1; seed <= 200; seed++) {
            EventScript<Payment> script = SCRIPTS.seeded(seed);
            assertThat(EventScript.parse(script.toString(), Payment.class)).isEqualTo(script);
            assertThat(EventScript.parse(script.toString(), Pipelines.fraud())).isEqualTo(script);
        }
    }

    @Test
    void the_same_seed_makes_the_same_script() {
        assertThat(SCRIPTS.seeded(7)).isEqualTo(SCRIPTS.seeded(7)).isNotEqualTo(SCRIPTS.seeded(8));
        assertThat(SCRIPTS.seeded(7).seed()).isEqualTo(7);
    }

    @Test
    void disorder_stays_within_its_bound() {
        for (int seed = 1; seed <= 200; seed++) {
            assertThat(SCRIPTS.seeded(seed).disorder()).isLessThanOrEqualTo(Pipelines.DISORDER);
        }
    }

    @Test
    void late_events_are_further_behind() {
        EventScripts<Payment> late = SCRIPTS.late(Duration.ofSeconds(20));
        assertThat(IntStream.rangeClosed(1, 50).mapToObj(late::seeded).map(EventScript::disorder))
                .anyMatch(disorder -> disorder.compareTo(Pipelines.DISORDER) > 0)
                .allMatch(disorder -> disorder.compareTo(Duration.ofSeconds(25)) <= 0);
    }

    @Test
    void sizes_are_spread_evenly() {
        EventScripts<Payment> scripts = EventScripts.of(Payment.any()).events(1, 10);
        Map<Integer, Long> sizes = IntStream.rangeClosed(1, 1000)
                .mapToObj(scripts::seeded)
                .collect(Collectors.groupingBy(EventScript::size, Collectors.counting()));
        assertThat(sizes).hasSize(10);
        assertThat(sizes.values()).allMatch(count -> count > 50 && count < 150);
    }

    @Test
    void events_that_carry_their_time_are_stamped_with_it() {
        EventScripts<Stamped> scripts =
                EventScripts.of(Arbitraries.just(new Stamped(Instant.EPOCH))).stamped((value, at) -> new Stamped(at));
        assertThat(scripts.seeded(3).events())
                .isNotEmpty()
                .allMatch(event -> event.value().at().toEpochMilli() == event.eventTimeMillis());
    }

    @Test
    void partitions_and_sources_are_found_in_the_lines() {
        String text = """
                day 2000-01-01
                00:00:00 web/b <- Payment(card=a, amount=1) @ 00:00:00
                00:00:01 web/a <- idle
                00:00:02 store <- watermark 00:00:01
                00:00:03 clock jumps
                00:00:04 store <- end
                """;
        EventScript<Payment> script = EventScript.parse(text, Payment.class);
        assertThat(script).hasToString(text);
        assertThat(script.partitions()).isEqualTo(Map.of("web", List.of("a", "b"), "store", List.of("0")));
    }

    @Test
    void a_line_that_is_none_is_named() {
        assertThatThrownBy(() -> EventScript.parse("day 2000-01-01\n00:00:00 payments", Payment.class))
                .isInstanceOf(TranscriptException.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void a_crash_plan_reads_back_what_it_prints() {
        CrashPlan plan = new CrashPlan(
                List.of(9, 3), List.of(new CrashPlan.Crash(12, 1, 0, 2), new CrashPlan.Crash(7, 0, 1, 0)));
        assertThat(plan)
                .hasToString("checkpoint before step 3; checkpoint before step 9; "
                        + "crash of operator 0#1 before step 7, restored; "
                        + "crash of operator 1#0 before step 12, restored at parallelism 2");
        assertThat(CrashPlan.parse(plan.toString())).isEqualTo(plan);
        assertThat(CrashPlan.parse("none")).isEqualTo(CrashPlan.none());
        assertThatThrownBy(() -> CrashPlan.parse("crash at step 3"))
                .hasMessage("'crash at step 3' is no part of a crash plan; write 'checkpoint before step 3' or "
                        + "'crash of operator 1#0 before step 7, restored'");
    }
}
