package dev.tidemark.flink.window;

import static java.time.Duration.ofMillis;

import dev.tidemark.engine.window.DynamicSessionWindows;
import dev.tidemark.engine.window.GlobalWindows;
import dev.tidemark.engine.window.SessionWindows;
import dev.tidemark.engine.window.SlidingWindows;
import dev.tidemark.engine.window.TumblingWindows;
import dev.tidemark.engine.window.Window;
import dev.tidemark.engine.window.WindowAssigner;
import dev.tidemark.flink.function.Carried;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.flink.streaming.api.windowing.assigners.EventTimeSessionWindows;
import org.apache.flink.streaming.api.windowing.assigners.ProcessingTimeSessionWindows;
import org.apache.flink.streaming.api.windowing.assigners.SlidingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.SlidingProcessingTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.TumblingProcessingTimeWindows;

/** The engine's window assigners as Flink's: built-in ones become Flink's own, a user's is adapted. */
public final class FlinkAssigners {
    private static final Map<
                    Class<?>,
                    BiFunction<Object, String, org.apache.flink.streaming.api.windowing.assigners.WindowAssigner<?, ?>>>
            BUILT_IN = Map.of(
                    TumblingWindows.class, (each, owner) -> tumbling((TumblingWindows) each),
                    SlidingWindows.class, (each, owner) -> sliding((SlidingWindows) each),
                    SessionWindows.class, (each, owner) -> sessions((SessionWindows) each),
                    DynamicSessionWindows.class, (each, owner) -> sessions((DynamicSessionWindows<?>) each, owner),
                    GlobalWindows.class, (each, owner) -> global((GlobalWindows) each));

    private FlinkAssigners() {}

    /** Flink's assigner; {@code owner} is the operator, for errors. */
    @SuppressWarnings("unchecked")
    public static org.apache.flink.streaming.api.windowing.assigners.WindowAssigner<
                    Object, org.apache.flink.streaming.api.windowing.windows.Window>
            of(WindowAssigner<Object, Window> assigner, String owner) {
        var builtIn = BUILT_IN.get(assigner.getClass());
        return (org.apache.flink.streaming.api.windowing.assigners.WindowAssigner<
                        Object, org.apache.flink.streaming.api.windowing.windows.Window>)
                (builtIn != null ? builtIn.apply(assigner, owner) : adapted(assigner, owner));
    }

    private static org.apache.flink.streaming.api.windowing.assigners.WindowAssigner<?, ?> adapted(
            WindowAssigner<Object, Window> assigner, String owner) {
        Carried<WindowAssigner<Object, Window>> carried = Carried.of(assigner, owner);
        return assigner.merging() ? new MergingAssignerAdapter(carried) : new AssignerAdapter(carried);
    }

    private static org.apache.flink.streaming.api.windowing.assigners.WindowAssigner<?, ?> tumbling(
            TumblingWindows windows) {
        return windows.eventTime()
                ? TumblingEventTimeWindows.of(ofMillis(windows.sizeMillis()), ofMillis(windows.offsetMillis()))
                : TumblingProcessingTimeWindows.of(ofMillis(windows.sizeMillis()), ofMillis(windows.offsetMillis()));
    }

    private static org.apache.flink.streaming.api.windowing.assigners.WindowAssigner<?, ?> sliding(
            SlidingWindows windows) {
        return windows.eventTime()
                ? SlidingEventTimeWindows.of(
                        ofMillis(windows.sizeMillis()),
                        ofMillis(windows.slideMillis()),
                        ofMillis(windows.offsetMillis()))
                : SlidingProcessingTimeWindows.of(
                        ofMillis(windows.sizeMillis()),
                        ofMillis(windows.slideMillis()),
                        ofMillis(windows.offsetMillis()));
    }

    private static org.apache.flink.streaming.api.windowing.assigners.WindowAssigner<?, ?> sessions(
            SessionWindows windows) {
        return windows.eventTime()
                ? EventTimeSessionWindows.withGap(ofMillis(windows.gapMillis()))
                : ProcessingTimeSessionWindows.withGap(ofMillis(windows.gapMillis()));
    }

    private static org.apache.flink.streaming.api.windowing.assigners.WindowAssigner<?, ?> sessions(
            DynamicSessionWindows<?> windows, String owner) {
        FlinkGap gap = FlinkGap.of(windows.gap(), owner);
        return windows.eventTime()
                ? EventTimeSessionWindows.withDynamicGap(gap)
                : ProcessingTimeSessionWindows.withDynamicGap(gap);
    }

    private static org.apache.flink.streaming.api.windowing.assigners.WindowAssigner<?, ?> global(
            GlobalWindows windows) {
        return windows.firesAtEnd()
                ? org.apache.flink.streaming.api.windowing.assigners.GlobalWindows.createWithEndOfStreamTrigger()
                : org.apache.flink.streaming.api.windowing.assigners.GlobalWindows.create();
    }
}
