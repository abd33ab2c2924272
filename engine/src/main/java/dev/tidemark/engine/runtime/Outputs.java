package dev.tidemark.engine.runtime;

import dev.tidemark.engine.Emission;
import dev.tidemark.engine.transcript.Effect;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the sinks of a run have collected, each in order. */
final class Outputs {
    private final Recorder recorder;
    private Map<String, AppendLog<Emission<Object>>> logs = new LinkedHashMap<>();
    private int attempt;
    private boolean muted;
    private long step;

    Outputs(Recorder recorder) {
        this.recorder = recorder;
    }

    void add(String sink, Emission<Object> emission) {
        logs.put(sink, log(sink).append(emission));
        recorder.mix(emission.timestamp(), emission.watermark());
        if (recorder.detailed()) {
            recorder.add(new Effect.Emitted(
                    sink, emission.subtask(), emission.value(), emission.timestamp(), emission.watermark()));
        }
    }

    AppendLog<Emission<Object>> log(String sink) {
        AppendLog<Emission<Object>> log = logs.get(sink);
        return log == null ? AppendLog.empty() : log;
    }

    /** Keeps what the checkpoint of {@code atAttempt} holds: everything older, and so many of each subtask. */
    void cutBack(String sink, int atAttempt, int[] collected) {
        AppendLog<Emission<Object>> kept = AppendLog.empty();
        int[] seen = new int[collected.length];
        for (Emission<Object> emission : log(sink).values()) {
            boolean older = emission.attempt() < atAttempt;
            boolean covered = emission.attempt() == atAttempt
                    && emission.subtask() < collected.length
                    && seen[emission.subtask()]++ < collected[emission.subtask()];
            if (older || covered) {
                kept = kept.append(emission);
            }
        }
        logs.put(sink, kept);
    }

    Map<String, AppendLog<Emission<Object>>> mark() {
        return new LinkedHashMap<>(logs);
    }

    void restore(Map<String, AppendLog<Emission<Object>>> mark) {
        logs = new LinkedHashMap<>(mark);
    }

    int attempt() {
        return attempt;
    }

    void attempt(int value) {
        this.attempt = value;
    }

    boolean muted() {
        return muted;
    }

    void muted(boolean value) {
        this.muted = value;
    }

    long step() {
        return step;
    }

    void step(long value) {
        this.step = value;
    }
}
