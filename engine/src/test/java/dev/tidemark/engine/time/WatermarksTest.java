package dev.tidemark.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.timeline.Reading;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** How strategies read, and what may be asked of them. */
class WatermarksTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static Watermarks<Reading> bounded() {
        return Watermarks.outOfOrder(SECOND);
    }

    private static Watermarks<Reading> punctuated() {
        return Watermarks.punctuated((event, timestamp) -> OptionalLong.of(event.value()));
    }

    @Test
    void strategies_say_what_they_are() {
        assertThat(bounded()).hasToString("out of order by 1s");
        assertThat(Watermarks.monotonous()).hasToString("monotonous");
        assertThat(punctuated()).hasToString("punctuated");
        assertThat(Watermarks.byHand()).hasToString("by hand");
        assertThat(Watermarks.none()).hasToString("none");
        assertThat(bounded().perEvent()).hasToString("out of order by 1s, per event");
        assertThat(bounded().idleAfter(SECOND)).hasToString("out of order by 1s, idle after 1s");
        assertThat(Watermarks.byHand().alignment("g", SECOND)).hasToString("by hand, aligned in group 'g' within 1s");
    }

    @Test
    void what_is_changed_of_a_strategy_leaves_the_rest() {
        Watermarks<Reading> all =
                bounded().idleAfter(SECOND).every(Duration.ofMillis(1)).alignment("g", Duration.ZERO);
        assertThat(all.perEvent())
                .hasToString("out of order by 1s, per event, idle after 1s, aligned in group 'g' within 0s");
        assertThat(all.perEvent().intervalMillis()).isEqualTo(1);
        assertThat(all.perEvent().bound(Duration.ofMillis(5)))
                .hasToString("out of order by 5ms, per event, idle after 1s, aligned in group 'g' within 0s");
        assertThat(Watermarks.none()
                        .perEvent()
                        .idleAfter(Duration.ofMillis(1))
                        .every(SECOND)
                        .isNone())
                .isTrue();
    }

    @Test
    void bound_is_how_far_the_watermark_stays_behind() {
        assertThat(bounded().bound()).isEqualTo(1_001);
        assertThat(Watermarks.monotonous().bound()).isEqualTo(1);
        assertThat(Watermarks.byHand().bound()).isEqualTo(-1);
        assertThat(punctuated().bound()).isEqualTo(-1);
        assertThatThrownBy(() -> Watermarks.byHand().bound(SECOND))
                .hasMessage("a by hand strategy has no bound of disorder");
    }

    @Test
    void some_strategies_move_by_themselves() {
        assertThat(bounded().movesByItself()).isTrue();
        assertThat(punctuated().movesByItself()).isTrue();
        assertThat(Watermarks.byHand().movesByItself()).isFalse();
        assertThat(Watermarks.none().movesByItself()).isFalse();
        assertThat(bounded().isNone()).isFalse();
    }

    @Test
    void alignment_waits_for_no_less_than_nothing_and_compares_every_millisecond_at_most() {
        assertThat(new Alignment("g", 0, 1)).hasToString("aligned in group 'g' within 0s");
        assertThat(bounded().alignment("g", SECOND).alignment()).isEqualTo(new Alignment("g", 1_000, 1_000));
    }
}
