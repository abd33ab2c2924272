package dev.tidemark.engine.window;

import dev.tidemark.engine.function.ProcessWindowFunction;
import dev.tidemark.engine.function.Prototype;
import dev.tidemark.engine.operator.Operator;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.trigger.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Groups the elements of each key into windows.
 *
 * @param assigner says in which windows an element belongs
 * @param trigger says when a window fires
 * @param defaultTrigger whether the trigger is the assigner's own
 * @param lateness says when a window is late
 * @param contents says how elements are kept
 * @param function turns contents into results; null when the contents are the result
 * @param lateTag the side output of late elements; null when they are counted and dropped
 */
public record WindowSpec(
        WindowAssigner<Object, Window> assigner,
        Prototype<Trigger<Object, Window>> trigger,
        boolean defaultTrigger,
        Lateness lateness,
        ContentsSpec contents,
        @Nullable Prototype<ProcessWindowFunction<Object, Object, Object, Window>> function,
        @Nullable String lateTag)
        implements WindowingSpec {
    @Override
    @SuppressWarnings("unchecked")
    public Operator create() {
        return new WindowOperator(new WindowLogic(
                assigner,
                trigger.instance(),
                lateness,
                (Contents<Object>) contents.create(),
                function == null ? null : function.instance(),
                lateTag));
    }

    @Override
    @SuppressWarnings("unchecked")
    public Codec<Comparable<?>> timerNamespaces() {
        return (Codec<Comparable<?>>) (Codec<?>) WindowOperator.windowCodec(assigner);
    }

    @Override
    public WindowSpec withAllowedLateness(long millis) {
        Lateness other = new Lateness(millis, lateness.eventTime());
        return new WindowSpec(assigner, trigger, defaultTrigger, other, contents, function, lateTag);
    }

    @Override
    public boolean waitsForWatermarks() {
        return assigner.eventTime() && trigger.instance().waitsForWatermarks();
    }
}
