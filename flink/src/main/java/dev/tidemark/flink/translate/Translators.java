package dev.tidemark.flink.translate;

import static java.util.Map.entry;

import dev.tidemark.engine.async.AsyncSpec;
import dev.tidemark.engine.cep.PatternSpec;
import dev.tidemark.engine.join.IntervalJoinSpec;
import dev.tidemark.engine.join.WindowJoinSpec;
import dev.tidemark.engine.operator.AssignWatermarksSpec;
import dev.tidemark.engine.operator.BroadcastProcessSpec;
import dev.tidemark.engine.operator.CoFlatMapSpec;
import dev.tidemark.engine.operator.CoMapSpec;
import dev.tidemark.engine.operator.CoProcessSpec;
import dev.tidemark.engine.operator.FilterSpec;
import dev.tidemark.engine.operator.FlatMapSpec;
import dev.tidemark.engine.operator.ForwardSpec;
import dev.tidemark.engine.operator.KeyedBroadcastProcessSpec;
import dev.tidemark.engine.operator.KeyedCoProcessSpec;
import dev.tidemark.engine.operator.KeyedProcessSpec;
import dev.tidemark.engine.operator.MapSpec;
import dev.tidemark.engine.operator.OperatorSpec;
import dev.tidemark.engine.operator.ProcessSpec;
import dev.tidemark.engine.operator.RollingReduceSpec;
import dev.tidemark.engine.window.WindowSpec;
import dev.tidemark.flink.function.CoElementFunctions;
import dev.tidemark.flink.function.CoProcessing;
import dev.tidemark.flink.function.ElementFunctions;
import dev.tidemark.flink.function.KeyedCoProcessing;
import dev.tidemark.flink.function.KeyedProcessing;
import dev.tidemark.flink.function.Processing;
import java.util.Map;
import java.util.Set;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** The translator of each kind of operator. */
final class Translators {
    private static final Map<Class<? extends OperatorSpec>, Translator<?>> ALL = Map.ofEntries(
            of(ForwardSpec.class, (spec, place) -> place.input().map(new ElementFunctions.Same(), place.type())),
            of(MapSpec.class, (spec, place) -> place.input()
                    .map(new ElementFunctions.Mapping(place.carried(spec.function())), place.type())),
            of(FilterSpec.class, (spec, place) -> place.input()
                    .filter(new ElementFunctions.Filtering(place.carried(spec.function())))),
            of(FlatMapSpec.class, (spec, place) -> place.input()
                    .flatMap(new ElementFunctions.FlatMapping(place.carried(spec.function())), place.type())),
            of(ProcessSpec.class, (spec, place) -> place.input()
                    .process(new Processing(place.carried(spec.function()), place.sides()), place.type())),
            of(KeyedProcessSpec.class, (spec, place) -> place.keyed()
                    .process(new KeyedProcessing(place.carried(spec.function()), place.sides()), place.type())),
            of(RollingReduceSpec.class, (spec, place) -> place.keyed()
                    .reduce(new ElementFunctions.Reduce(place.carried(spec.function())))),
            of(CoMapSpec.class, (spec, place) -> place.input(0)
                    .connect(place.input(1))
                    .map(new CoElementFunctions.CoMap(place.carried(spec.function())), place.type())),
            of(CoFlatMapSpec.class, (spec, place) -> place.input(0)
                    .connect(place.input(1))
                    .flatMap(new CoElementFunctions.CoFlatMap(place.carried(spec.function())), place.type())),
            of(CoProcessSpec.class, (spec, place) -> place.input(0)
                    .connect(place.input(1))
                    .process(new CoProcessing(place.carried(spec.function()), place.sides()), place.type())),
            of(KeyedCoProcessSpec.class, (spec, place) -> place.keyed(0)
                    .connect(place.keyed(1))
                    .process(new KeyedCoProcessing(place.carried(spec.function()), place.sides()), place.type())),
            of(BroadcastProcessSpec.class, new BroadcastTranslator()),
            of(KeyedBroadcastProcessSpec.class, new KeyedBroadcastTranslator()),
            of(AsyncSpec.class, new AsyncTranslator()),
            of(AssignWatermarksSpec.class, new AssignWatermarksTranslator()),
            of(WindowSpec.class, new WindowTranslator()),
            of(WindowJoinSpec.class, new WindowJoinTranslator()),
            of(IntervalJoinSpec.class, new IntervalJoinTranslator()),
            of(PatternSpec.class, new PatternTranslator()));

    private Translators() {}

    private static <S extends OperatorSpec> Map.Entry<Class<? extends OperatorSpec>, Translator<?>> of(
            Class<S> spec, Translator<S> translator) {
        return entry(spec, translator);
    }

    /** What translates. */
    static Set<Class<? extends OperatorSpec>> kinds() {
        return ALL.keySet();
    }

    /** Flink's operator for {@code spec}. */
    @SuppressWarnings("unchecked")
    static SingleOutputStreamOperator<Object> translate(OperatorSpec spec, Place place) {
        Translator<OperatorSpec> translator = (Translator<OperatorSpec>) ALL.get(spec.getClass());
        if (translator == null) {
            throw new Refusal("operator '" + place.name() + "' (" + place.node().kind()
                    + ") has no translation to Flink; run the pipeline on the engine alone");
        }
        return translator.translate(spec, place);
    }
}
