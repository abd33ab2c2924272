package dev.tidemark.engine.runtime;

import dev.tidemark.engine.Emission;
import dev.tidemark.engine.function.Prototype;
import dev.tidemark.engine.sink.Sink;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.transcript.Effect;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the sinks of a run have collected, each in order. */
final class Outputs {
    private final Recorder recorder;
    private Map<String, AppendLog<Emission<Object>>> logs = new LinkedHashMap<>();
    private AppendLog<Map<String, AppendLog<Emission<Object>>>> earlier = AppendLog.empty();
    private final Map<String, OutsideSink> outside = new LinkedHashMap<>();
    private int attempt;
    private boolean muted;
    private long step;

    Outputs(Recorder recorder) {
        this.recorder = recorder;
    }

    void add(String sink, Emission<Object> emission) {
        logs.put(sink, log(sink).append(emission));
        if (recorder.detailed()) {
            recorder.add(new Effect.Emitted(
                    sink, emission.subtask(), emission.value(), emission.timestamp(), emission.watermark()));
        }
    }

    /** The operator of a sink that goes outside; what is there is one, however often the tasks are made anew. */
    SinkOperator outside(CollectOperator collects, Node node, Prototype<? extends Sink<Object>> sink, int start) {
        OutsideSink there = outside.computeIfAbsent(node.name(), any -> new OutsideSink(sink));
        return new SinkOperator(collects, this, there, SinkForms.of(sink.instance(), node.output()), recorder, start);
    }

    /** Gives up what sinks have open outside. */
    void close() {
        for (Map.Entry<String, OutsideSink> each : outside.entrySet()) {
            try {
                each.getValue().close();
            } catch (Exception e) {
                throw new IllegalStateException(
                        "sink '" + each.getKey() + "' could not be closed: " + e + "; see to what it writes to", e);
            }
        }
    }

    /** A sink took something, kept or not. */
    void took(long timestamp, long watermark) {
        recorder.mix(timestamp, watermark);
    }

    AppendLog<Emission<Object>> log(String sink) {
        AppendLog<Emission<Object>> log = logs.get(sink);
        return log == null ? AppendLog.empty() : log;
    }

    /**
     * Keeps what a checkpoint of {@code atAttempt} holds: everything older, and so many of each subtask. Results of that
     * attempt that an earlier restore has cut away come back.
     */
    AppendLog<Emission<Object>> cutBack(String sink, int atAttempt, int[] collected) {
        AppendLog<Emission<Object>> kept = AppendLog.empty();
        int[] seen = new int[collected.length];
        for (Emission<Object> emission : log(sink, atAttempt).values()) {
            boolean older = emission.attempt() < atAttempt;
            boolean covered = emission.attempt() == atAttempt
                    && emission.subtask() < collected.length
                    && seen[emission.subtask()]++ < collected[emission.subtask()];
            if (older || covered) {
                kept = kept.append(emission);
            }
        }
        return kept;
    }

    /**
     * Keeps what was collected before the present attempt, and so many results of each subtask since; all of those for
     * which the number is below zero, or that have none.
     */
    AppendLog<Emission<Object>> cutBack(String sink, int[] since) {
        AppendLog<Emission<Object>> kept = AppendLog.empty();
        int[] seen = new int[since.length];
        for (Emission<Object> emission : log(sink).values()) {
            int subtask = emission.subtask();
            if (emission.attempt() < attempt
                    || subtask >= since.length
                    || since[subtask] < 0
                    || seen[subtask]++ < since[subtask]) {
                kept = kept.append(emission);
            }
        }
        return kept;
    }

    /** Some subtasks start again, with these results. */
    void keep(Map<String, AppendLog<Emission<Object>>> kept) {
        logs.putAll(kept);
    }

    /** What a sink had collected when an attempt ended, or by now in the present one. */
    private AppendLog<Emission<Object>> log(String sink, int atAttempt) {
        if (atAttempt >= earlier.size()) {
            return log(sink);
        }
        AppendLog<Emission<Object>> log = earlier.get(atAttempt).get(sink);
        return log == null ? AppendLog.empty() : log;
    }

    /** The job starts again, with these results. */
    void beginAttempt(Map<String, AppendLog<Emission<Object>>> kept) {
        earlier = earlier.append(new LinkedHashMap<>(logs));
        logs.putAll(kept);
        attempt++;
    }

    /** What the sinks have collected, now and in earlier attempts. */
    record Mark(
            Map<String, AppendLog<Emission<Object>>> logs,
            AppendLog<Map<String, AppendLog<Emission<Object>>>> earlier,
            int attempt) {}

    Mark mark() {
        return new Mark(new LinkedHashMap<>(logs), earlier, attempt);
    }

    void restore(Mark mark) {
        logs = new LinkedHashMap<>(mark.logs());
        earlier = mark.earlier();
        attempt = mark.attempt();
    }

    int attempt() {
        return attempt;
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
