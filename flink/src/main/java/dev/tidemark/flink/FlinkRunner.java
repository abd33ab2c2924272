package dev.tidemark.flink;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.RuntimeMode;
import dev.tidemark.engine.state.codec.Codecs;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.topology.Role;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.flink.cluster.FlinkFailure;
import dev.tidemark.flink.cluster.LocalCluster;
import dev.tidemark.flink.sink.Arrived;
import dev.tidemark.flink.source.Pace;
import dev.tidemark.flink.source.Script;
import dev.tidemark.flink.translate.Part;
import dev.tidemark.flink.translate.Translation;
import dev.tidemark.flink.type.CodecTypeInformation;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/**
 * Runs topologies on Apache Flink: the same pipeline, not a line changed.
 *
 * <p>Built-in windows and triggers become Flink's own, users' functions, state and timers go through thin adapters.
 * Recorded traces are played in the order of their arrivals, without waiting for them: processing time on Flink is the
 * clock on the wall. Sources by hand need a {@link Script}. What Flink can't be told is refused before anything runs.
 */
public final class FlinkRunner implements AutoCloseable {
    private static final int MAX_PARALLELISM = 128;
    private static final int SPARE_SLOTS = 8;
    private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(10);

    private final LocalCluster cluster;
    private final int parallelism;
    private final RuntimeMode mode;

    private FlinkRunner(LocalCluster cluster, int parallelism, RuntimeMode mode) {
        this.cluster = cluster;
        this.parallelism = parallelism;
        this.mode = mode;
    }

    /**
     * Starts Flink in this JVM.
     *
     * @param parallelism subtasks of every operator that names no other number
     */
    public static FlinkRunner local(int parallelism) {
        if (parallelism < 1 || parallelism > MAX_PARALLELISM) {
            throw new IllegalArgumentException(
                    "parallelism is " + parallelism + "; it must lie in [1, " + MAX_PARALLELISM + "]");
        }
        return new FlinkRunner(LocalCluster.start(parallelism + SPARE_SLOTS), parallelism, RuntimeMode.STREAMING);
    }

    /**
     * The same Flink in another mode; closing either closes both.
     *
     * <p>In {@link RuntimeMode#BATCH} Flink takes everything as a whole: a script's lines are what each source reads, in their
     * order, and a script ends every source. Unless said otherwise the mode is {@link RuntimeMode#STREAMING}.
     */
    public FlinkRunner mode(RuntimeMode other) {
        return new FlinkRunner(cluster, parallelism, other);
    }

    /** Runs a pipeline to its end. */
    public FlinkRun run(Pipeline pipeline) {
        return run(pipeline.build());
    }

    /**
     * Runs a topology to its end.
     *
     * @throws dev.tidemark.flink.translate.Refusal if Flink can't be told something of it
     * @throws FlinkFailure if a function throws, or Flink fails
     */
    public FlinkRun run(Topology topology) {
        return execute(List.of(new Part(0, "", topology, null, Pace.FREE, parallelism, false)))
                .get(0);
    }

    /**
     * Runs a topology and sends to its sources by hand what a script says; what has not ended ends with the script.
     *
     * <p>Where the order between senders would be open, a stream's lines are played one after the other, each when the one
     * before has gone through the job.
     */
    public FlinkRun run(Topology topology, Script script) {
        return execute(List.of(part(0, "", new FlinkCase(topology, script)))).get(0);
    }

    /** Runs many small topologies side by side in one job; a failure in one is a failure of all. */
    public List<FlinkRun> runAll(List<FlinkCase> cases) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            parts.add(part(i, i + "/", cases.get(i)));
        }
        return execute(parts);
    }

    private Part part(int number, String prefix, FlinkCase each) {
        boolean ordered = mode == RuntimeMode.BATCH || each.script().senders(parallelism > 1) < 2;
        Pace pace = ordered ? Pace.FREE : Pace.lineByLine(each.script().lines().size());
        return new Part(number, prefix, each.topology(), each.script(), pace, parallelism, true);
    }

    @SuppressWarnings("try") // closing ends the job's collecting, interrupted or not
    private List<FlinkRun> execute(List<Part> parts) {
        parts.forEach(part -> requireSlots(part.topology()));
        long probe = probeMillis(parts);
        StreamExecutionEnvironment environment = cluster.environment(configuration(parts, probe));
        environment.setRuntimeMode(batch(parts) ? RuntimeExecutionMode.BATCH : RuntimeExecutionMode.STREAMING);
        TypeInformation<Arrived> notes = CodecTypeInformation.of(Codecs.of(Arrived.class));
        Translation translation = new Translation(environment, notes, probe);
        parts.forEach(translation::add);
        Results results = new Results(parts);
        DataStream<Arrived> arriving = translation.results();
        CloseableIterator<Arrived> iterator = arriving == null ? null : arriving.collectAsync();
        try {
            JobClient client = environment.executeAsync(parts.get(0).topology().name());
            if (iterator != null) {
                take(iterator, results);
            }
            client.getJobExecutionResult().get();
        } catch (Exception e) {
            throw failure(parts, e);
        }
        return results.runs();
    }

    /** Takes everything; closing the iterator cancels a job that is still running. */
    private static void take(CloseableIterator<Arrived> arriving, Results results) throws Exception {
        try (arriving) {
            arriving.forEachRemaining(results::take);
        }
    }

    private boolean batch(List<Part> parts) {
        return mode == RuntimeMode.BATCH
                || (mode == RuntimeMode.AUTOMATIC
                        && parts.stream()
                                .flatMap(part -> part.topology().nodes().stream())
                                .allMatch(node -> !(node.role() instanceof Role.SourceRole source)
                                        || source.input().bounded()));
    }

    private void requireSlots(Topology topology) {
        for (Node node : topology.nodes()) {
            if (node.parallelism() > cluster.slots()) {
                throw new IllegalArgumentException("operator '" + node.name() + "' has parallelism "
                        + node.parallelism() + ", and this Flink has room for " + cluster.slots()
                        + " subtasks; start FlinkRunner.local(" + node.parallelism() + ")");
            }
        }
    }

    private static long probeMillis(List<Part> parts) {
        return parts.stream()
                .map(part -> BigInteger.valueOf(part.probeMillis()))
                .reduce(BigInteger::gcd)
                .orElseThrow()
                .longValue();
    }

    /** Every operator has its uid, nothing goes by Kryo, a failure is final; rounds of a script need checkpoints. */
    private static Configuration configuration(List<Part> parts, long probeMillis) {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM);
        configuration.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ofMillis(probeMillis));
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "disable");
        if (parts.stream().anyMatch(part -> !part.pace().free())) {
            configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, BETWEEN_ROUNDS);
        }
        return configuration;
    }

    private static FlinkFailure failure(List<Part> parts, Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return new FlinkFailure(
                "pipeline '" + parts.get(0).topology().name() + "'" + (parts.size() > 1 ? " and others" : "")
                        + " failed on Flink: " + cause,
                thrown);
    }

    @Override
    public void close() {
        cluster.close();
    }
}
