package dev.tidemark.engine.join;

import dev.tidemark.engine.evictor.Evictor;
import dev.tidemark.engine.function.CoGroupFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.ProcessWindowFunction;
import dev.tidemark.engine.function.Prototype;
import dev.tidemark.engine.operator.Operator;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.Codecs;
import dev.tidemark.engine.state.codec.GenericType;
import dev.tidemark.engine.trigger.Trigger;
import dev.tidemark.engine.window.Contents;
import dev.tidemark.engine.window.ContentsSpec;
import dev.tidemark.engine.window.Lateness;
import dev.tidemark.engine.window.Window;
import dev.tidemark.engine.window.WindowAssigner;
import dev.tidemark.engine.window.WindowLogic;
import dev.tidemark.engine.window.WindowOperator;
import dev.tidemark.engine.window.WindowingSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Groups the elements of two streams by key and window, and pairs them when the window fires.
 *
 * <p>It is the window operator over the union of both streams: assigner and trigger see {@link TaggedUnion}s, results
 * carry the window's {@code maxTimestamp}, elements that are late for all their windows are dropped and counted, and
 * watermarks are merged as those of a union. Source: Flink's {@code JoinedStreams} and {@code CoGroupedStreams}.
 *
 * @param assigner says in which windows an element belongs
 * @param trigger says when a window fires
 * @param defaultTrigger whether the trigger is the assigner's own
 * @param evictor drops elements, of either side, when a window fires; null for none
 * @param lateness says when a window is late
 * @param left codec of the first input's elements
 * @param right codec of the second input's elements
 * @param pairing says what becomes of both groups
 */
public record WindowJoinSpec(
        WindowAssigner<Object, Window> assigner,
        Prototype<Trigger<Object, Window>> trigger,
        boolean defaultTrigger,
        @Nullable Prototype<Evictor<Object, Window>> evictor,
        Lateness lateness,
        Codec<Object> left,
        Codec<Object> right,
        Pairing pairing)
        implements WindowingSpec {
    @Override
    @SuppressWarnings("unchecked")
    public Operator create() {
        Object function = pairing.function().instance();
        WindowLogic logic = new WindowLogic(
                assigner,
                trigger.instance(),
                lateness,
                (Contents<Object>) contents().create(),
                new Groups(pairing.over(function)),
                null);
        return new WindowJoinOperator(logic, function);
    }

    @Override
    public WindowJoinSpec withAllowedLateness(long millis) {
        Lateness other = new Lateness(millis, lateness.eventTime());
        return new WindowJoinSpec(assigner, trigger, defaultTrigger, evictor, other, left, right, pairing);
    }

    private ContentsSpec contents() {
        ContentsSpec all = new ContentsSpec.All(tagged());
        return evictor == null ? all : new ContentsSpec.Evicted(all, tagged(), evictor);
    }

    @SuppressWarnings("unchecked")
    private Codec<Object> tagged() {
        return (Codec<Object>) Codecs.of(GenericType.of(TaggedUnion.class, left.type(), right.type()));
    }

    @Override
    @SuppressWarnings("unchecked")
    public Codec<Comparable<?>> timerNamespaces() {
        return (Codec<Comparable<?>>) (Codec<?>) WindowOperator.windowCodec(assigner);
    }

    @Override
    public boolean waitsForWatermarks() {
        return assigner.eventTime() && trigger.instance().waitsForWatermarks();
    }

    @Override
    public boolean united() {
        return true;
    }

    /** Sorts a window's elements into those of the left and those of the right stream. */
    @SuppressWarnings("serial") // never serialized: made where it runs
    private record Groups(CoGroupFunction<Object, Object, Object> function)
            implements ProcessWindowFunction<Object, Object, Object, Window> {
        @Override
        public void process(Object key, Context<Window> context, Iterable<Object> elements, Output<Object> out)
                throws Exception {
            List<Object> left = new ArrayList<>();
            List<Object> right = new ArrayList<>();
            for (Object element : elements) {
                TaggedUnion<?, ?> tagged = (TaggedUnion<?, ?>) element;
                (tagged.isOne() ? left : right).add(Objects.requireNonNull(tagged.value()));
            }
            function.coGroup(left, right, out);
        }
    }
}
