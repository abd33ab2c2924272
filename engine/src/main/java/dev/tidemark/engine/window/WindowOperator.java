package dev.tidemark.engine.window;

import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.operator.FunctionContext;
import dev.tidemark.engine.operator.KeyedStore;
import dev.tidemark.engine.operator.Operator;
import dev.tidemark.engine.operator.OperatorContext;
import dev.tidemark.engine.state.StateSchema;
import dev.tidemark.engine.state.StateTable;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.Codecs;
import dev.tidemark.engine.time.TimerEntry;
import dev.tidemark.engine.time.Times;
import dev.tidemark.engine.trigger.TriggerResult;
import dev.tidemark.engine.view.WindowRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Groups the elements of each key into windows: assign, late?, add, trigger, emit, clean.
 *
 * <p>Results carry the window's {@code maxTimestamp}. An element late for some of its windows goes into the others; one
 * late for all goes to the late side output, or is counted. Source: Flink's {@code WindowOperator}.
 */
public class WindowOperator implements Operator {
    private final WindowLogic logic;
    private final AssignedWindows assigned;
    private final boolean waitsForEnd;
    private final StateTable.Change<Object, Object> added = this::added;
    private @Nullable Parts parts;
    private boolean first;
    private long elementTimestamp;

    public WindowOperator(WindowLogic logic) {
        this.logic = logic;
        this.assigned = new AssignedWindows(logic.assigner());
        this.waitsForEnd = !logic.assigner().merging()
                && logic.trigger().waitsForEnd()
                && logic.trigger().equals(logic.assigner().defaultTrigger()); // the end in the windows' own time
    }

    /** What exists once the operator is open. */
    private record Parts(
            OperatorContext context,
            KeyedStore<Object> store,
            WindowScope scope,
            StateTable<Object, Window, Object> contents,
            @Nullable MergingWindows merging,
            @Nullable FiringCounts firings) {}

    @Override
    public void open(OperatorContext context) throws Exception {
        Codec<Window> windows = windowCodec(logic.assigner());
        KeyedStore<Object> store = context.keyed();
        MergingWindows merging = null;
        if (logic.assigner().merging()) {
            merging = new MergingWindows(store, Codecs.of(TimeWindow.class));
        }
        parts = new Parts(
                context,
                store,
                new WindowScope(context, windows, logic.assigner().merging()),
                store.table(new StateSchema<>(
                        "contents", "window", windows, logic.contents().codec())),
                merging,
                context.hasSide(WindowLogic.PANES) ? new FiringCounts(store, windows) : null);
        if (logic.function() != null) {
            FunctionContext.open(logic.function(), context);
        }
    }

    /** The codec of an assigner's windows. */
    @SuppressWarnings("unchecked")
    public static Codec<Window> windowCodec(WindowAssigner<?, ?> assigner) {
        return (Codec<Window>) (Codec<?>) Codecs.of(assigner.windowType());
    }

    private Parts parts() {
        return Objects.requireNonNull(parts);
    }

    @Override
    public void element(Object value, long timestamp) throws Exception {
        Parts p = parts();
        boolean taken = false;
        for (Window window : assigned.of(value, timestamp, p.context.processingTime())) {
            taken |= p.merging == null ? add(window, window, value, timestamp) : addToSession(window, value, timestamp);
        }
        if (!taken && logic.lateness().elementLate(timestamp, p.context.watermark())) {
            p.context.late(new Event(original(value), timestamp), logic.lateTag() == null);
            if (logic.lateTag() != null) {
                p.context.emitSide(logic.lateTag(), value, timestamp);
            }
        }
    }

    /** An element as its sender emitted it; differs where windows hold more than that. */
    protected Object original(Object value) {
        return value;
    }

    private boolean addToSession(Window window, Object value, long timestamp) throws Exception {
        MergingWindows merging = Objects.requireNonNull(parts().merging);
        TimeWindow session = merging.add((TimeWindow) window, this::merge);
        if (logic.lateness().windowLate(session, parts().context.watermark())) {
            merging.retire(session);
            return false;
        }
        return add(session, Objects.requireNonNull(merging.contentsOf(session)), value, timestamp);
    }

    private boolean add(Window window, Window home, Object value, long timestamp) throws Exception {
        Parts p = parts();
        long watermark = p.context.watermark();
        if (logic.lateness().windowLate(window, watermark)) {
            return false;
        }
        Object key = p.store.key();
        elementTimestamp = timestamp;
        Object contents = p.contents.change(key, home, value, added);
        p.store.listener().stateChanged("contents", key, window, contents);
        if (timersStand(window, watermark)) {
            return true;
        }
        TriggerResult result = logic.trigger().onElement(value, timestamp, window, p.scope.at(window));
        Timing timing = logic.lateness().eventTime() && watermark >= window.maxTimestamp() ? Timing.LATE : Timing.EARLY;
        act(result, window, home, timing);
        setCleanup(window);
        return true;
    }

    private Object added(@Nullable Object before, Object value) {
        first = before == null;
        return logic.contents().add(before, value, elementTimestamp);
    }

    /**
     * Whether the timers for the window's end and its cleaning are known to be set, so that nobody has to be asked. A
     * window that was restored within its lateness may lack that for its end, which had fired.
     */
    private boolean timersStand(Window window, long watermark) {
        return waitsForEnd
                && !first
                && (!logic.lateness().eventTime() || watermark < window.maxTimestamp())
                && (logic.lateness().allowedMillis() == 0 || !parts().store.restored());
    }

    @Override
    public void eventTimer(TimerEntry<Object> timer) throws Exception {
        fire(timer, true);
    }

    @Override
    public void processingTimer(TimerEntry<Object> timer) throws Exception {
        fire(timer, false);
    }

    private void fire(TimerEntry<Object> timer, boolean eventTime) throws Exception {
        Parts p = parts();
        Window window = (Window) timer.namespace();
        Window home = p.merging == null ? window : p.merging.contentsOf((TimeWindow) window);
        if (home == null) {
            return;
        }
        long time = timer.timestamp();
        TriggerResult result = eventTime
                ? logic.trigger().onEventTime(time, window, p.scope.at(window))
                : logic.trigger().onProcessingTime(time, window, p.scope.at(window));
        act(result, window, home, timing(time, window, eventTime));
        if (logic.lateness().eventTime() == eventTime
                && time == logic.lateness().cleanupTime(window)) {
            clean(window, home);
        }
    }

    private Timing timing(long time, Window window, boolean eventTime) {
        boolean sameDomain = eventTime == logic.lateness().eventTime() || window == GlobalWindow.GLOBAL;
        long reached = sameDomain ? time : parts().context.watermark();
        if (reached < window.maxTimestamp()) {
            return Timing.EARLY;
        }
        return sameDomain && time == window.maxTimestamp() ? Timing.ON_TIME : Timing.LATE;
    }

    private void act(TriggerResult result, Window window, Window home, Timing timing) throws Exception {
        Parts p = parts();
        Object key = p.store.key();
        if (result.fires()) {
            Object contents = p.contents.get(key, home);
            if (contents != null) {
                Object left = logic.contents()
                        .fire(contents, window, p.scope.at(window), elements -> emit(key, window, elements, timing));
                if (left != contents) {
                    keep(key, window, home, left);
                }
            }
        }
        if (result.purges() && p.contents.remove(key, home) != null) {
            p.store.listener().stateChanged("contents", key, window, null);
        }
    }

    /** What an evictor has left. */
    private void keep(Object key, Window window, Window home, @Nullable Object left) {
        Parts p = parts();
        if (left == null) {
            p.contents.remove(key, home);
        } else {
            p.contents.put(key, home, left);
        }
        p.store.listener().stateChanged("contents", key, window, left);
    }

    private void emit(Object key, Window window, List<Object> elements, Timing timing) throws Exception {
        Parts p = parts();
        p.context.fired(key, window, timing);
        int firing = p.firings == null ? 0 : p.firings.next(key, window);
        if (logic.function() == null) {
            elements.forEach(element -> emit(key, window, element, timing, firing));
        } else {
            logic.function()
                    .process(key, p.scope.at(window), elements, result -> emit(key, window, result, timing, firing));
        }
    }

    private void emit(Object key, Window window, Object result, Timing timing, int firing) {
        Parts p = parts();
        Objects.requireNonNull(
                result,
                () -> "the result of the window " + window
                        + " is null, which a stream can't hold; use process(…), which may emit nothing");
        p.context.emit(result, window.maxTimestamp());
        if (p.firings != null) {
            p.context.emitSide(
                    WindowLogic.PANES, new Pane<>(key, window, result, timing, firing), window.maxTimestamp());
        }
    }

    private void merge(TimeWindow result, List<TimeWindow> merged, TimeWindow kept, List<TimeWindow> gone) {
        Parts p = parts();
        if (logic.lateness().mergedLate(result, p.context.watermark())) {
            throw new UnsupportedOperationException("sessions merged into " + result + ", which the watermark "
                    + Times.text(p.context.watermark()) + " has passed because the allowed lateness of "
                    + Times.text(Duration.ofMillis(logic.lateness().allowedMillis()))
                    + " goes beyond the end of time; allow less");
        }
        logic.trigger().onMerge(result, p.scope.merging(result, merged));
        Object key = p.store.key();
        for (TimeWindow window : merged) {
            logic.trigger().clear(window, p.scope.at(window));
            deleteCleanup(window);
        }
        for (TimeWindow home : gone) {
            Object later = p.contents.remove(key, home);
            if (later != null) {
                Object earlier = p.contents.get(key, kept);
                p.contents.put(
                        key, kept, earlier == null ? later : logic.contents().merge(earlier, later));
            }
        }
        if (p.firings != null) {
            p.firings.merge(key, merged, result);
        }
    }

    /** The open windows of this subtask; looking changes nothing. */
    public List<WindowRow> open(int subtask) {
        Parts p = parts();
        List<WindowRow> rows = new ArrayList<>();
        Map<List<Object>, Long> fires = new LinkedHashMap<>();
        addFirst(p.store.processingTimers().list(), false, fires);
        addFirst(p.store.eventTimers().list(), true, fires);
        p.contents.forEach((key, home, contents) -> {
            Window window = p.merging == null ? home : p.merging.windowOf(key, (TimeWindow) home);
            List<Object> elements =
                    logic.contents().elements(logic.contents().codec().copy(contents));
            rows.add(new WindowRow(
                    p.context.name(),
                    subtask,
                    key,
                    window,
                    elements.size() == 1 ? elements.get(0) : elements,
                    fires.get(List.of(key, window)),
                    logic.lateness().cleanupTime(window),
                    p.context.watermark()));
        });
        return rows;
    }

    private void addFirst(List<TimerEntry<Object>> timers, boolean eventTime, Map<List<Object>, Long> fires) {
        for (TimerEntry<Object> timer : timers) {
            if (fires(timer, eventTime)) {
                fires.putIfAbsent(List.of(timer.key(), timer.namespace()), timer.timestamp());
            }
        }
    }

    /** Whether a timer is the trigger's; the one at which the window is cleaned can be both. */
    private boolean fires(TimerEntry<Object> timer, boolean eventTime) {
        Window window = (Window) timer.namespace();
        boolean cleans = eventTime == logic.lateness().eventTime()
                && timer.timestamp() == logic.lateness().cleanupTime(window);
        return logic.trigger().usesTimers() && (!cleans || timer.timestamp() == window.maxTimestamp());
    }

    private void setCleanup(Window window) {
        long time = logic.lateness().cleanupTime(window);
        if (time != Long.MAX_VALUE) {
            parts().store
                    .setTimer((Comparable<?>) window, time, logic.lateness().eventTime());
        }
    }

    private void deleteCleanup(Window window) {
        long time = logic.lateness().cleanupTime(window);
        if (time != Long.MAX_VALUE) {
            parts().store
                    .deleteTimer((Comparable<?>) window, time, logic.lateness().eventTime());
        }
    }

    private void clean(Window window, Window home) throws Exception {
        Parts p = parts();
        Object key = p.store.key();
        if (p.contents.remove(key, home) != null) {
            p.store.listener().stateChanged("contents", key, window, null);
        }
        logic.trigger().clear(window, p.scope.at(window));
        if (logic.function() != null) {
            logic.function().clear(p.scope.at(window));
        }
        if (p.firings != null) {
            p.firings.forget(key, window);
        }
        if (p.merging != null) {
            p.merging.retire((TimeWindow) window);
        }
    }
}
