package dev.tidemark.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    private static final long FIRST = Instant.parse("0001-01-01T00:00:00Z").toEpochMilli();
    private static final long LAST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();
    private static final long DAY = Instant.parse("2018-02-01T00:00:00Z").toEpochMilli();

    @Test
    void times_of_four_digit_years_are_instants_and_others_are_numbers() {
        assertThat(Times.text(DAY + 1)).isEqualTo("2018-02-01T00:00:00.001Z");
        assertThat(Times.text(FIRST)).isEqualTo("0001-01-01T00:00:00Z");
        assertThat(Times.text(FIRST - 1)).isEqualTo("-62135596800001ms");
        assertThat(Times.text(LAST)).isEqualTo("9999-12-31T23:59:59.999Z");
        assertThat(Times.text(LAST + 1)).isEqualTo("253402300800000ms");
        assertThat(Times.text(Long.MIN_VALUE)).isEqualTo("beginning");
        assertThat(Times.text(Long.MIN_VALUE + 1)).isEqualTo("-9223372036854775807ms");
        assertThat(Times.text(Long.MAX_VALUE)).isEqualTo("end of time");
        assertThat(Times.text(Long.MAX_VALUE - 1)).isEqualTo("9223372036854775806ms");
    }

    @Test
    void within_its_day_a_time_is_a_time_of_day_with_its_seconds() {
        assertThat(Times.text(DAY, DAY)).isEqualTo("00:00:00");
        assertThat(Times.text(DAY + 43_200_000, DAY)).isEqualTo("12:00:00");
        assertThat(Times.text(DAY + 5_000, DAY)).isEqualTo("00:00:05");
        assertThat(Times.text(DAY + 7, DAY)).isEqualTo("00:00:00.007");
        assertThat(Times.text(DAY + 86_399_999, DAY)).isEqualTo("23:59:59.999");
    }

    @Test
    void on_another_day_it_has_its_date() {
        assertThat(Times.text(DAY - 1, DAY)).isEqualTo("2018-01-31T23:59:59.999Z");
        assertThat(Times.text(DAY + 86_400_000, DAY)).isEqualTo("2018-02-02T00:00:00Z");
        assertThat(Times.text(FIRST, FIRST)).isEqualTo("00:00:00");
        assertThat(Times.text(LAST, Times.dayOf(LAST))).isEqualTo("23:59:59.999");
        assertThat(Times.text(FIRST - 1, Times.dayOf(FIRST - 1))).isEqualTo("-62135596800001ms");
        assertThat(Times.text(LAST + 1, LAST + 1)).isEqualTo("253402300800000ms");
    }

    @Test
    void day_begins_at_midnight_before_1970_too() {
        assertThat(Times.dayOf(DAY + 86_399_999)).isEqualTo(DAY);
        assertThat(Times.dayOf(-1)).isEqualTo(-86_400_000);
        assertThat(Times.dayOf(0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                Long.MIN_VALUE,
                Long.MIN_VALUE + 1,
                -62_135_596_800_001L,
                -1,
                0,
                1_517_443_200_000L,
                1_517_443_200_007L,
                1_517_486_400_000L,
                1_517_529_599_999L,
                1_517_529_600_000L,
                Long.MAX_VALUE
            })
    void what_is_written_is_read(long millis) {
        assertThat(Times.parse(Times.text(millis, DAY), DAY)).isEqualTo(millis);
        assertThat(Times.parse(Times.text(millis))).isEqualTo(millis);
    }

    @Test
    void what_is_no_time() {
        for (String text : new String[] {"noon", "25:00", "xms", "2018-02-01Tx"}) {
            assertThatThrownBy(() -> Times.parse(text, 0))
                    .hasMessage("'" + text + "' is not a time; write 12:04:59, 2018-02-01T06:00:00Z or "
                            + "1517464800000ms");
        }
        assertThatThrownBy(() -> Times.parse("12:00:00"))
                .hasMessage("'12:00:00' is not an instant; write 2018-02-01T06:00:00Z or 1517464800000ms");
    }

    @Test
    void durations_as_a_person_says_them() {
        assertThat(Times.text(Duration.ofHours(6))).isEqualTo("6h");
        assertThat(Times.text(Duration.ofMinutes(90))).isEqualTo("1h30m");
        assertThat(Times.text(Duration.ofMillis(1_500))).isEqualTo("1500ms");
        assertThat(Times.text(Duration.ofMillis(-250))).isEqualTo("-250ms");
        assertThat(Times.text(Duration.ZERO)).isEqualTo("0s");
        assertThat(Times.text(ChronoUnit.FOREVER.getDuration())).isEqualTo("PT2562047788015215H30M7.999999999S");
    }

    @Test
    void sum_stays_at_the_end_of_time() {
        assertThat(Times.saturatedAdd(3, 4)).isEqualTo(7);
        assertThat(Times.saturatedAdd(-9, 4)).isEqualTo(-5);
        assertThat(Times.saturatedAdd(Long.MIN_VALUE, Long.MAX_VALUE)).isEqualTo(-1);
        assertThat(Times.saturatedAdd(Long.MAX_VALUE - 4, 4)).isEqualTo(Long.MAX_VALUE);
        assertThat(Times.saturatedAdd(Long.MAX_VALUE - 4, 5)).isEqualTo(Long.MAX_VALUE);
        assertThat(Times.saturatedAdd(Long.MAX_VALUE, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    }
}
