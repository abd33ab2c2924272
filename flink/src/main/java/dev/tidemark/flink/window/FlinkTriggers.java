package dev.tidemark.flink.window;

import static java.time.Duration.ofMillis;

import dev.tidemark.engine.function.Prototype;
import dev.tidemark.engine.trigger.ContinuousEventTimeTrigger;
import dev.tidemark.engine.trigger.ContinuousProcessingTimeTrigger;
import dev.tidemark.engine.trigger.CountTrigger;
import dev.tidemark.engine.trigger.EventTimeTrigger;
import dev.tidemark.engine.trigger.NeverTrigger;
import dev.tidemark.engine.trigger.ProcessingTimeTrigger;
import dev.tidemark.engine.trigger.PurgingTrigger;
import dev.tidemark.engine.trigger.Trigger;
import dev.tidemark.engine.window.GlobalWindow;
import dev.tidemark.engine.window.Window;
import dev.tidemark.flink.function.Carried;
import java.util.Map;
import org.apache.flink.streaming.api.windowing.assigners.GlobalWindows;

/** The engine's triggers as Flink's: built-in ones become Flink's own, a user's is adapted. */
public final class FlinkTriggers {
    /** Makes Flink's trigger; asks {@code others} for one inside. */
    private interface Make {
        org.apache.flink.streaming.api.windowing.triggers.Trigger<?, ?> of(
                Trigger<?, ?> trigger, Class<?> windows, String owner);
    }

    private static final Map<Class<?>, Make> BUILT_IN = Map.of(
            EventTimeTrigger.class,
            (trigger, windows, owner) -> org.apache.flink.streaming.api.windowing.triggers.EventTimeTrigger.create(),
            ProcessingTimeTrigger.class,
            (trigger, windows, owner) ->
                    org.apache.flink.streaming.api.windowing.triggers.ProcessingTimeTrigger.create(),
            CountTrigger.class,
            (trigger, windows, owner) -> org.apache.flink.streaming.api.windowing.triggers.CountTrigger.of(
                    ((CountTrigger<?>) trigger).count()),
            ContinuousEventTimeTrigger.class,
            (trigger, windows, owner) ->
                    org.apache.flink.streaming.api.windowing.triggers.ContinuousEventTimeTrigger.of(
                            ofMillis(((ContinuousEventTimeTrigger<?>) trigger).intervalMillis())),
            ContinuousProcessingTimeTrigger.class,
            (trigger, windows, owner) ->
                    org.apache.flink.streaming.api.windowing.triggers.ContinuousProcessingTimeTrigger.of(
                            ofMillis(((ContinuousProcessingTimeTrigger<?>) trigger).intervalMillis())),
            NeverTrigger.class,
            (trigger, windows, owner) ->
                    windows == GlobalWindow.class ? new GlobalWindows.NeverTrigger() : adapted(trigger, owner),
            PurgingTrigger.class,
            (trigger, windows, owner) -> org.apache.flink.streaming.api.windowing.triggers.PurgingTrigger.of(
                    any(((PurgingTrigger<?, ?>) trigger).inside(), windows, owner)));

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
        return new TriggerAdapter(Carried.of(Prototype.of((Trigger<Object, Window>) trigger, owner)));
    }
}
