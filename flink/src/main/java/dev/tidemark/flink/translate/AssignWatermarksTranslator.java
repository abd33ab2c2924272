package dev.tidemark.flink.translate;

import dev.tidemark.engine.operator.AssignWatermarksSpec;
import dev.tidemark.flink.source.FlinkWatermarks;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** New times and watermarks within a pipeline: Flink's {@code assignTimestampsAndWatermarks}. */
final class AssignWatermarksTranslator implements Translator<AssignWatermarksSpec> {
    @Override
    public SingleOutputStreamOperator<Object> translate(AssignWatermarksSpec spec, Place place) {
        var strategy = FlinkWatermarks.of(spec.watermarks(), place.probeMillis(), place.name());
        return place.input()
                .assignTimestampsAndWatermarks(
                        spec.assigner() == null
                                ? strategy
                                : FlinkWatermarks.assigned(strategy, place.carried(spec.assigner())));
    }
}
