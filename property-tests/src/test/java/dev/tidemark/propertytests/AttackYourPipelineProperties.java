package dev.tidemark.propertytests;

import static dev.tidemark.propertytests.PipelineAssertions.assertThatPipeline;
import static dev.tidemark.propertytests.PipelineAssertions.noCrash;
import static dev.tidemark.propertytests.PipelineAssertions.roundRobin;

import dev.tidemark.engine.Collected;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Schedule;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.window.TumblingWindows;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The code of docs/property-testing.md. */
class AttackYourPipelineProperties {
    record Order(String shop, int cents) {}

    static final Collected<Long> TURNOVER = new Collected<>("turnover");

    static Pipeline turnover() {
        Pipeline pipeline = Pipeline.create("turnover");
        pipeline.source("orders", Order.class, Watermarks.<Order>outOfOrder(Duration.ofSeconds(5)))
                .keyBy(Order::shop)
                .window(TumblingWindows.of(Duration.ofMinutes(1)))
                .sumLong(Order::cents)
                .name("sum per shop and minute")
                .collect("turnover");
        return pipeline;
    }

    @Provide
    Arbitrary<EventScript<Order>> disordered() {
        Arbitrary<Order> orders = Combinators.combine(
                        Arbitraries.of("north", "south"), Arbitraries.integers().between(1, 100))
                .as(Order::new);
        return EventScripts.of(orders).source("orders").disorder(Duration.ofSeconds(5));
    }

    @Property
    void crashes_never_change_the_result(
            @ForAll("disordered") EventScript<Order> script, @ForAll Schedule schedule, @ForAll CrashPlan crashes) {
        assertThatPipeline(turnover()).on(script).under(schedule, crashes).producesTheSameAs(noCrash());
    }

    @Property
    void no_schedule_changes_the_result(@ForAll("disordered") EventScript<Order> script, @ForAll Schedule schedule) {
        assertThatPipeline(turnover()).on(script).under(schedule).parallelism(2).producesTheSameAs(roundRobin());
    }

    @Property
    void the_run_is_reproducible(@ForAll("disordered") EventScript<Order> script, @ForAll Schedule schedule) {
        assertThatPipeline(turnover()).on(script).under(schedule).isDeterministic();
    }

    @Property(tries = 20)
    void functions_keep_nothing_outside_of_state(@ForAll("disordered") EventScript<Order> script) {
        assertThatPipeline(turnover()).on(script).isUnchangedBySnapshots();
    }

    @Property
    void sums_are_what_brute_force_says(@ForAll("disordered") EventScript<Order> script) {
        assertThatPipeline(turnover()).on(script).matches(TURNOVER, AttackYourPipelineProperties::summed);
    }

    static List<Long> summed(EventScript<Order> script) {
        return List.copyOf(script.events().stream()
                .collect(Collectors.groupingBy(
                        event -> List.of(event.value().shop(), event.eventTimeMillis() / 60_000),
                        Collectors.summingLong(event -> event.value().cents())))
                .values());
    }

    @Test
    void a_script_that_once_failed_stays_a_test() {
        EventScript<Order> script = EventScript.parse("""
                day 2000-01-01
                00:00:00 orders <- Order(north, 5) @ 00:00:00
                00:01:06 orders <- Order(north, 7) @ 00:01:06
                """, Order.class);
        CrashPlan crashes = CrashPlan.parse("checkpoint before step 2; crash of operator 0#0 before step 6, restored");
        assertThatPipeline(turnover()).on(script).under(crashes).producesTheSameAs(noCrash());
    }
}
