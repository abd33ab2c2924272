package dev.tidemark.engine.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.timeline.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AssignersTest {
    private static final Reading ANY = new Reading("a", 1);

    private static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }

    static List<WindowAssigner<Object, ? extends Window>> withCells() {
        return List.of(
                TumblingWindows.of(ms(10)),
                TumblingWindows.of(ms(10)).offset(ms(-3)).inProcessingTime(),
                SlidingWindows.of(ms(10), ms(5)),
                SlidingWindows.of(ms(12), ms(4)).offset(ms(3)),
                SlidingWindows.of(ms(9), ms(3)).inProcessingTime(),
                GlobalWindows.create());
    }

    private static long[] times() {
        return new Random(1).longs(2_000, -60, 60).toArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withCells")
    void all_elements_of_a_cell_have_the_same_windows(WindowAssigner<Object, ? extends Window> assigner) {
        for (long time : times()) {
            long from = assigner.cellStart(time);
            assertThat(time - from).isBetween(0L, assigner.cellMillis() - 1);
            assertThat(assigner.cellStart(from)).isEqualTo(from);
            assertThat(assigner.assign(ANY, from, from)).isEqualTo(assigner.assign(ANY, time, time));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withCells")
    @SuppressWarnings("unchecked")
    void windows_that_are_remembered_are_those_that_would_be_assigned(
            WindowAssigner<Object, ? extends Window> assigner) {
        AssignedWindows assigned = new AssignedWindows((WindowAssigner<Object, Window>) assigner);
        for (long time : times()) {
            long elsewhere = time + 100;
            long timestamp = assigner.eventTime() ? time : elsewhere;
            long clock = assigner.eventTime() ? elsewhere : time;
            assertThat(List.of(assigned.of(ANY, timestamp, clock))).isEqualTo(assigner.assign(ANY, timestamp, clock));
        }
    }

    @Test
    void neighbours_share_their_windows() {
        AssignedWindows assigned = new AssignedWindows(any(SlidingWindows.of(ms(10), ms(5))));
        Window[] windows = assigned.of(ANY, 5, 0);
        assertThat(assigned.of(ANY, 9, 0)).isSameAs(windows);
        assertThat(assigned.of(ANY, 10, 0)).isNotSameAs(windows);
        assertThat(assigned.of(ANY, 7, 0)).isSameAs(windows);
        assertThat(assigned.of(ANY, 4, 0)).isNotSameAs(windows);
    }

    @Test
    void windows_without_cells_are_assigned_each_time() {
        AssignedWindows assigned = new AssignedWindows(any(SlidingWindows.of(ms(10), ms(4))));
        assertThat(assigned.of(ANY, 1, 0))
                .containsExactly(new TimeWindow(0, 10), new TimeWindow(-4, 6), new TimeWindow(-8, 2));
        assertThat(assigned.of(ANY, 2, 0)).containsExactly(new TimeWindow(0, 10), new TimeWindow(-4, 6));
    }

    @SuppressWarnings("unchecked")
    private static WindowAssigner<Object, Window> any(WindowAssigner<Object, ? extends Window> assigner) {
        return (WindowAssigner<Object, Window>) assigner;
    }

    @Test
    void element_without_a_time_is_refused_however_quick_the_windows_are() {
        for (WindowAssigner<Object, ? extends Window> assigner :
                List.of(TumblingWindows.of(ms(10)), SlidingWindows.of(ms(10), ms(5)))) {
            AssignedWindows assigned = new AssignedWindows(any(assigner));
            assertThatThrownBy(() -> assigned.of(ANY, Long.MIN_VALUE, 0))
                    .hasMessageStartingWith("the element Reading[key=a, value=1] has no timestamp");
        }
    }

    @Test
    void sessions_have_no_cells() {
        assertThat(SessionWindows.withGap(ms(5)).cellMillis()).isZero();
        assertThatThrownBy(() -> SessionWindows.withGap(ms(5)).cellStart(1))
                .hasMessage("sessions with gap 5ms has no cells");
    }

    @Test
    void assigners_say_what_they_are() {
        assertThat(TumblingWindows.of(ms(10))).hasToString("tumbling 10ms");
        assertThat(TumblingWindows.of(ms(10)).offset(ms(3)).inProcessingTime())
                .hasToString("tumbling 10ms offset 3ms of processing time");
        assertThat(SlidingWindows.of(ms(10), ms(5))).hasToString("sliding 10ms every 5ms");
        assertThat(SlidingWindows.of(ms(10), ms(5)).inProcessingTime())
                .hasToString("sliding 10ms every 5ms of processing time");
        assertThat(SessionWindows.withGap(ms(5))).hasToString("sessions with gap 5ms");
        assertThat(SessionWindows.withGap(ms(5)).inProcessingTime())
                .hasToString("sessions with gap 5ms of processing time");
        var dynamic = SessionWindows.withDynamicGap((Reading each) -> ms(each.value()));
        assertThat(dynamic).hasToString("sessions with a gap by element");
        assertThat(dynamic.inProcessingTime()).hasToString("sessions with a gap by element of processing time");
        assertThat(GlobalWindows.create()).hasToString("global");
        assertThat(GlobalWindows.createWithEndOfStreamTrigger()).hasToString("global, at the end");
        assertThat(GlobalWindow.GLOBAL).hasToString("global");
    }

    @Test
    void gap_of_a_millisecond_is_the_shortest() {
        assertThat(SessionWindows.withGap(ms(1)).assign(ANY, 3, 0)).containsExactly(new TimeWindow(3, 4));
        assertThat(SessionWindows.withDynamicGap((Reading each) -> ms(each.value()))
                        .assign(ANY, 3, 0))
                .containsExactly(new TimeWindow(3, 4));
        assertThat(SlidingWindows.of(ms(1), ms(1)).assign(ANY, 3, 0)).containsExactly(new TimeWindow(3, 4));
        assertThat(TumblingWindows.of(ms(1)).assign(ANY, 3, 0)).containsExactly(new TimeWindow(3, 4));
        assertThat(SlidingWindows.of(ms(10_000_000), ms(1)).slideMillis()).isEqualTo(1);
    }
}
