package dev.tidemark.visualizers.eventtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.visualizers.Samples;
import dev.tidemark.visualizers.picture.Chart;
import dev.tidemark.visualizers.vegalite.OfficialSchema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventTimeChartsTest {
    private static final Instant NINE = Instant.parse("2026-01-01T09:00:00Z");

    private static OfficialSchema schema;

    @BeforeAll
    static void load_the_schema_once() {
        schema = OfficialSchema.load();
    }

    private static Instant at(long seconds) {
        return NINE.plusSeconds(seconds);
    }

    private static EventPoint event(long eventTime, long arrival, EventStatus status) {
        return EventPoint.of(at(eventTime), at(arrival), status, "k");
    }

    private static PaneBox pane(long fired, PaneTiming timing, String key, String value) {
        return PaneBox.of(at(0), at(60), at(fired), timing, key, value);
    }

    static Stream<Arguments> everything() {
        EventTimeData none = EventTimeData.named("nothing");
        EventTimeData one = none.events(List.of(event(0, 0, EventStatus.ON_TIME)));
        EventTimeData infinite = one.watermarks(List.of(
                        new WatermarkPoint(at(0).toEpochMilli(), Long.MIN_VALUE),
                        new WatermarkPoint(at(9).toEpochMilli(), Long.MAX_VALUE)))
                .panes(List.of(new PaneBox(
                        Long.MIN_VALUE, Long.MAX_VALUE, at(9).toEpochMilli(), PaneTiming.ON_TIME, "", "1")));
        EventTimeData untimed = none.events(
                List.of(new EventPoint(Long.MIN_VALUE, at(0).toEpochMilli(), EventStatus.ON_TIME, "", "", "no time")));
        List<EventTimeData> data = List.of(none, one, infinite, untimed, Samples.clicks(), Samples.earthquakes());
        List<Function<EventTimeData, Chart>> charts =
                List.of(EventTimePlane::of, DelayHistogram::of, WatermarkLag::of, WindowGantt::of);
        return data.stream().flatMap(each -> charts.stream().map(chart -> Arguments.of(chart.apply(each))));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void every_chart_of_any_data_is_valid_and_can_be_drawn(Chart chart) {
        assertThat(schema.errorsOf(chart.spec().json())).isEmpty();
        assertThat(chart.mimeBundle()).containsKey("image/svg+xml");
    }

    @Test
    void the_plane_counts_what_it_shows() {
        EventTimeData data = EventTimeData.named("run")
                .events(List.of(
                        event(0, 5, EventStatus.ON_TIME),
                        event(1, 90, EventStatus.LATE),
                        event(2, 300, EventStatus.DROPPED)))
                .watermarks(List.of(WatermarkPoint.of(at(5), at(0))))
                .panes(List.of(pane(60, PaneTiming.ON_TIME, "k", "1")));

        assertThat(EventTimePlane.of(data).summary())
                .isEqualTo("run: event time and processing time; 3 events: 1 on time, 1 late, 1 dropped · 1 pane · "
                        + "watermark at 2026-01-01 09:00:00");
    }

    @Test
    void a_chart_is_the_same_in_every_locale() {
        Locale before = Locale.getDefault();
        String here = EventTimePlane.of(Samples.earthquakes()).spec().json();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(EventTimePlane.of(Samples.earthquakes()).spec().json()).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
        assertThat(here).contains("1,707 events");
    }

    @Test
    void events_without_an_event_time_are_counted_but_not_drawn() {
        EventTimeData data = EventTimeData.named("run")
                .events(List.of(
                        new EventPoint(Long.MIN_VALUE, at(0).toEpochMilli(), EventStatus.ON_TIME, "", "", "no time")));

        assertThat(EventTimePlane.of(data).summary()).endsWith("1 without an event time, not drawn");
    }

    @Test
    void a_watermark_at_the_end_of_input_is_called_infinite() {
        EventTimeData data = EventTimeData.named("run")
                .watermarks(List.of(new WatermarkPoint(at(0).toEpochMilli(), Long.MAX_VALUE)));

        assertThat(EventTimePlane.of(data).summary()).endsWith("watermark at +∞");
    }

    @Test
    void a_box_stands_on_the_firing_before_it_and_the_first_one_on_the_first_event() {
        EventTimeData data = EventTimeData.named("run")
                .events(List.of(event(10, 15, EventStatus.ON_TIME), event(20, 100, EventStatus.LATE)))
                .panes(List.of(pane(70, PaneTiming.ON_TIME, "k", "1"), pane(100, PaneTiming.LATE, "k", "2")));

        assertThat(PlaneBoxes.of(data))
                .extracting(PlaneBoxes.Box::fromMillis)
                .containsExactly(at(15).toEpochMilli(), at(70).toEpochMilli());
    }

    @Test
    void keys_that_fire_together_are_one_box() {
        EventTimeData data = EventTimeData.named("run")
                .panes(List.of(pane(70, PaneTiming.ON_TIME, "a", "1"), pane(70, PaneTiming.ON_TIME, "b", "2")));

        assertThat(PlaneBoxes.of(data)).singleElement().satisfies(box -> {
            assertThat(box.label()).isEqualTo("2 keys");
            assertThat(box.tooltipValue()).isEqualTo("a = 1, b = 2");
        });
    }

    @Test
    void only_the_first_and_the_last_firing_of_a_window_are_labelled() {
        EventTimeData data = EventTimeData.named("run")
                .panes(List.of(
                        pane(60, PaneTiming.ON_TIME, "k", "1"),
                        pane(200, PaneTiming.LATE, "k", "2"),
                        pane(400, PaneTiming.LATE, "k", "3")));
        Span across = new Span(at(0).toEpochMilli(), at(60).toEpochMilli());
        Span upwards = new Span(at(0).toEpochMilli(), at(400).toEpochMilli());

        assertThat(PlaneLabels.of(PlaneBoxes.of(data), across, upwards, 600, 400))
                .extracting(PlaneLabels.Label::words)
                .containsExactly("1", "3");
    }

    @Test
    void labels_that_would_stand_on_each_other_become_one() {
        EventTimeData data = EventTimeData.named("run")
                .panes(List.of(pane(60, PaneTiming.ON_TIME, "k", "1"), pane(61, PaneTiming.LATE, "k", "2")));
        Span across = new Span(at(0).toEpochMilli(), at(60).toEpochMilli());
        Span upwards = new Span(at(0).toEpochMilli(), at(400).toEpochMilli());

        assertThat(PlaneLabels.of(PlaneBoxes.of(data), across, upwards, 600, 400))
                .extracting(PlaneLabels.Label::words)
                .containsExactly("1 → 2");
    }

    @Test
    void one_huge_window_does_not_squeeze_the_events() {
        Span events = new Span(0, 1_000);

        assertThat(events.reaching(Stream.of(-9_000_000L, 500L, Long.MAX_VALUE).mapToLong(Long::longValue)))
                .isEqualTo(new Span(-1_000, 1_000));
    }

    @Test
    void bins_are_equal_where_delays_are_of_one_size() {
        assertThat(DelayBins.of(new long[] {0, 4_000, 9_999}).names())
                .startsWith("0 – 500 ms")
                .hasSize(20);
    }

    @Test
    void bins_grow_where_delays_run_from_seconds_to_days() {
        assertThat(DelayBins.of(new long[] {96_000, 14_400_000, 580_000_000}).names())
                .containsExactly(
                        "1 – 2 min",
                        "2 – 5 min",
                        "5 – 10 min",
                        "10 – 30 min",
                        "30 min – 1 h",
                        "1 – 2 h",
                        "2 – 6 h",
                        "6 – 12 h",
                        "12 h – 1 d",
                        "1 – 2 d",
                        "2 – 7 d");
    }

    @Test
    void events_that_arrive_before_they_happen_have_a_bin() {
        assertThat(DelayBins.of(new long[] {-60_000, 60_000}).names()).startsWith("-1 min – -50 s");
    }

    @Test
    void the_lag_is_shown_before_and_after_each_advance() {
        EventTimeData data = EventTimeData.named("run")
                .watermarks(List.of(WatermarkPoint.of(at(10), at(0)), WatermarkPoint.of(at(50), at(40))));

        assertThat(WatermarkLag.of(data).spec().json())
                .contains("\"lag\":10,\"order\":0", "\"lag\":50,\"order\":1", "\"lag\":10,\"order\":2");
    }

    @Test
    void a_key_that_never_fired_is_an_error_that_lists_those_that_did() {
        assertThatThrownBy(() -> WindowGantt.of(Samples.clicks(), "dave"))
                .hasMessage("no pane has the key 'dave'; there are: alice, bob, carol");
    }

    @Test
    void a_window_does_not_end_before_it_starts() {
        assertThatThrownBy(() -> new PaneBox(5, 4, 0, PaneTiming.EARLY, "", ""))
                .hasMessage("a window cannot end (4) before it starts (5); give [start, end)");
    }
}
