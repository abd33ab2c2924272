package dev.tidemark.flink.search.stage;

import static java.time.Duration.ofMillis;

import dev.tidemark.engine.evictor.CountEvictor;
import dev.tidemark.engine.evictor.DeltaEvictor;
import dev.tidemark.engine.evictor.Evictor;
import dev.tidemark.engine.evictor.TimeEvictor;
import dev.tidemark.engine.trigger.ContinuousEventTimeTrigger;
import dev.tidemark.engine.trigger.ContinuousProcessingTimeTrigger;
import dev.tidemark.engine.trigger.CountTrigger;
import dev.tidemark.engine.trigger.DeltaTrigger;
import dev.tidemark.engine.trigger.EventTimeTrigger;
import dev.tidemark.engine.trigger.ProcessingTimeTrigger;
import dev.tidemark.engine.trigger.ProcessingTimeoutTrigger;
import dev.tidemark.engine.trigger.PurgingTrigger;
import dev.tidemark.engine.trigger.Trigger;
import dev.tidemark.engine.window.DynamicSessionWindows;
import dev.tidemark.engine.window.GlobalWindow;
import dev.tidemark.engine.window.GlobalWindows;
import dev.tidemark.engine.window.SessionWindows;
import dev.tidemark.engine.window.SlidingWindows;
import dev.tidemark.engine.window.TimeWindow;
import dev.tidemark.engine.window.TumblingWindows;
import dev.tidemark.engine.window.Window;
import dev.tidemark.engine.window.WindowAssigner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws windows, and joins in windows. */
final class DrawWindows {
    private static final List<Windowing.Contents> CONTENTS = List.of(Windowing.Contents.values());

    private final Draw draw;

    DrawWindows(Draw draw) {
        this.draw = draw;
    }

    /**
     * Windows in time; {@code ordered} says whether those of the whole stream may be, which look at all keys' order, and
     * timers that are past when they are set.
     */
    Windowing<TimeWindow> timed(boolean ordered) {
        boolean processing = draw.useClock(4);
        WindowAssigner<? super Hit, TimeWindow> assigner = processing ? byClock(assigner()) : dynamicOr(assigner());
        Trigger<? super Hit, TimeWindow> trigger = trigger(assigner.eventTime(), assigner.merging(), ordered);
        Evictor<? super Hit, TimeWindow> evictor = evictor(assigner.merging());
        Windowing.Contents contents = contents(evictor != null, assigner.merging());
        boolean eventTime = assigner.eventTime();
        return new Windowing<>(
                assigner,
                trigger,
                evictor,
                !eventTime || draw.oneIn(2) ? 0 : draw.below(25),
                contents,
                ordered && !(assigner instanceof DynamicSessionWindows) && draw.oneIn(5),
                eventTime && contents != Windowing.Contents.PANES && draw.oneIn(3),
                processing || byClock(trigger));
    }

    /** What an evictor has left may be nothing, which can't be reduced; panes are read of windows that don't merge. */
    private Windowing.Contents contents(boolean evicted, boolean withoutPanes) {
        return CONTENTS.get(
                (evicted ? 1 : 0) + draw.below(CONTENTS.size() - (evicted ? 1 : 0) - (withoutPanes ? 1 : 0)));
    }

    /** Windows over all of a key's time. */
    Windowing<GlobalWindow> global(boolean ordered) {
        boolean atEnd = draw.oneIn(5);
        Trigger<? super Hit, GlobalWindow> trigger = atEnd ? null : globalTrigger();
        Evictor<? super Hit, GlobalWindow> evictor = evictor(false);
        return new Windowing<>(
                atEnd ? GlobalWindows.createWithEndOfStreamTrigger() : GlobalWindows.create(),
                trigger,
                evictor,
                0,
                contents(evictor != null, true),
                ordered && draw.oneIn(3),
                false,
                trigger instanceof ProcessingTimeoutTrigger);
    }

    /** Count windows, tumbling and sliding, and the like; intervals would fire to the end of time. */
    private Trigger<? super Hit, GlobalWindow> globalTrigger() {
        return switch (draw.below(5)) {
            case 0 -> delta();
            case 1, 2 -> CountTrigger.of(1 + draw.below(4));
            case 3 ->
                draw.useClock(1)
                        ? timeout(CountTrigger.<GlobalWindow>of(2 + draw.below(3)))
                        : PurgingTrigger.of(this.<GlobalWindow>delta());
            default -> PurgingTrigger.of(CountTrigger.of(1 + draw.below(4)));
        };
    }

    private <W extends Window> Trigger<Hit, W> delta() {
        return DeltaTrigger.of(draw.below(40), (older, newer) -> Math.abs(older.number() - newer.number()), Hit.class);
    }

    private <T, W extends Window> Trigger<T, W> timeout(Trigger<T, W> inside) {
        return ProcessingTimeoutTrigger.of(inside, ofMillis(draw.below(40)), draw.oneIn(2), draw.oneIn(2));
    }

    /** A join, or coGroup, in windows. */
    Joining joining(Feed other) {
        Joining.Kind which = draw.of(Joining.Kind.values());
        return new Joining(
                which, assigner(), draw.oneIn(5) ? 1 + draw.below(4) : 0, draw.oneIn(2) ? 0 : draw.below(25), other);
    }

    private WindowAssigner<Object, TimeWindow> assigner() {
        int size = 1 + draw.below(25);
        int slide = 1 + draw.below(15);
        return switch (draw.below(3)) {
            case 0 -> SessionWindows.withGap(ofMillis(size));
            case 1 ->
                SlidingWindows.of(ofMillis(size), ofMillis(slide))
                        .offset(ofMillis(draw.below(2 * slide - 1) - slide + 1));
            default -> TumblingWindows.of(ofMillis(size)).offset(ofMillis(draw.below(2 * size - 1) - size + 1));
        };
    }

    private static WindowAssigner<Object, TimeWindow> byClock(WindowAssigner<Object, TimeWindow> assigner) {
        return assigner instanceof SessionWindows sessions
                ? sessions.inProcessingTime()
                : assigner instanceof SlidingWindows sliding
                        ? sliding.inProcessingTime()
                        : ((TumblingWindows) assigner).inProcessingTime();
    }

    /**
     * By key, and with it of one length among all that can meet: an element whose window is just the one that others
     * have been merged into makes Flink forget them, which is a known difference.
     */
    private WindowAssigner<? super Hit, TimeWindow> dynamicOr(WindowAssigner<Object, TimeWindow> assigner) {
        int most = 1 + draw.below(20);
        return assigner.merging() && draw.oneIn(3)
                ? new DynamicSessionWindows<Hit>(
                        hit -> ofMillis(1 + Math.floorMod(hit.key().hashCode(), most)), true)
                : assigner;
    }

    /**
     * A null one is the default. Windows that merge need a trigger that can. What ends in event time may have ended by the
     * clock when its timer is set: whether that fires before the watermark that comes next is open.
     */
    private @Nullable Trigger<? super Hit, TimeWindow> trigger(boolean eventTime, boolean merging, boolean ordered) {
        return switch (draw.below(14)) {
            case 0 -> CountTrigger.of(1 + draw.below(3));
            case 1 -> PurgingTrigger.of(CountTrigger.of(1 + draw.below(3)));
            case 2 -> eventTime ? PurgingTrigger.of(new EventTimeTrigger()) : null;
            case 3 -> eventTime ? ContinuousEventTimeTrigger.every(ofMillis(1 + draw.below(10))) : null;
            case 4 ->
                !eventTime || (ordered && draw.useClock(1))
                        ? ContinuousProcessingTimeTrigger.every(ofMillis(1 + draw.below(10)))
                        : null;
            case 5 -> !eventTime || (ordered && draw.useClock(1)) ? new ProcessingTimeTrigger() : null;
            case 6 -> merging ? null : delta();
            case 7 -> !merging && (!eventTime || draw.useClock(1)) ? timeout(CountTrigger.of(2 + draw.below(3))) : null;
            case 8 -> !merging && eventTime && draw.useClock(1) ? timeout(new EventTimeTrigger()) : null;
            default -> null;
        };
    }

    private static boolean byClock(@Nullable Trigger<? super Hit, TimeWindow> trigger) {
        return trigger instanceof ContinuousProcessingTimeTrigger
                || trigger instanceof ProcessingTimeTrigger
                || trigger instanceof ProcessingTimeoutTrigger;
    }

    /** A null one is none. Which elements of windows that merged are the first or the last is open. */
    private <W extends Window> @Nullable Evictor<? super Hit, W> evictor(boolean merging) {
        boolean after = draw.oneIn(2);
        return switch (draw.below(16)) {
            case 0 -> TimeEvictor.of(ofMillis(draw.below(20)), after);
            case 1 -> merging ? null : CountEvictor.of(draw.below(4), after);
            case 2 ->
                merging
                        ? null
                        : DeltaEvictor.of(
                                draw.below(60), (older, newer) -> Math.abs(older.number() - newer.number()), after);
            default -> null;
        };
    }
}
