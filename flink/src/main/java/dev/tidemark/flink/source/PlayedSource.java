package dev.tidemark.flink.source;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Plays partitions, each as a split of its own, so that watermarks and idleness go by partition as Flink has it.
 *
 * <p>Partition {@code i} belongs to subtask {@code i % parallelism}, as in the engine.
 */
public final class PlayedSource implements Source<Object, PlayedSplit, List<PlayedSplit>> {
    private static final long serialVersionUID = 1L;

    private final Played played;

    public PlayedSource(Played played) {
        this.played = played;
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SourceReader<Object, PlayedSplit> createReader(SourceReaderContext context) {
        return new PlayedReader(played);
    }

    @Override
    public SplitEnumerator<PlayedSplit, List<PlayedSplit>> createEnumerator(
            SplitEnumeratorContext<PlayedSplit> context) {
        List<PlayedSplit> all = new ArrayList<>();
        for (int i = 0; i < played.partitions().size(); i++) {
            all.add(new PlayedSplit(i, 0));
        }
        return restoreEnumerator(context, all);
    }

    @Override
    public SplitEnumerator<PlayedSplit, List<PlayedSplit>> restoreEnumerator(
            SplitEnumeratorContext<PlayedSplit> context, List<PlayedSplit> waiting) {
        return new PlayedEnumerator(context, waiting);
    }

    @Override
    public SimpleVersionedSerializer<PlayedSplit> getSplitSerializer() {
        return splits();
    }

    /** How a split travels. */
    public static SimpleVersionedSerializer<PlayedSplit> splits() {
        return new PlayedSplit.Form();
    }

    @Override
    public SimpleVersionedSerializer<List<PlayedSplit>> getEnumeratorCheckpointSerializer() {
        return new PlayedEnumerator.Form();
    }
}
