package dev.tidemark.propertytests;

import static dev.tidemark.propertytests.PipelineAssertions.assertThatPipeline;
import static dev.tidemark.propertytests.PipelineAssertions.noCrash;
import static dev.tidemark.propertytests.PipelineAssertions.roundRobin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.Collected;
import dev.tidemark.engine.Schedule;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Each fault is found within a few hundred tries, and shrunk to the same few lines whenever this runs. */
class PlantedFaultsTest {
    private static final EventScripts<Payment> ONE_PARTITION =
            EventScripts.of(Payment.any()).source("payments").disorder(Pipelines.DISORDER);
    private static final EventScripts<Payment> TWO_PARTITIONS = ONE_PARTITION.partitions("north", "south");

    private static String found(EventScripts<Payment> scripts, BiConsumer<EventScript<Payment>, Random> law) {
        for (int seed = 1; seed <= 300; seed++) {
            try {
                law.accept(scripts.seeded(seed), new Random(seed));
            } catch (LawBroken broken) {
                return String.valueOf(broken.getMessage());
            } catch (TestAbortedException rejected) {
                assertThat(rejected.getMessage()).startsWith("not checked that ");
            }
        }
        throw new AssertionError("no try broke the law");
    }

    private static CrashPlan crash(Random random) {
        return CrashPlan.of(1 + random.nextInt(100), 1 + random.nextInt(100));
    }

    @Test
    void counts_in_a_field_are_lost_in_a_crash() {
        String message = found(ONE_PARTITION, (script, random) -> assertThatPipeline(PlantedFaults.countsInAField())
                .on(script)
                .under(crash(random))
                .producesTheSameAs(noCrash()));
        assertThat(message).isEqualTo("");
    }

    @Test
    void counts_in_a_field_are_lost_in_a_snapshot() {
        String message = found(ONE_PARTITION, (script, random) -> assertThatPipeline(PlantedFaults.countsInAField())
                .on(script)
                .isUnchangedBySnapshots());
        assertThat(message).isEqualTo("");
    }

    @Test
    void an_aggregate_that_depends_on_the_order_differs_under_another_schedule() {
        String message = found(TWO_PARTITIONS, (script, random) -> assertThatPipeline(PlantedFaults.amountsInOrder())
                .on(script)
                .under(Schedule.seeded(random.nextInt(100)).quantum(1))
                .parallelism(2)
                .producesTheSameAs(roundRobin()));
        assertThat(message).isEqualTo("");
    }

    @Test
    void a_forgotten_timer_differs_from_what_brute_force_says() {
        String message = found(ONE_PARTITION.within(Duration.ofSeconds(8)), (script, random) -> assertThatPipeline(
                        PlantedFaults.forgottenTimer())
                .on(script)
                .matches(new Collected<String>("silent"), PlantedFaultsTest::silent));
        assertThat(message).isEqualTo("");
    }

    /** Within eight seconds nobody is silent for ten, and in the end everybody is. */
    private static List<String> silent(EventScript<Payment> script) {
        return script.events().stream()
                .map(event -> event.value().card())
                .distinct()
                .toList();
    }

    @Test
    void a_result_that_is_sent_again_after_a_crash_comes_twice() {
        String message = found(ONE_PARTITION, (script, random) -> assertThatPipeline(PlantedFaults.bookedTwice())
                .on(script)
                .under(crash(random))
                .producesTheSameAs(noCrash()));
        assertThat(message).isEqualTo("");
    }

    @Test
    void a_lambda_that_reads_a_static_counter_gives_another_run_each_time() {
        PlantedFaults.CALLS.set(0);
        String message = found(ONE_PARTITION, (script, random) -> assertThatPipeline(PlantedFaults.staticCounter())
                .on(script)
                .isDeterministic());
        assertThat(message).isEqualTo("");
    }
}
