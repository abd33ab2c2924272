package dev.tidemark.engine.runtime;

import dev.tidemark.engine.time.SimulatedClock;
import dev.tidemark.engine.transcript.Happening;
import dev.tidemark.engine.transcript.Step;
import dev.tidemark.engine.transcript.Transcript;
import dev.tidemark.engine.transcript.TranscriptLine;

/** Counts the steps of a run, and keeps of each what a transcript says of it. */
final class StepLog {
    private final SimulatedClock clock;
    private final Recorder recorder;
    private final Outputs outputs;
    private long steps;
    private AppendLog<Step> spoken = AppendLog.empty();

    StepLog(SimulatedClock clock, Recorder recorder, Outputs outputs) {
        this.clock = clock;
        this.recorder = recorder;
        this.outputs = outputs;
    }

    /** Steps done so far, with the one that has begun. */
    long steps() {
        return steps;
    }

    void begin() {
        steps++;
        outputs.step(steps);
        recorder.begin();
    }

    /** Takes the step into the digest. */
    void mix() {
        recorder.mix(steps, clock.now());
    }

    /** The step, with the effects that it had. */
    Step told(Happening happening) {
        Step step = new Step(steps, clock.now(), happening, recorder.effects());
        if (recorder.detailed() && TranscriptLine.isSpokenOf(step)) {
            spoken = spoken.append(TranscriptLine.spoken(step));
        }
        return step;
    }

    /** Inputs, outputs and late elements of all steps whose effects were collected. */
    Transcript transcript() {
        return Transcript.of(spoken.values());
    }

    AppendLog<Step> spoken() {
        return spoken;
    }

    void restore(long done, AppendLog<Step> told) {
        steps = done;
        spoken = told;
    }
}
