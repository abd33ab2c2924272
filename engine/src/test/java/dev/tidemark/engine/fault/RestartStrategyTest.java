package dev.tidemark.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestartStrategyTest {
    private static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }

    @Test
    void defaults_are_those_of_flink() {
        assertThat(RestartStrategy.fixedDelay()).isEqualTo(new FixedDelay(1, ms(1000)));
        assertThat(RestartStrategy.failureRate()).isEqualTo(new FailureRate(1, ms(60_000), ms(1000)));
        assertThat(RestartStrategy.exponentialDelay())
                .isEqualTo(
                        new ExponentialDelay(ms(1000), ms(60_000), 1.5, Duration.ofHours(1), 0.1, Integer.MAX_VALUE));
    }

    @Test
    void a_fixed_delay_allows_so_many() {
        RestartBackoff twice = RestartStrategy.fixedDelay(2, ms(30)).begin();
        List<Boolean> allowed = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            twice.failed(i, 0);
            allowed.add(twice.allows(i));
        }
        assertThat(allowed).containsExactly(true, true, false);
        assertThat(twice.delayMillis(7)).isEqualTo(30);
    }

    @Test
    void a_failure_rate_forgets_what_lies_farther_back_than_its_interval() {
        RestartBackoff rate = RestartStrategy.failureRate(2, ms(100), ms(5)).begin();
        List<Boolean> allowed = new ArrayList<>();
        for (long at : new long[] {0, 10, 101, 110, 212}) {
            rate.failed(at, 0);
            allowed.add(rate.allows(at));
        }
        assertThat(allowed).containsExactly(true, true, true, false, true);
    }

    @Test
    void an_exponential_delay_grows_up_to_its_longest_and_begins_anew_after_a_calm() {
        RestartBackoff growing = RestartStrategy.exponentialDelay()
                .between(ms(10), ms(50))
                .multiplier(2)
                .jitter(0)
                .resetAfter(ms(1000))
                .begin();
        List<Long> delays = new ArrayList<>();
        for (long at : new long[] {0, 100, 200, 300, 400, 450, 1449, 2500}) {
            growing.failed(at, 0);
            delays.add(growing.delayMillis(at));
        }
        assertThat(delays).containsExactly(10L, 20L, 40L, 50L, 50L, 50L, 50L, 10L);
    }

    @Test
    void failures_before_the_restart_count_as_one() {
        RestartBackoff growing =
                RestartStrategy.exponentialDelay().jitter(0).attempts(1).begin();
        growing.failed(0, 0);
        growing.failed(400, 0);
        assertThat(growing.delayMillis(400)).isEqualTo(600);
        assertThat(growing.allows(400)).isTrue();
        growing.failed(1000, 0);
        assertThat(growing.allows(1000)).isFalse();
    }

    @Test
    void jitter_adds_and_takes_away_its_part() {
        List<Long> delays = new ArrayList<>();
        for (long draw = 0; draw < 401; draw++) {
            RestartBackoff growing = RestartStrategy.exponentialDelay()
                    .between(ms(1000), ms(60_000))
                    .jitter(0.1)
                    .begin();
            growing.failed(0, 0);
            growing.failed(5000, draw);
            delays.add(growing.delayMillis(5000));
        }
        assertThat(delays).contains(1350L, 1500L, 1650L).allMatch(delay -> delay >= 1350 && delay <= 1650);
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThatThrownBy(() -> RestartStrategy.fixedDelay(-1, ms(1)))
                .hasMessage("attempts is -1; it must be 0, or how often the job may start again");
        assertThatThrownBy(() -> RestartStrategy.fixedDelay(1, ms(-1)))
                .hasMessage("delay is PT-0.001S; it must be at least PT0S");
        assertThatThrownBy(() -> RestartStrategy.failureRate(0, ms(1), ms(1)))
                .hasMessage("failures is 0; an interval must allow at least 1");
        assertThatThrownBy(() -> RestartStrategy.exponentialDelay().between(ms(2), ms(1)))
                .hasMessage("max is PT0.001S; it must be at least PT0.002S");
        assertThatThrownBy(() -> RestartStrategy.exponentialDelay().multiplier(1))
                .hasMessage("multiplier is 1.0; it must be above 1");
        assertThatThrownBy(() -> RestartStrategy.exponentialDelay().jitter(1.1))
                .hasMessage("jitter is 1.1; it must lie in [0, 1]");
        assertThatThrownBy(() -> RestartStrategy.exponentialDelay().attempts(0))
                .hasMessage("attempts is 0; it must be at least 1");
    }
}
