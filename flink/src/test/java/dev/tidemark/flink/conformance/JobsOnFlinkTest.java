package dev.tidemark.flink.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.timeline.Statement;
import dev.tidemark.flink.cluster.LocalCluster;
import dev.tidemark.flink.referee.FlinkVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.util.CloseableIterator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs of Flink's that are stopped with a savepoint, begun from one, and that fail. */
@SuppressWarnings({"try", "deprecation"}) // closing what a job collects may be interrupted; the shortest sources
class JobsOnFlinkTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @Test
    @Statement({10, 155})
    void savepoint_keeps_open_windows_and_nothing_comes_behind_it() throws Exception {
        List<Long> before = new ArrayList<>();
        List<Long> after = new ArrayList<>();
        try (LocalCluster cluster = LocalCluster.start(4)) {
            String savepoint = stopped(cluster, false, before);
            after.addAll(begun(cluster, savepoint, "windows", true));
        }
        assertThat(before).containsExactly(2L);
        assertThat(after).containsExactly(3L);
    }

    @Test
    @Statement(10)
    void with_drain_everything_fires_first() throws Exception {
        List<Long> before = new ArrayList<>();
        List<Long> after = new ArrayList<>();
        try (LocalCluster cluster = LocalCluster.start(4)) {
            String savepoint = stopped(cluster, true, before);
            after.addAll(begun(cluster, savepoint, "windows", true));
        }
        assertThat(before).containsExactly(2L, 3L);
        assertThat(after).isEmpty();
    }

    @Test
    @Statement(149)
    void state_without_an_operator_of_its_uid_is_refused_unless_allowed() throws Exception {
        try (LocalCluster cluster = LocalCluster.start(4)) {
            String savepoint = stopped(cluster, false, new ArrayList<>());
            assertThatThrownBy(() -> begun(cluster, savepoint, "other", false))
                    .hasStackTraceContaining("--allowNonRestoredState");
            assertThat(begun(cluster, savepoint, "other", true)).isEmpty();
        }
    }

    @Test
    @Statement(153)
    void after_a_failure_the_source_goes_back_to_the_checkpoint_and_state_with_it() throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(10));
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(1));
        try (LocalCluster cluster = LocalCluster.start(4)) {
            DataStream<Long> sums = cluster.environment(configuration)
                    .addSource(new Failing(), "failing", Types.TUPLE(Types.STRING, Types.LONG))
                    .keyBy(pair -> pair.f0)
                    .sum(1)
                    .map(pair -> pair.f1)
                    .returns(Types.LONG);
            assertThat(all(sums)).endsWith(210L);
        }
    }

    @Test
    @Statement(105)
    void chained_operators_get_copies_or_with_object_reuse_the_instance() throws Exception {
        try (LocalCluster cluster = LocalCluster.start(4)) {
            assertThat(remembered(cluster, false)).containsExactly(1L, 1L, 1L);
            assertThat(remembered(cluster, true)).containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    @Statement(144)
    void without_an_interval_there_are_no_checkpoints_and_finished_tasks_stop_none() {
        var checkpoints = new StreamExecutionEnvironment(new Configuration()).getCheckpointConfig();
        assertThat(checkpoints.isCheckpointingEnabled()).isFalse();
        assertThat(checkpoints.getCheckpointingConsistencyMode())
                .isEqualTo(
                        FlinkVersion.before("2.1") ? CheckpointingMode.EXACTLY_ONCE : CheckpointingMode.AT_LEAST_ONCE);
        checkpoints.setCheckpointInterval(1000);
        assertThat(checkpoints.getCheckpointingConsistencyMode()).isEqualTo(CheckpointingMode.EXACTLY_ONCE);
        assertThat(new Configuration().get(CheckpointingOptions.ENABLE_CHECKPOINTS_AFTER_TASKS_FINISH))
                .isTrue();
    }

    private static DataStream<Long> windows(StreamExecutionEnvironment environment, boolean silent, String uid) {
        return environment
                .addSource(new Waiting(silent), "waiting", Types.TUPLE(Types.STRING, Types.LONG))
                .uid("waiting")
                .keyBy(pair -> pair.f0)
                .window(TumblingEventTimeWindows.of(Duration.ofMillis(10)))
                .aggregate(new Summing())
                .uid(uid);
    }

    /** Runs until the first window has fired, stops with a savepoint, and notes everything that came. */
    private String stopped(LocalCluster cluster, boolean drain, List<Long> came) throws Exception {
        StreamExecutionEnvironment environment = cluster.environment(new Configuration());
        environment.setParallelism(1);
        try (CloseableIterator<Long> results =
                windows(environment, false, "windows").collectAsync()) {
            JobClient job = environment.executeAsync("stopped");
            came.add(results.next());
            String savepoint = job.stopWithSavepoint(drain, folder.toUri().toString(), SavepointFormatType.CANONICAL)
                    .get();
            results.forEachRemaining(came::add);
            return savepoint;
        }
    }

    /** What comes of a savepoint when the source says nothing more; what collects results has state of no name. */
    private static List<Long> begun(LocalCluster cluster, String savepoint, String uid, boolean allow)
            throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
        configuration.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, allow);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "disable");
        StreamExecutionEnvironment environment = cluster.environment(configuration);
        environment.setParallelism(1);
        return all(windows(environment, true, uid));
    }

    private static List<Long> all(DataStream<Long> stream) throws Exception {
        List<Long> all = new ArrayList<>();
        stream.getExecutionEnvironment().setParallelism(1);
        try (CloseableIterator<Long> results = stream.executeAndCollect()) {
            results.forEachRemaining(all::add);
        }
        return all;
    }

    private static List<Long> remembered(LocalCluster cluster, boolean reuse) throws Exception {
        StreamExecutionEnvironment environment = cluster.environment(new Configuration());
        environment.setParallelism(1);
        if (reuse) {
            environment.getConfig().enableObjectReuse();
        }
        return all(environment
                .fromData(1L, 1L, 1L)
                .map(new Again())
                .returns(Types.TUPLE(Types.STRING, Types.LONG))
                .map(new Remembering())
                .returns(Types.LONG));
    }

    /** Says the same instance again, one more each time. */
    private static final class Again implements MapFunction<Long, Tuple2<String, Long>> {
        private static final long serialVersionUID = 1L;

        private final Tuple2<String, Long> same = Lone.pair("", 0);

        @Override
        public Tuple2<String, Long> map(Long more) {
            same.f1 += more;
            return same;
        }
    }

    /** Says what is in the first that came. */
    private static final class Remembering implements MapFunction<Tuple2<String, Long>, Long> {
        private static final long serialVersionUID = 1L;

        private transient @Nullable Tuple2<String, Long> first;

        @Override
        public Long map(Tuple2<String, Long> pair) {
            if (first == null) {
                first = pair;
            }
            return first.f1;
        }
    }
}
