package dev.tidemark.flink.translate;

import dev.tidemark.engine.cep.PatternSpec;
import dev.tidemark.flink.cep.FlinkEventOrder;
import dev.tidemark.flink.cep.FlinkMatching;
import dev.tidemark.flink.cep.FlinkPatterns;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.PatternStream;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/** Complex event patterns: Flink's CEP library. */
final class PatternTranslator implements Translator<PatternSpec> {
    @Override
    public SingleOutputStreamOperator<Object> translate(PatternSpec spec, Place place) {
        Pattern<Object, Object> pattern = FlinkPatterns.of(spec.pattern().instance(), place.name());
        PatternStream<Object> matches = spec.order() == null
                ? CEP.pattern(place.keyed(), pattern)
                : CEP.pattern(place.keyed(), pattern, new FlinkEventOrder(place.carried(spec.order())));
        matches = spec.eventTime() ? matches.inEventTime() : matches.inProcessingTime();
        OutputTag<Object> late = place.late(0);
        matches = late == null ? matches : matches.sideOutputLateData(late);
        return matches.process(FlinkMatching.of(spec.function(), place.name(), place.sides()), place.type());
    }
}
