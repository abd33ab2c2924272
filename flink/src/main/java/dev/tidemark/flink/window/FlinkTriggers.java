package dev.tidemark.flink.window;

import static java.time.Duration.ofMillis;

import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.Codecs;
import dev.tidemark.engine.trigger.ContinuousEventTimeTrigger;
import dev.tidemark.engine.trigger.ContinuousProcessingTimeTrigger;
import dev.tidemark.engine.trigger.CountTrigger;
import dev.tidemark.engine.trigger.DeltaTrigger;
import dev.tidemark.engine.trigger.EndOfStreamTrigger;
import dev.tidemark.engine.trigger.EventTimeTrigger;
import dev.tidemark.engine.trigger.NeverTrigger;
import dev.tidemark.engine.trigger.ProcessingTimeTrigger;
import dev.tidemark.engine.trigger.ProcessingTimeoutTrigger;
import dev.tidemark.engine.trigger.PurgingTrigger;
import dev.tidemark.engine.trigger.Trigger;
import dev.tidemark.engine.window.GlobalWindow;
import dev.tidemark.engine.window.Window;
import dev.tidemark.flink.function.Carried;
import dev.tidemark.flink.type.CodecSerializer;
import java.util.Map;
import org.apache.flink.streaming.api.windowing.assigners.GlobalWindows;

/** The engine's triggers as Flink's: built-in ones become Flink's own, a user's is adapted. */
public final class FlinkTriggers {
    /** Makes Flink's trigger. */
    private interface Make {
        org.apache.flink.streaming.api.windowing.triggers.Trigger<?, ?> of(
                Trigger<?, ?> trigger, Class<?> windows, String owner);
    }

    private static final Map<Class<?>, Make> BUILT_IN = Map.ofEntries(
            entry(
                    EventTimeTrigger.class,
                    (trigger, windows, owner) ->
                            org.apache.flink.streaming.api.windowing.triggers.EventTimeTrigger.create()),
            entry(
                    ProcessingTimeTrigger.class,
                    (trigger, windows, owner) ->
                            org.apache.flink.streaming.api.windowing.triggers.ProcessingTimeTrigger.create()),
            entry(
                    CountTrigger.class,
                    (trigger, windows, owner) -> org.apache.flink.streaming.api.windowing.triggers.CountTrigger.of(
                            ((CountTrigger<?>) trigger).count())),
            entry(
                    ContinuousEventTimeTrigger.class,
                    (trigger, windows, owner) ->
                            org.apache.flink.streaming.api.windowing.triggers.ContinuousEventTimeTrigger.of(
                                    ofMillis(((ContinuousEventTimeTrigger<?>) trigger).intervalMillis()))),
            entry(
                    ContinuousProcessingTimeTrigger.class,
                    (trigger, windows, owner) ->
                            org.apache.flink.streaming.api.windowing.triggers.ContinuousProcessingTimeTrigger.of(
                                    ofMillis(((ContinuousProcessingTimeTrigger<?>) trigger).intervalMillis()))),
            entry(
                    NeverTrigger.class,
                    (trigger, windows, owner) ->
                            windows == GlobalWindow.class ? new GlobalWindows.NeverTrigger() : adapted(trigger, owner)),
            entry(EndOfStreamTrigger.class, (trigger, windows, owner) -> atEnd()),
            entry(DeltaTrigger.class, (trigger, windows, owner) -> delta((DeltaTrigger<?, ?>) trigger, owner)),
            entry(
                    ProcessingTimeoutTrigger.class,
                    (trigger, windows, owner) -> timeout((ProcessingTimeoutTrigger<?, ?>) trigger, windows, owner)),
            entry(
                    PurgingTrigger.class,
                    (trigger, windows, owner) -> org.apache.flink.streaming.api.windowing.triggers.PurgingTrigger.of(
                            any(((PurgingTrigger<?, ?>) trigger).inside(), windows, owner))));

    private static Map.Entry<Class<?>, Make> entry(Class<?> trigger, Make make) {
        return Map.entry(trigger, make);
    }

    /**
     * Flink's own, wrapped: where its window operator sees it, what leaves the operator does so only when all is over, and
     * the scheduler can't start what gets elements of the same source by another way too.
     */
    @SuppressWarnings("unchecked")
    private static org.apache.flink.streaming.api.windowing.triggers.Trigger<?, ?> atEnd() {
        org.apache.flink.streaming.api.windowing.triggers.Trigger<?, ?> own =
                GlobalWindows.createWithEndOfStreamTrigger().getDefaultTrigger();
        return new WrappedTrigger((org.apache.flink.streaming.api.windowing.triggers.Trigger<
                        Object, org.apache.flink.streaming.api.windowing.windows.Window>)
                own);
    }

    @SuppressWarnings("unchecked")
    private static org.apache.flink.streaming.api.windowing.triggers.Trigger<?, ?> delta(
            DeltaTrigger<?, ?> trigger, String owner) {
        return org.apache.flink.streaming.api.windowing.triggers.DeltaTrigger.of(
                trigger.threshold(), FlinkDelta.of(trigger.delta(), owner), new CodecSerializer<>((Codec<Object>)
                        Codecs.of(trigger.type())));
    }

    private static org.apache.flink.streaming.api.windowing.triggers.Trigger<?, ?> timeout(
            ProcessingTimeoutTrigger<?, ?> trigger, Class<?> windows, String owner) {
        return org.apache.flink.streaming.api.windowing.triggers.ProcessingTimeoutTrigger.of(
                any(trigger.inside(), windows, owner),
                ofMillis(trigger.timeoutMillis()),
                trigger.resetOnElement(),
                trigger.clearOnTimeout());
    }

    private FlinkTriggers() {}

    /** Flink's trigger for windows of a class; {@code owner} is the operator, for errors. */
    public static org.apache.flink.streaming.api.windowing.triggers.Trigger<
                    Object, org.apache.flink.streaming.api.windowing.windows.Window>
            of(Trigger<Object, Window> trigger, Class<?> windows, String owner) {
        return any(trigger, windows, owner);
    }

    @SuppressWarnings("unchecked")
    private static org.apache.flink.streaming.api.windowing.triggers.Trigger<
                    Object, org.apache.flink.streaming.api.windowing.windows.Window>
            any(Trigger<?, ?> trigger, Class<?> windows, String owner) {
        Make builtIn = BUILT_IN.get(trigger.getClass());
        return (org.apache.flink.streaming.api.windowing.triggers.Trigger<
                        Object, org.apache.flink.streaming.api.windowing.windows.Window>)
                (builtIn != null ? builtIn.of(trigger, windows, owner) : adapted(trigger, owner));
    }

    @SuppressWarnings("unchecked")
    private static TriggerAdapter adapted(Trigger<?, ?> trigger, String owner) {
        return new TriggerAdapter(Carried.of((Trigger<Object, Window>) trigger, owner));
    }
}
