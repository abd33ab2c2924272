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
        assertThat(message).isEqualTo("""
                pipeline 'counts in a field': a crash changed committed results
                  law       results are the same as without a crash
                  script    2 lines, shrunk from 29
                    day 2000-01-01
                    00:00:00 payments <- Payment(card=a, amount=1) @ 00:00:00
                    00:00:00.001 payments <- Payment(card=a, amount=1) @ 00:00:00
                  schedule  round robin
                  crashes   checkpoint before step 2; crash of operator 0#0 before step 6, restored (0 is 'payments')
                  seed      2, of the script before it was shrunk
                  expected  counts, key a: 1 @ 00:00:00 | 2 @ 00:00:00
                  actual    counts, key a: 1 @ 00:00:00 | 1 @ 00:00:00
                  first difference  counts, key a: 2 @ 00:00:00 expected, got 1 @ 00:00:00
                  usually   something lives outside of keyed state (a field, a static), or depends on how far the watermark was when an element came
                """);
    }

    @Test
    void counts_in_a_field_are_lost_in_a_snapshot() {
        String message = found(ONE_PARTITION, (script, random) -> assertThatPipeline(PlantedFaults.countsInAField())
                .on(script)
                .isUnchangedBySnapshots());
        assertThat(message).isEqualTo("""
                pipeline 'counts in a field': two runs differ
                  law       restoring a snapshot changes nothing
                  script    2 lines, shrunk from 16
                    day 2000-01-01
                    00:00:00 payments <- Payment(card=a, amount=1) @ 00:00:00
                    00:00:00 payments <- Payment(card=a, amount=1) @ 00:00:00
                  schedule  round robin
                  seed      1, of the script before it was shrunk
                  expected  00:00:00 counts -> 2 @ 00:00:00
                  actual    00:00:00 counts -> 1 @ 00:00:00
                  first difference  line 5 of the transcript
                  usually   a function keeps something in a field, which begins anew when the function does
                """);
    }

    @Test
    void an_aggregate_that_depends_on_the_order_differs_under_another_schedule() {
        String message = found(TWO_PARTITIONS, (script, random) -> assertThatPipeline(PlantedFaults.amountsInOrder())
                .on(script)
                .under(Schedule.seeded(random.nextInt(100)).quantum(1))
                .parallelism(2)
                .producesTheSameAs(roundRobin()));
        assertThat(message).isEqualTo("""
                pipeline 'amounts in order': results differ from those under schedule round robin
                  law       results are the same as under schedule round robin
                  script    2 lines, shrunk from 26
                    day 2000-01-01
                    00:00:00 payments/north <- Payment(card=b, amount=1) @ 00:00:00
                    00:00:00 payments/south <- Payment(card=b, amount=2) @ 00:00:00
                  schedule  script [1]
                  seed      24, of the script before it was shrunk
                  expected  joined, key b: "+1+2" @ 00:00:09.999
                  actual    joined, key b: "+2+1" @ 00:00:09.999
                  first difference  joined, key b: "+1+2" @ 00:00:09.999 expected, got "+2+1" @ 00:00:09.999
                  usually   an aggregate or a function depends on the order in which elements of several channels come
                """);
    }

    @Test
    void a_forgotten_timer_differs_from_what_brute_force_says() {
        String message = found(ONE_PARTITION.within(Duration.ofSeconds(8)), (script, random) -> assertThatPipeline(
                        PlantedFaults.forgottenTimer())
                .on(script)
                .matches(new Collected<String>("silent"), PlantedFaultsTest::silent));
        assertThat(message).isEqualTo("""
                pipeline 'forgotten timer': the pipeline and the oracle disagree
                  law       sink 'silent' holds what the oracle says
                  script    2 lines, shrunk from 16
                    day 2000-01-01
                    00:00:00 payments <- Payment(card=a, amount=1) @ 00:00:00
                    00:00:05 payments <- Payment(card=a, amount=1) @ 00:00:05
                  schedule  round robin
                  seed      1, of the script before it was shrunk
                  expected  silent: a
                  actual    silent: nothing
                  first difference  silent: a is missing
                  usually   one of the two is wrong about this script
                """);
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
        assertThat(message).isEqualTo("""
                pipeline 'booked twice': a crash changed committed results
                  law       results are the same as without a crash
                  script    1 line, shrunk from 2
                    day 2000-01-01
                    00:00:00 payments <- Payment(card=a, amount=1) @ 00:00:00
                  schedule  round robin
                  crashes   checkpoint before step 2; crash of operator 0#0 before step 6, restored (0 is 'payments')
                  seed      94, of the script before it was shrunk
                  expected  booked, key a: 1 @ 00:00:00
                  actual    booked, key a: 1 @ 00:00:00 | 1 @ 00:00:01
                  first difference  booked, key a: 1 @ 00:00:01 is too much
                  usually   something lives outside of keyed state (a field, a static), or depends on how far the watermark was when an element came
                """);
    }

    @Test
    void a_lambda_that_reads_a_static_counter_gives_another_run_each_time() {
        PlantedFaults.CALLS.set(0);
        String message = found(ONE_PARTITION, (script, random) -> assertThatPipeline(PlantedFaults.staticCounter())
                .on(script)
                .isDeterministic());
        assertThat(message).isEqualTo("""
                pipeline 'static counter': two runs differ
                  law       the same seed gives the same run
                  script    1 line, shrunk from 16
                    day 2000-01-01
                    00:00:00 payments <- Payment(card=a, amount=1) @ 00:00:00
                  schedule  round robin
                  seed      1, of the script before it was shrunk
                  expected  00:00:00 numbered -> 65 @ 00:00:00
                  actual    00:00:00 numbered -> 66 @ 00:00:00
                  first difference  line 3 of the transcript
                  usually   a function reads something that is not in the run: a static, the wall clock, a random source
                """);
    }
}
