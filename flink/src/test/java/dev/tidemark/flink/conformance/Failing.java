package dev.tidemark.flink.conformance;

import java.util.Objects;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.source.legacy.RichSourceFunction;
import org.jspecify.annotations.Nullable;

/** Says 1 to 20; the first time it waits for a checkpoint behind 10 and fails behind 15. */
@SuppressWarnings("deprecation") // the shortest source that can wait
final class Failing extends RichSourceFunction<Tuple2<String, Long>>
        implements CheckpointedFunction, CheckpointListener {
    private static final long serialVersionUID = 1L;
    private static final long LAST = 20;
    private static final long CHECKPOINT_BEHIND = 10;
    private static final long FAILURE_BEHIND = 15;

    private long said;
    private long saidAtSnapshot;
    private long saidAtCheckpoint;
    private volatile boolean running = true;
    private transient @Nullable ListState<Long> position;

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        ListState<Long> state =
                context.getOperatorStateStore().getListState(new ListStateDescriptor<>("said", Types.LONG));
        for (long each : state.get()) {
            said = each;
        }
        position = state;
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        ListState<Long> state = Objects.requireNonNull(position);
        state.clear();
        state.add(said);
        saidAtSnapshot = said;
    }

    @Override
    public void run(SourceContext<Tuple2<String, Long>> context) throws Exception {
        boolean first = getRuntimeContext().getTaskInfo().getAttemptNumber() == 0;
        while (running && said < LAST) {
            synchronized (context.getCheckpointLock()) {
                while (running && first && said == CHECKPOINT_BEHIND && saidAtCheckpoint < CHECKPOINT_BEHIND) {
                    context.getCheckpointLock().wait(1);
                }
                if (first && said == FAILURE_BEHIND) {
                    throw new IllegalStateException("behind " + said);
                }
                said++;
                context.collect(Lone.pair("a", said));
            }
        }
    }

    /** Called with the checkpoint's lock. */
    @Override
    public void notifyCheckpointComplete(long checkpoint) {
        saidAtCheckpoint = saidAtSnapshot;
    }

    @Override
    public void cancel() {
        running = false;
    }
}
