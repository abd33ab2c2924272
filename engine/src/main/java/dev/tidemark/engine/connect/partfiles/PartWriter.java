package dev.tidemark.engine.connect.partfiles;

import dev.tidemark.engine.sink.CommittingSinkWriter;
import dev.tidemark.engine.sink.SinkContext;
import dev.tidemark.engine.sink.StatefulSinkWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the parts of one subtask. */
public final class PartWriter<T> implements StatefulSinkWriter<T, OpenPart>, CommittingSinkWriter<T, ClosedPart> {
    private final PartFolder folder;
    private final Encoder<? super T> encoder;
    private final RollingPolicy rolling;
    private final String suffix;
    private final SinkContext<T> context;
    private final String stem;
    private final ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    private final List<ClosedPart> closed = new ArrayList<>();
    private final List<String> own = new ArrayList<>();
    private @Nullable PartFile current;
    private long checkpoint;
    private int begun;

    PartWriter(
            PartFolder folder,
            Encoder<? super T> encoder,
            RollingPolicy rolling,
            String prefix,
            String suffix,
            SinkContext<T> context) {
        this.folder = folder;
        this.encoder = encoder;
        this.rolling = rolling;
        this.suffix = suffix;
        this.context = context;
        this.stem = prefix + "-" + context.subtask() + "-";
        this.checkpoint = context.restoredCheckpoint();
    }

    /** Goes on with a part; others that came from writers of before are closed as they were. */
    void resume(List<OpenPart> recovered) throws IOException {
        folder.make();
        for (OpenPart part : recovered) {
            roll();
            current = PartFile.resume(folder, part);
        }
    }

    @Override
    public void write(T value, Context at) throws IOException {
        PartFile part = current;
        if (part != null && rolling.rolls(part.length(), part.openedMillis(), at.processingTime())) {
            roll();
        }
        encoded.reset();
        if (current == null) {
            String name = stem + checkpoint + "-" + begun++ + suffix;
            current = PartFile.begin(folder, name, at.processingTime());
            encoder.begin(encoded);
        }
        encoder.encode(value, encoded);
        current.append(encoded);
    }

    private void roll() throws IOException {
        if (current != null) {
            if (!current.stored()) {
                own.add(current.name());
            }
            closed.add(current.close());
            current = null;
        }
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
        if (current != null
                && (endOfInput || rolling.rollsAtCheckpoint(current.openedMillis(), context.processingTime()))) {
            roll();
        }
    }

    @Override
    public List<ClosedPart> prepareCommit() {
        List<ClosedPart> prepared = List.copyOf(closed);
        closed.clear();
        own.clear();
        return prepared;
    }

    @Override
    public List<OpenPart> snapshotState(long id) throws IOException {
        checkpoint = id;
        begun = 0;
        return current == null ? List.of() : List.of(current.store());
    }

    /** What a checkpoint may know stays; the rest goes. */
    @Override
    public void close() throws IOException {
        if (current != null) {
            current.abandon();
            if (!current.stored()) {
                own.add(current.name());
            }
            current = null;
        }
        for (String name : own) {
            Files.deleteIfExists(folder.unfinished(name));
        }
        own.clear();
    }
}
