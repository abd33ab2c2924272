package dev.tidemark.engine.runtime;

import dev.tidemark.engine.command.Response;
import dev.tidemark.engine.command.Responses;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** What operators get that does not flow through the pipeline: chance, by the run's seed, and answers from outside. */
final class Outside {
    private final long seed;
    private final Outputs outputs;
    private @Nullable Responses recording;

    /** {@code outputs} know the step. */
    Outside(long seed, Outputs outputs) {
        this.seed = seed;
        this.outputs = outputs;
    }

    void recording(Responses responses) {
        recording = responses;
    }

    /** The {@code n}-th random number of a subtask. */
    long draw(int node, int subtask, long n) {
        return Randomness.at(Randomness.at(Randomness.at(seed, ~node), subtask), n);
    }

    /** Asks, or finds what was answered before. */
    byte[] ask(String operator, int subtask, long number, Callable<byte[]> asking) throws Exception {
        long step = outputs.step();
        byte[] known = recording == null ? null : recording.find(step, operator, subtask, number);
        if (known != null) {
            return known;
        }
        byte[] answer = asking.call();
        if (recording != null) {
            recording.add(new Response(step, operator, subtask, number, answer));
        }
        return answer;
    }
}
