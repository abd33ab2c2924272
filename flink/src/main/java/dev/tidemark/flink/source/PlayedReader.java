package dev.tidemark.flink.source;

import dev.tidemark.engine.element.EndOfInput;
import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.element.StreamElement;
import dev.tidemark.engine.element.WatermarkStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;
import org.jspecify.annotations.Nullable;

/** One subtask of a {@link PlayedSource}: plays the lines of its partitions in order, as its pace allows. */
final class PlayedReader implements SourceReader<Object, PlayedSplit> {
    private final Played played;
    private final Pace pace;
    private final long end;
    private final List<Partition> partitions = new ArrayList<>();
    private boolean complete;
    private boolean begun;
    private long completed;
    private CompletableFuture<Void> available = new CompletableFuture<>();

    PlayedReader(Played played) {
        this.played = played;
        this.pace = played.pace();
        this.end = pace.free() ? Long.MAX_VALUE : endRound();
    }

    /** The round in which the source is over: that of its last line, if it is an end, or the one after the last. */
    private long endRound() {
        long line = played.end();
        return line == Long.MAX_VALUE ? pace.rounds() + 1 : Pace.roundOf(line);
    }

    /** A partition with the place where it stands. */
    private static final class Partition {
        private final int number;
        private final List<Play> plays;
        private int position;
        private boolean paused;

        Partition(PlayedSplit split, List<Play> plays) {
            this.number = split.partition();
            this.position = split.position();
            this.plays = plays;
        }

        boolean over() {
            return position >= plays.size();
        }

        String id() {
            return Integer.toString(number);
        }

        Play next() {
            return plays.get(position);
        }
    }

    @Override
    public void start() {}

    @Override
    public void addSplits(List<PlayedSplit> splits) {
        for (PlayedSplit split : splits) {
            partitions.add(new Partition(split, played.read(split.partition())));
        }
    }

    @Override
    public void notifyNoMoreSplits() {
        complete = true;
        wake();
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) {
        completed++;
        wake();
    }

    private void wake() {
        available.complete(null);
    }

    @Override
    public InputStatus pollNext(ReaderOutput<Object> output) {
        if (!complete) {
            return nothingYet();
        }
        if (!begun) {
            begun = true;
            partitions.forEach(each -> output.createOutputForSplit(each.id()));
            if (partitions.isEmpty()) {
                output.markIdle();
            }
        }
        Partition next = earliest(false);
        if (next != null && due(next)) {
            play(next.next().element(), output.createOutputForSplit(next.id()));
            next.position++;
            return InputStatus.MORE_AVAILABLE;
        }
        Partition paused = earliest(true);
        boolean waits = paused != null && due(paused);
        boolean over = pace.free() ? next == null : Pace.round(completed) >= end;
        return over && !waits ? InputStatus.END_OF_INPUT : nothingYet();
    }

    private boolean due(Partition partition) {
        return pace.free() || Pace.roundOf(partition.next().line()) <= Pace.round(completed);
    }

    /** Of the partitions that are paused, or of the others, the one that comes next. */
    private @Nullable Partition earliest(boolean paused) {
        Partition earliest = null;
        for (Partition each : partitions) {
            if (each.paused == paused
                    && !each.over()
                    && (earliest == null || each.next().line() < earliest.next().line())) {
                earliest = each;
            }
        }
        return earliest;
    }

    /** Flink says so where partitions wait for others. */
    @Override
    public void pauseOrResumeSplits(Collection<String> toPause, Collection<String> toResume) {
        for (Partition each : partitions) {
            each.paused = toPause.contains(each.id()) || (each.paused && !toResume.contains(each.id()));
        }
        wake();
    }

    private static void play(StreamElement element, SourceOutput<Object> output) {
        if (element instanceof Event event) {
            output.collect(event.value(), event.timestamp());
        } else if (element instanceof dev.tidemark.engine.element.Watermark watermark) {
            output.emitWatermark(new Watermark(watermark.timestamp()));
        } else if (element == WatermarkStatus.IDLE) {
            output.markIdle();
        } else if (element == WatermarkStatus.ACTIVE) {
            output.markActive();
        } else if (element != EndOfInput.INSTANCE) {
            throw new IllegalStateException("a source can't play " + element);
        }
    }

    private InputStatus nothingYet() {
        available = new CompletableFuture<>();
        return InputStatus.NOTHING_AVAILABLE;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return available;
    }

    @Override
    public List<PlayedSplit> snapshotState(long checkpoint) {
        return partitions.stream()
                .map(each -> new PlayedSplit(each.number, each.position))
                .toList();
    }

    @Override
    public void close() {}
}
