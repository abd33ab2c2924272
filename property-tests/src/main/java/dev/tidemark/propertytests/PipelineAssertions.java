package dev.tidemark.propertytests;

import dev.tidemark.engine.Pipeline;

/** Where assertions on pipelines begin; import its methods statically. */
public final class PipelineAssertions {
    private PipelineAssertions() {}

    /** Laws are asserted of this pipeline; {@link PipelineAssert#on} says over which script. */
    public static PipelineAssert assertThatPipeline(Pipeline pipeline) {
        return new PipelineAssert(pipeline);
    }

    /** As a reference: nothing crashes. */
    public static Reference noCrash() {
        return Reference.noCrash();
    }

    /** As a reference: everything in turn. */
    public static Reference roundRobin() {
        return Reference.roundRobin();
    }

    /** As a reference: another number of subtasks. */
    public static Reference parallelism(int subtasks) {
        return Reference.parallelism(subtasks);
    }
}
