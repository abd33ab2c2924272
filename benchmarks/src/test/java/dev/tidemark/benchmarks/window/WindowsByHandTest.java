package dev.tidemark.benchmarks.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.benchmarks.event.EventPlan;
import dev.tidemark.benchmarks.result.Checksum;
import dev.tidemark.benchmarks.result.Tally;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The results that every engine is held to. */
class WindowsByHandTest {

    @Test
    void five_million_events_in_tumbling_windows_come_to_the_known_checksum() {
        Tally results = new Tally();

        new WindowsByHand(WindowPlan.tumbling(EventPlan.STANDARD, Duration.ofSeconds(10))).run(5_000_000, results);

        assertThat(results.checksum()).isEqualTo(new Checksum(50_913, 0x3de9c49cb283dd57L));
    }

    @Test
    void windows_that_slide_by_their_size_are_tumbling_ones() {
        Duration size = Duration.ofSeconds(1);

        assertThat(results(WindowPlan.sliding(EventPlan.STANDARD, size, size)))
                .isEqualTo(results(WindowPlan.tumbling(EventPlan.STANDARD, size)));
    }

    @Test
    void sessions_with_a_gap_longer_than_the_stream_are_one_for_each_key() {
        assertThat(results(WindowPlan.sessions(EventPlan.STANDARD, Duration.ofHours(1)))
                        .rows())
                .isEqualTo(1000);
    }

    private static Checksum results(WindowPlan plan) {
        Tally results = new Tally();
        new WindowsByHand(plan).run(30_000, results);
        return results.checksum();
    }
}
