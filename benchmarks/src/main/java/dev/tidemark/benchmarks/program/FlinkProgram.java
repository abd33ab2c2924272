package dev.tidemark.benchmarks.program;

import dev.tidemark.benchmarks.Side;
import dev.tidemark.benchmarks.result.Row;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A workload as a job of Apache Flink, by its public DataStream API. */
@FunctionalInterface
public interface FlinkProgram {
    /** Builds the job over the first {@code events} events; what it returns are the results. */
    DataStream<? extends Row> build(StreamExecutionEnvironment environment, long events);

    /** The same with its keyed state in Flink's RocksDB, and otherwise as Flink has it. */
    default FlinkProgram inRocksDb() {
        return (environment, events) -> {
            Configuration configuration = new Configuration();
            configuration.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
            environment.configure(configuration);
            return build(environment, events);
        };
    }

    /** What runs it, on the one cluster of this process. */
    default Side side() {
        return events -> FlinkCluster.ofThisProcess().run(this, events);
    }
}
