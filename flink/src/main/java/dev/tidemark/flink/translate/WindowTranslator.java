package dev.tidemark.flink.translate;

import dev.tidemark.engine.window.ContentsSpec;
import dev.tidemark.engine.window.WindowLogic;
import dev.tidemark.engine.window.WindowSpec;
import dev.tidemark.flink.function.Aggregating;
import dev.tidemark.flink.function.ElementFunctions;
import dev.tidemark.flink.type.CodecTypeInformation;
import dev.tidemark.flink.window.FlinkAssigners;
import dev.tidemark.flink.window.FlinkEvictors;
import dev.tidemark.flink.window.WindowFunctionAdapter;
import dev.tidemark.flink.window.WindowTriggers;
import java.time.Duration;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.datastream.WindowedStream;
import org.apache.flink.streaming.api.windowing.windows.Window;
import org.apache.flink.util.OutputTag;

/** Windows: Flink's {@code WindowOperator}, with its own assigners and triggers where it has them. */
final class WindowTranslator implements Translator<WindowSpec> {
    @Override
    public SingleOutputStreamOperator<Object> translate(WindowSpec spec, Place place) {
        boolean panes = place.node().sides().containsKey(WindowLogic.PANES);
        if (panes && spec.assigner().merging()) {
            throw new Refusal("operator '" + place.name() + "' gives panes of windows that merge, and Flink does not"
                    + " know how often such a window has fired; read its results instead of panes(), or use windows"
                    + " that don't merge");
        }
        WindowTriggers trigger = WindowTriggers.of(spec, panes, place.name());
        WindowedStream<Object, Object, Window> windows = place.keyed()
                .window(FlinkAssigners.of(spec.assigner(), place.name()))
                .trigger(trigger.trigger());
        if (spec.lateness().eventTime()) {
            windows = windows.allowedLateness(Duration.ofMillis(spec.lateness().allowedMillis()));
        }
        OutputTag<Object> late = place.late(0);
        if (late != null) {
            windows = windows.sideOutputLateData(late);
        }
        return contents(spec.contents(), windows, trigger.function(spec, place.sides()), place);
    }

    private static SingleOutputStreamOperator<Object> contents(
            ContentsSpec contents,
            WindowedStream<Object, Object, Window> windows,
            WindowFunctionAdapter function,
            Place place) {
        if (contents instanceof ContentsSpec.Evicted evicted) {
            WindowedStream<Object, Object, Window> evicting =
                    windows.evictor(FlinkEvictors.of(evicted.evictor(), place.name()));
            return contents(evicted.afterwards(), evicting, function, place);
        }
        if (contents instanceof ContentsSpec.Reduced reduced) {
            return windows.reduce(
                    new ElementFunctions.Reduce(place.carried(reduced.function())), function, place.type());
        }
        if (contents instanceof ContentsSpec.Aggregated aggregated) {
            return windows.aggregate(
                    new Aggregating(place.carried(aggregated.function())),
                    function,
                    CodecTypeInformation.of(aggregated.accumulator()),
                    place.type(), // what the aggregate gives is never stored: Flink asks for its type and drops it
                    place.type());
        }
        return windows.process(function, place.type());
    }
}
