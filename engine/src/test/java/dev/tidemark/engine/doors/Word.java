package dev.tidemark.engine.doors;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.time.Watermarks;
import java.time.Instant;

/** The event of these tests. */
record Word(String text, int length) {
    static final Word HELLO = new Word("hello", 5);

    /** A pipeline that only collects what is sent to {@code words}. */
    static Pipeline collected() {
        Pipeline pipeline = Pipeline.create("words");
        words(pipeline).collect("out");
        return pipeline;
    }

    static DataStream<Word> words(Pipeline pipeline) {
        return pipeline.source("words", Word.class, Watermarks.byHand());
    }

    static Simulation run() {
        return Simulation.of(collected());
    }

    static Instant at(long millis) {
        return Instant.ofEpochMilli(millis);
    }
}
