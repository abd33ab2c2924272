package dev.tidemark.benchmarks.program;

import dev.tidemark.benchmarks.Sample;
import dev.tidemark.benchmarks.result.Row;
import dev.tidemark.benchmarks.result.Tallies;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Flink's own cluster inside of this process, at its best: started before anything is timed, objects reused, state on the heap, no
 * checkpoints, parallelism 1.
 *
 * <p>A job's time is what Flink itself reports as its run time, from its first state to its last.
 */
public final class FlinkCluster {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final MiniCluster cluster;

    private FlinkCluster(MiniCluster cluster) {
        this.cluster = cluster;
    }

    /** Started at the first call, and kept until the process ends. */
    public static FlinkCluster ofThisProcess() {
        return Holder.STARTED;
    }

    private static final class Holder {
        static final FlinkCluster STARTED = start();
    }

    private static FlinkCluster start() {
        Configuration configuration = new Configuration();
        configuration.set(RestOptions.BIND_PORT, "0");
        MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(1)
                .withRandomPorts()
                .build());
        try {
            cluster.start();
        } catch (Exception e) {
            throw new IllegalStateException("Flink's cluster can't be started in this process: " + e, e);
        }
        return new FlinkCluster(cluster);
    }

    /** An environment of parallelism 1 that reuses objects. */
    public static StreamExecutionEnvironment environment() {
        StreamExecutionEnvironment environment = new StreamExecutionEnvironment(new Configuration());
        environment.setParallelism(1);
        environment.getConfig().enableObjectReuse();
        return environment;
    }

    /**
     * Has sources look at their watermarks every 2 ms in place of 200: at full speed there would be a million events in between, which
     * an operator that keeps elements or timers until the watermark passes would have to keep. Where measured, that costs Flink up
     * to half of its speed.
     */
    public static void manyWatermarks(StreamExecutionEnvironment environment) {
        environment.getConfig().setAutoWatermarkInterval(2);
    }

    /** Runs a program to the end of its events. */
    public Sample run(FlinkProgram program, long events) throws Exception {
        long run = Tallies.open();
        StreamExecutionEnvironment environment = environment();
        count(program.build(environment, events), run);
        JobExecutionResult result = execute(environment);
        return new Sample(Math.max(1, result.getNetRuntime()) * NANOS_PER_MILLI, Tallies.close(run));
    }

    /** Runs a job and waits for its end. */
    public JobExecutionResult execute(StreamExecutionEnvironment environment) throws Exception {
        return cluster.executeJobBlocking(environment.getStreamGraph().getJobGraph());
    }

    /** Sends the results of a job to the tally of a run. */
    public static <T extends Row> void count(DataStream<T> results, long run) {
        results.sinkTo(new FlinkSink<>(run));
    }
}
