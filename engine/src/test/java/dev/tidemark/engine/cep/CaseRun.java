package dev.tidemark.engine.cep;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.KeyedStream;
import dev.tidemark.engine.PatternStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Run;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.transcript.TranscriptLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs a random case in this engine. */
public final class CaseRun {
    private CaseRun() {}

    /** The pipeline of a case; throws what its pattern is refused with. */
    public static Pipeline pipeline(PatternCase each) {
        Pipeline pipeline = Pipeline.create("case " + each.seed());
        KeyedStream<Signal, String> signals =
                pipeline.source("in", Signal.class, Watermarks.byHand()).keyBy(Signal::key);
        PatternStream<Signal> found = signals.pattern(each.pattern(new EventPatternLanguage()));
        if (!each.eventTime()) {
            found = found.inProcessingTime();
        }
        if (each.ordered()) {
            found = found.orderBy((left, right) -> Integer.compare(left.value(), right.value()));
        }
        if (each.lateAside()) {
            found = found.sideOutputLateData(CaseFunctions.LATE);
        }
        DataStream<String> matches = found.process(
                        each.timeouts() ? new CaseFunctions.MatchesAndTimeouts() : new CaseFunctions.Matches())
                .name("found");
        matches.sideOutput(CaseFunctions.TOLD).collect("told");
        if (each.lateAside()) {
            matches.sideOutput(CaseFunctions.LATE)
                    .map(signal -> signal.key() + ": " + signal.id())
                    .collect("late");
        }
        matches.collect("matches");
        return pipeline;
    }

    /** What comes out, by sink and key, each thing with its timestamp. */
    public static Map<String, List<String>> outcome(PatternCase each) {
        SimulationOptions options = SimulationOptions.DEFAULT.startAt(Instant.EPOCH);
        return outcome(drive(each.script(), Simulation.of(pipeline(each).build(), options)));
    }

    /** Lets a script happen. */
    public static Run drive(SignalScript script, Run run) {
        return drive(script, run, () -> {});
    }

    /** Lets a script happen, and looks on after each step. */
    public static Run drive(SignalScript script, Run run, Runnable afterStep) {
        for (SignalScript.Step step : script.steps()) {
            if (step instanceof SignalScript.Arrival arrival) {
                run.send("in", arrival.signal(), Instant.ofEpochMilli(arrival.at()));
            } else if (step instanceof SignalScript.Rise rise) {
                run.advanceWatermark("in", Instant.ofEpochMilli(rise.watermark()));
            } else if (step instanceof SignalScript.Jump jump) {
                run.jumpProcessingTimeTo(Instant.ofEpochMilli(jump.clock()));
            }
            run.settle();
            afterStep.run();
        }
        return run;
    }

    /** What sinks hold, by sink and key. */
    public static Map<String, List<String>> outcome(Run run) {
        Map<String, List<String>> outcome = new TreeMap<>();
        for (TranscriptLine line : run.transcript().lines()) {
            if (line.kind() == TranscriptLine.Kind.OUTPUT) {
                note(line.subject(), unquoted(line.value()), line.timestamp(), outcome);
            }
        }
        return outcome;
    }

    /** Adds one thing that came out. */
    public static void note(String sink, String text, long timestamp, Map<String, List<String>> outcome) {
        String key = sink + " " + text.substring(0, text.indexOf(':'));
        outcome.computeIfAbsent(key, any -> new java.util.ArrayList<>()).add(text + " at " + timestamp);
    }

    private static String unquoted(String value) {
        return value.startsWith("\"") ? value.substring(1, value.length() - 1) : value;
    }
}
