package dev.tidemark.kernel.session;

import dev.tidemark.kernel.shell.CellInterrupted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** {@code System.in}: asks the front end for a line whenever a read finds none left. */
final class AskedInput extends InputStream {
    private final FrontEnd frontEnd;
    private final StandardStreams streams;
    private byte[] line = new byte[0];
    private int next;

    AskedInput(FrontEnd frontEnd, StandardStreams streams) {
        this.frontEnd = frontEnd;
        this.streams = streams;
    }

    @Override
    public synchronized int read() throws IOException {
        ask();
        return line[next++] & 0xFF;
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        ask();
        int count = Math.min(length, line.length - next);
        System.arraycopy(line, next, bytes, offset, count);
        next += count;
        return count;
    }

    @Override
    public synchronized int available() {
        return line.length - next;
    }

    private void ask() throws IOException {
        if (next < line.length) {
            return;
        }
        System.out.flush();
        System.err.flush();
        streams.flush();
        try {
            line = (frontEnd.input("", false) + "\n").getBytes(StandardCharsets.UTF_8);
            next = 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CellInterrupted();
        }
    }
}
