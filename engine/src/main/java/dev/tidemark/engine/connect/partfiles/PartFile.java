package dev.tidemark.engine.connect.partfiles;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A part in progress. */
final class PartFile {
    private final String name;
    private final long openedMillis;
    private final FileChannel channel;
    private final OutputStream out;
    private long length;
    private boolean stored;

    private PartFile(OpenPart part, FileChannel channel) {
        this.name = part.name();
        this.openedMillis = part.openedMillis();
        this.length = part.length();
        this.channel = channel;
        this.out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    }

    /** Begins a part; one of this name that is finished already is refused. */
    static PartFile begin(PartFolder folder, String name, long nowMillis) throws IOException {
        if (Files.exists(folder.finished(name))) {
            throw new IOException(
                    folder.finished(name) + " is there already: it was finished after the checkpoint that "
                            + "this job started from, or belongs to another; restore the last checkpoint, or write into another "
                            + "folder or under another prefix");
        }
        FileChannel channel = FileChannel.open(
                folder.unfinished(name),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        return new PartFile(new OpenPart(name, 0, nowMillis), channel);
    }

    /** Takes up a part that a checkpoint knows, and cuts off what was written after it. */
    static PartFile resume(PartFolder folder, OpenPart part) throws IOException {
        Path file = folder.unfinished(part.name());
        if (!Files.exists(file) || Files.size(file) < part.length()) {
            throw new IOException(file + " has not the " + part.length() + " bytes that the checkpoint knows"
                    + (Files.exists(folder.finished(part.name()))
                            ? ": the part was finished after it; restore the last checkpoint"
                            : "; put it back, or start from nothing"));
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        channel.truncate(part.length());
        channel.position(part.length());
        PartFile resumed = new PartFile(part, channel);
        resumed.stored = true;
        return resumed;
    }

    String name() {
        return name;
    }

    long length() {
        return length;
    }

    long openedMillis() {
        return openedMillis;
    }

    /** Whether a checkpoint may know of it. */
    boolean stored() {
        return stored;
    }

    void append(ByteArrayOutputStream bytes) throws IOException {
        bytes.writeTo(out);
        length += bytes.size();
    }

    /** Everything so far is on the disk, and goes into a checkpoint. */
    OpenPart store() throws IOException {
        out.flush();
        channel.force(true);
        stored = true;
        return new OpenPart(name, length, openedMillis);
    }

    ClosedPart close() throws IOException {
        try (channel) {
            out.flush();
            channel.force(true);
        }
        return new ClosedPart(name, length);
    }

    /** Nothing more is written, what waits in memory included. */
    void abandon() throws IOException {
        channel.close();
    }
}
