package dev.tidemark.flink.window;

import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.function.ProcessWindowFunction;
import dev.tidemark.engine.state.KeyedState;
import dev.tidemark.engine.window.Pane;
import dev.tidemark.engine.window.Window;
import dev.tidemark.engine.window.WindowLogic;
import dev.tidemark.flink.function.Carried;
import dev.tidemark.flink.function.FlinkContext;
import dev.tidemark.flink.function.Sides;
import dev.tidemark.flink.state.FlinkKeyedState;
import dev.tidemark.flink.state.StateSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * A user's window function; without one the contents themselves are the result. Where panes are read, each result also
 * goes there.
 */
public final class WindowFunctionAdapter
        extends org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction<
                Object, Object, Object, org.apache.flink.streaming.api.windowing.windows.Window> {
    private static final long serialVersionUID = 1L;
    private static final String FIRINGS = "firings";

    private final @Nullable Carried<ProcessWindowFunction<Object, Object, Object, Window>> function;
    private final Sides sides;
    private final @Nullable Firing firing;

    WindowFunctionAdapter(
            @Nullable Carried<ProcessWindowFunction<Object, Object, Object, Window>> function,
            Sides sides,
            @Nullable Firing firing) {
        this.function = function;
        this.sides = sides;
        this.firing = firing;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        if (function != null) {
            FlinkContext.open(function, getRuntimeContext());
        }
    }

    @Override
    public void process(Object key, Context context, Iterable<Object> elements, Collector<Object> out)
            throws Exception {
        List<Object> contents = new ArrayList<>();
        elements.forEach(contents::add);
        Emitter emitter = firing == null ? out::collect : panes(key, context, out, firing);
        if (function == null) {
            emitter.emit(contents.get(0));
        } else {
            function.get()
                    .process(key, new View(context, sides), Collections.unmodifiableList(contents), emitter::emit);
        }
    }

    /** Takes one result. */
    private interface Emitter {
        void take(Object result);

        default void emit(Object result) {
            take(Objects.requireNonNull(result, "a window's result is null"));
        }
    }

    private Emitter panes(Object key, Context context, Collector<Object> out, Firing cause) {
        Window window = FlinkWindows.toEngine(context.window());
        var timing = cause.timing(window, context.currentWatermark());
        int count = count(context);
        return result -> {
            out.collect(result);
            context.output(sides.get(WindowLogic.PANES), new Pane<>(key, window, result, timing, count));
        };
    }

    /** One more firing of this window. */
    private static int count(Context context) {
        var firings = new FlinkKeyedState(StateSource.of(context.windowState()), "").value(FIRINGS, Integer.class);
        Integer before = firings.value();
        int count = before == null ? 1 : before + 1;
        firings.update(count);
        return count;
    }

    @Override
    public void clear(Context context) throws Exception {
        if (function != null) {
            function.get().clear(new View(context, sides));
        }
        if (firing != null) {
            new FlinkKeyedState(StateSource.of(context.windowState()), "")
                    .value(FIRINGS, Integer.class)
                    .clear();
        }
    }

    /** Flink's context as the engine's. */
    private record View(
            org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction<
                                    Object, Object, Object, org.apache.flink.streaming.api.windowing.windows.Window>
                            .Context
                    context,
            Sides sides)
            implements ProcessWindowFunction.Context<Window> {
        @Override
        public Window window() {
            return FlinkWindows.toEngine(context.window());
        }

        @Override
        public long watermark() {
            return context.currentWatermark();
        }

        @Override
        public long processingTime() {
            return context.currentProcessingTime();
        }

        @Override
        public KeyedState windowState() {
            return new FlinkKeyedState(StateSource.of(context.windowState()), "per window ");
        }

        @Override
        public KeyedState globalState() {
            return new FlinkKeyedState(StateSource.of(context.globalState()), "");
        }

        @Override
        public <X> void output(OutputTag<X> tag, X value) {
            org.apache.flink.util.OutputTag<Object> side = sides.find(tag.name());
            if (side != null) {
                context.output(side, Objects.requireNonNull(value));
            }
        }
    }
}
