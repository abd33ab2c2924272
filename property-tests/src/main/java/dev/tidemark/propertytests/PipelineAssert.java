package dev.tidemark.propertytests;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.propertytests.law.Attempt;
import dev.tidemark.propertytests.run.Bench;
import dev.tidemark.propertytests.run.Circumstances;

/** A pipeline of which laws are asserted; whatever its sources read, a script takes their place. */
public final class PipelineAssert {
    private final Bench bench;

    PipelineAssert(Pipeline pipeline) {
        this.bench = new Bench(pipeline);
    }

    /**
     * Over this script, everything in turn, without crashes and without parallelism until something else is said.
     *
     * @throws IllegalArgumentException if the script names a source that the pipeline does not have
     */
    public <T> ScriptAssert<T> on(EventScript<T> script) {
        return new ScriptAssert<>(bench, new Attempt<>(bench.fitting(script), Circumstances.CALM));
    }
}
