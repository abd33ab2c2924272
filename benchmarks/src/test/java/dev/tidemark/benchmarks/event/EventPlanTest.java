package dev.tidemark.benchmarks.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The synthetic stream is what it says. */
class EventPlanTest {

    private static final EventPlan PLAN = EventPlan.STANDARD;

    @Test
    void five_million_values_sum_up_to_the_known_sum() {
        assertThat(LongStream.range(0, 5_000_000)
                        .map(index -> PLAN.event(index).value())
                        .sum())
                .isEqualTo(247_500_000);
    }

    @Test
    void no_event_is_late_for_a_watermark_that_stays_behind_by_the_disorder() {
        long latest = PLAN.event(0).time();
        for (long i = 0; i < 100_000; i++) {
            long time = PLAN.event(i).time();
            assertThat(time).isGreaterThan(latest - EventPlan.DISORDER_MILLIS);
            latest = Math.max(latest, time);
        }
    }

    @Test
    void record_and_pojo_of_a_number_are_the_same_event() {
        for (long i = 0; i < 1000; i++) {
            EventPojo pojo = PLAN.pojo(i);
            assertThat(new Event(pojo.key, pojo.time, pojo.value)).isEqualTo(PLAN.event(i));
        }
    }

    @Test
    void another_seed_makes_another_stream() {
        assertThat(PLAN.withSeed(1 << 20).event(7)).isNotEqualTo(PLAN.event(7));
    }

    @Test
    void stream_without_keys_is_refused() {
        assertThatThrownBy(() -> PLAN.withKeys(0))
                .hasMessage("a stream of 0 keys and 10 events in a millisecond; both must be at least 1");
    }
}
