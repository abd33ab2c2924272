package dev.tidemark.flink.cluster;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A Flink cluster in this JVM, started once, on which any number of jobs run.
 *
 * <p>Source: Flink's {@code MiniCluster}.
 */
public final class LocalCluster implements AutoCloseable {
    private final MiniCluster cluster;
    private final int slots;

    private LocalCluster(MiniCluster cluster, int slots) {
        this.cluster = cluster;
        this.slots = slots;
    }

    /**
     * Starts a cluster.
     *
     * @param slots the largest parallelism of all jobs that run at the same time, together
     * @throws FlinkFailure if Flink does not start
     */
    public static LocalCluster start(int slots) {
        MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(new Configuration())
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .withRandomPorts()
                .build());
        try {
            cluster.start();
        } catch (Exception e) {
            throw new FlinkFailure("Flink does not start in this JVM: " + e.getMessage(), e);
        }
        return new LocalCluster(cluster, slots);
    }

    /** How many subtasks of one operator fit. */
    public int slots() {
        return slots;
    }

    /** An environment whose jobs run here. */
    public StreamExecutionEnvironment environment(Configuration configuration) {
        LocalExecutor executor = new LocalExecutor(cluster);
        Configuration here = new Configuration(configuration);
        here.set(DeploymentOptions.TARGET, executor.getName());
        return new StreamExecutionEnvironment(
                executor, here, Thread.currentThread().getContextClassLoader());
    }

    @Override
    public void close() {
        try {
            cluster.close();
        } catch (Exception e) {
            throw new FlinkFailure("Flink does not stop: " + e.getMessage(), e);
        }
    }
}
