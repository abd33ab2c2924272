package dev.tidemark.engine.timeline;

import dev.tidemark.engine.Pipeline;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The pipelines that timelines run, by name. */
public final class TimelinePipelines {
    private TimelinePipelines() {}

    /** Every pipeline; each call of a value builds a new one. */
    public static Map<String, Supplier<Pipeline>> all() {
        Map<String, Supplier<Pipeline>> pipelines = new LinkedHashMap<>();
        WorkedExample.addTo(pipelines);
        WindowPipelines.addTo(pipelines);
        TriggerPipelines.addTo(pipelines);
        EvictorPipelines.addTo(pipelines);
        WholeStreamPipelines.addTo(pipelines);
        WindowFunctionPipelines.addTo(pipelines);
        ElementPipelines.addTo(pipelines);
        WatermarkPipelines.addTo(pipelines);
        ConnectedPipelines.addTo(pipelines);
        JoinPipelines.addTo(pipelines);
        BroadcastPipelines.addTo(pipelines);
        AsyncPipelines.addTo(pipelines);
        PatternPipelines.addTo(pipelines);
        return pipelines;
    }

    /**
     * A new pipeline.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public static Pipeline named(String name) {
        Supplier<Pipeline> found = all().get(name);
        if (found == null) {
            throw new IllegalArgumentException("no pipeline is named '" + name + "'; there are " + all().keySet());
        }
        return found.get();
    }
}
