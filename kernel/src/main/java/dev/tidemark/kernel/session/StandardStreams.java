package dev.tidemark.kernel.session;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * {@code System.out}, {@code err} and {@code in} for as long as a session lives.
 *
 * <p>What is printed is joined and sent after at most {@value #DELAY_MILLIS} ms or {@value #CHUNK_BYTES} bytes, so that
 * a line a message never floods a front end. {@link #flush} sends at once; the order between the two streams is kept.
 */
final class StandardStreams implements AutoCloseable {
    static final long DELAY_MILLIS = 30;
    static final int CHUNK_BYTES = 64 * 1024;

    private final FrontEnd frontEnd;
    private final Gate gate;
    private final PrintStream outBefore = System.out;
    private final PrintStream errBefore = System.err;
    private final InputStream inBefore = System.in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "output");
        thread.setDaemon(true);
        return thread;
    });

    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK_BYTES);
    private String name = "stdout";
    private @Nullable ScheduledFuture<?> pending;

    StandardStreams(FrontEnd frontEnd, Gate gate) {
        this.frontEnd = frontEnd;
        this.gate = gate;
    }

    void install() {
        System.setOut(new PrintStream(new Channel("stdout"), false, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new Channel("stderr"), false, StandardCharsets.UTF_8));
        System.setIn(new AskedInput(frontEnd, this));
    }

    /** Sends what was printed so far. */
    synchronized void flush() {
        send(true);
    }

    @Override
    public void close() {
        System.out.flush();
        flush();
        timer.shutdownNow();
        System.setOut(outBefore);
        System.setErr(errBefore);
        System.setIn(inBefore);
    }

    private synchronized void write(String stream, byte[] bytes, int offset, int length) {
        if (gate.closedHere()) {
            return;
        }
        if (!stream.equals(name)) {
            send(true);
            name = stream;
        }
        int at = offset;
        int left = length;
        while (left > 0) {
            int part = Math.min(left, buffer.remaining());
            buffer.put(bytes, at, part);
            at += part;
            left -= part;
            if (!buffer.hasRemaining()) {
                send(false);
            }
        }
        if (buffer.position() > 0 && pending == null && !timer.isShutdown()) {
            pending = timer.schedule(this::sendLater, DELAY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void sendLater() {
        pending = null;
        send(false);
    }

    /** Sends the whole characters of the buffer; bytes of half a character stay, unless this is the end. */
    private void send(boolean end) {
        buffer.flip();
        CharBuffer text = CharBuffer.allocate(buffer.remaining() + 1);
        decoder.decode(buffer, text, end);
        if (end) {
            decoder.flush(text);
            decoder.reset();
        }
        buffer.compact();
        text.flip();
        if (text.hasRemaining()) {
            frontEnd.stream(name, text.toString());
        }
    }

    /** The bytes of one of the two streams; the print stream in front of it encodes in UTF-8. */
    private final class Channel extends OutputStream {
        private final String stream;

        Channel(String stream) {
            this.stream = stream;
        }

        @Override
        public void write(int oneByte) {
            write(new byte[] {(byte) oneByte}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            StandardStreams.this.write(stream, bytes, offset, length);
        }
    }
}
