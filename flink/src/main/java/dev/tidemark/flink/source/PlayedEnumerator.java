package dev.tidemark.flink.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;

/** Gives each reader its partitions as soon as it is there. */
final class PlayedEnumerator implements SplitEnumerator<PlayedSplit, List<PlayedSplit>> {
    private final SplitEnumeratorContext<PlayedSplit> context;
    private final List<PlayedSplit> waiting;

    PlayedEnumerator(SplitEnumeratorContext<PlayedSplit> context, List<PlayedSplit> waiting) {
        this.context = context;
        this.waiting = new ArrayList<>(waiting);
    }

    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int subtask, @Nullable String hostname) {}

    @Override
    public void addSplitsBack(List<PlayedSplit> splits, int subtask) {
        waiting.addAll(splits);
    }

    @Override
    public void addReader(int subtask) {
        for (PlayedSplit split : List.copyOf(waiting)) {
            if (split.partition() % context.currentParallelism() == subtask) {
                context.assignSplit(split, subtask);
                waiting.remove(split);
            }
        }
        context.signalNoMoreSplits(subtask);
    }

    @Override
    public List<PlayedSplit> snapshotState(long checkpoint) {
        return List.copyOf(waiting);
    }

    @Override
    public void close() {}

    /** The splits that no reader has, one after the other. */
    static final class Form implements SimpleVersionedSerializer<List<PlayedSplit>> {
        private static final int BYTES = 8;
        private final PlayedSplit.Form one = new PlayedSplit.Form();

        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(List<PlayedSplit> splits) throws IOException {
            byte[] all = new byte[splits.size() * BYTES];
            for (int i = 0; i < splits.size(); i++) {
                System.arraycopy(one.serialize(splits.get(i)), 0, all, i * BYTES, BYTES);
            }
            return all;
        }

        @Override
        public List<PlayedSplit> deserialize(int version, byte[] serialized) throws IOException {
            List<PlayedSplit> splits = new ArrayList<>();
            for (int i = 0; i < serialized.length; i += BYTES) {
                byte[] bytes = new byte[BYTES];
                System.arraycopy(serialized, i, bytes, 0, BYTES);
                splits.add(one.deserialize(version, bytes));
            }
            return splits;
        }
    }
}
