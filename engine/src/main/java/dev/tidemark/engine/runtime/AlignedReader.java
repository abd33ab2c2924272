package dev.tidemark.engine.runtime;

import dev.tidemark.engine.element.Watermark;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.time.Alignment;
import dev.tidemark.engine.time.Times;
import dev.tidemark.engine.time.WatermarkSamples;
import dev.tidemark.engine.transcript.Effect;
import java.util.ArrayList;
import java.util.List;

/**
 * What alignment makes of one subtask of a source: it samples and reports its watermark, and what is too far ahead of
 * its group is not read.
 *
 * <p>Comparisons are arithmetic, as probes are: only those that change something happen. A partition of which
 * everything was read counts no more; an idle source, and one that is over, report the end of time. Source: Flink's
 * {@code SourceOperator}.
 */
final class AlignedReader {
    private static final long NEVER = Long.MAX_VALUE;

    private final Alignment alignment;
    private AlignmentGroup group;
    private final SourceReader reader;
    private final long startMillis;
    private final Recorder recorder;
    private final WatermarkSamples whole = new WatermarkSamples();
    private final List<WatermarkSamples> parts = new ArrayList<>();
    private final boolean[] partPaused;
    private boolean paused;
    private boolean stopped;
    private long allowed = Watermark.END_OF_TIME;
    private long reported = Watermark.BEGINNING;
    private long unsettledSince = NEVER;

    AlignedReader(Alignment alignment, AlignmentGroup group, SourceReader reader, long startMillis, Recorder recorder) {
        this.alignment = alignment;
        this.group = group;
        this.reader = reader;
        this.startMillis = startMillis;
        this.recorder = recorder;
        reader.partitions().forEach(any -> parts.add(new WatermarkSamples()));
        this.partPaused = new boolean[parts.size()];
        group.add(this);
    }

    String source() {
        return reader.node().name();
    }

    int subtask() {
        return reader.subtask();
    }

    AlignmentGroup group() {
        return group;
    }

    /** Takes the place of one that has failed. */
    void replace(AlignedReader failed) {
        group = failed.group;
        group.replace(failed, this);
    }

    /** Its task has failed: it is not compared until another takes its place. */
    void stop() {
        stopped = true;
        unsettledSince = NEVER;
    }

    boolean stopped() {
        return stopped;
    }

    /** Whether nothing at all is read. */
    boolean paused() {
        return paused;
    }

    /** Whether nothing of a partition is read. */
    boolean paused(int partition) {
        return paused || partPaused[partition];
    }

    /** Whether a partition itself is too far ahead, so that its idleness is not measured. */
    boolean ahead(int partition) {
        return partPaused[partition];
    }

    /** Why a partition is not read; empty when it is. */
    String reason(int partition) {
        AlignedReader lowest = group.lowestMember();
        if (!paused(partition) || lowest == null) {
            return "";
        }
        return "more than " + Times.text(java.time.Duration.ofMillis(alignment.maxDriftMillis())) + " ahead of "
                + lowest.source() + "#" + lowest.subtask() + ", which stands at " + Times.text(lowest.reported())
                + " in alignment group '" + group.name() + "'";
    }

    boolean hasReported() {
        return reported > Watermark.BEGINNING;
    }

    long reported() {
        return reported;
    }

    /** When the group's next comparison is due, for the member that does them. */
    long nextOfGroup() {
        return group.ledBy(this) ? group.nextComparison() : NEVER;
    }

    long nextComparison() {
        return unsettledSince == NEVER ? NEVER : comparisonAfter(unsettledSince);
    }

    /** Whether this member too is compared when the group is, at {@code now} instead of {@code since}. */
    boolean isDue(long since, long now) {
        return !stopped && !reader.ended() && comparisonAfter(since - 1) <= now;
    }

    private long comparisonAfter(long millis) {
        long interval = alignment.updateMillis();
        return startMillis + (Math.floorDiv(millis - startMillis, interval) + 1) * interval;
    }

    // ---- what changes

    /** The reader has read something, or looked at its watermarks. */
    void note(long now) {
        whole.latest(reader.combined());
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).latest(reader.partitions().get(i).watermark().watermark());
        }
        if (unsettledSince == NEVER && !settled()) {
            unsettledSince = now;
        }
    }

    /** Everything was read: nobody has to wait for it. */
    void ended(long now) {
        reported = Watermark.END_OF_TIME;
        unsettledSince = NEVER;
        group.changed(now);
    }

    void sample() {
        whole.sample();
        parts.forEach(WatermarkSamples::sample);
        long report = toReport();
        if (report > Watermark.BEGINNING) {
            reported = report;
        }
    }

    /** The lowest of the partitions that still count; the beginning of time before each of them has a watermark. */
    private long toReport() {
        if (reader.ended()) {
            return Watermark.END_OF_TIME;
        }
        long lowest = Watermark.END_OF_TIME;
        for (SourcePartition partition : reader.partitions()) {
            if (!partition.done() && !partition.watermark().idle()) {
                lowest = Math.min(lowest, partition.watermark().watermark());
            }
        }
        boolean unheard = lowest == Watermark.END_OF_TIME && reader.combined() == Watermark.BEGINNING;
        return unheard ? Watermark.BEGINNING : lowest;
    }

    /** Tells how far may be read, and pauses or resumes what that is about. */
    void allow(long lowest, long now) {
        if (hasReported()) {
            allowed = limit(lowest);
        }
        boolean pauses = allowed < whole.oldest();
        if (pauses != paused) {
            paused = pauses;
            tell("", pauses, reader.combined());
        }
        for (int i = 0; i < partPaused.length; i++) {
            SourcePartition partition = reader.partitions().get(i);
            boolean stops = parts.get(i).oldest() > allowed;
            if (stops != partPaused[i] && !partition.watermark().idle()) {
                partPaused[i] = stops;
                tell(partition.name(), stops, partition.watermark().watermark());
            }
        }
        reader.measureIdleness(now);
    }

    private void tell(String partition, boolean pauses, long watermark) {
        recorder.mix(reader.node().id(), pauses ? watermark : ~watermark);
        if (recorder.detailed()) {
            recorder.add(new Effect.ReadingChanged(source(), subtask(), partition, pauses, watermark, allowed));
        }
    }

    private long limit(long lowest) {
        return Times.saturatedAdd(lowest, alignment.maxDriftMillis());
    }

    private boolean settled() {
        return stopped
                || reader.ended()
                || (whole.settled()
                        && parts.stream().allMatch(WatermarkSamples::settled)
                        && (toReport() == Watermark.BEGINNING || toReport() == reported)
                        && (!hasReported() || allowed == limit(group.lowest())));
    }

    /** Notes whether another comparison is needed after one, which was for this member or for others. */
    void compared(boolean due, long now) {
        if (settled()) {
            unsettledSince = NEVER;
        } else if (due || unsettledSince == NEVER) {
            unsettledSince = now;
        }
    }

    // ---- snapshot

    void snapshot(ByteSink out) {
        whole.snapshot(out);
        parts.forEach(each -> each.snapshot(out));
        for (boolean each : partPaused) {
            out.writeBoolean(each);
        }
        out.writeBoolean(paused);
        out.writeLong(allowed);
        out.writeLong(reported);
        out.writeLong(unsettledSince);
    }

    void restore(ByteSource in) {
        whole.restore(in);
        parts.forEach(each -> each.restore(in));
        for (int i = 0; i < partPaused.length; i++) {
            partPaused[i] = in.readBoolean();
        }
        paused = in.readBoolean();
        allowed = in.readLong();
        reported = in.readLong();
        unsettledSince = in.readLong();
    }
}
