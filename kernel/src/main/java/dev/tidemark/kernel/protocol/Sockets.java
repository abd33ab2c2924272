package dev.tidemark.kernel.protocol;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * The five sockets of a kernel and the one thread that touches them.
 *
 * <p>The thread blocks until a message arrives or another thread has one to send, which it says through a pipe. Messages
 * leave in the order in which they were given, over all channels.
 */
final class Sockets implements AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger("Tidemark.Sockets");

    private final ZMQ.Context context = ZMQ.context(1);
    private final Map<Channel, Wire> wires = new EnumMap<>(Channel.class);
    private final Wire heartbeat;
    private final Queue<Outgoing> outgoing = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final Pipe wakeUp;
    private final Consumer<Incoming> receiver;
    private final Thread thread;
    private volatile boolean closing;

    private Sockets(KernelConnectionProperties connection, Consumer<Incoming> receiver)
            throws GeneralSecurityException, IOException {
        this.receiver = receiver;
        HMACGenerator signatures = connection.createHMACGenerator();
        wires.put(Channel.SHELL, wire(SocketType.ROUTER, signatures, "shell", connection.getShellPort()));
        wires.put(Channel.CONTROL, wire(SocketType.ROUTER, signatures, "control", connection.getControlPort()));
        wires.put(Channel.STDIN, wire(SocketType.ROUTER, signatures, "stdin", connection.getStdinPort()));
        wires.put(Channel.IOPUB, wire(SocketType.XPUB, signatures, "iopub", connection.getIopubPort()));
        // else only the first subscriber would be seen and greeted
        wire(Channel.IOPUB).setXpubVerbose(true);
        heartbeat = wire(SocketType.REP, signatures, "heartbeat", connection.getHbPort());
        wakeUp = Pipe.open();
        wakeUp.source().configureBlocking(false);
        wakeUp.sink().configureBlocking(false);
        thread = new Thread(this::loop, "sockets");
    }

    /** Binds the sockets of a connection and begins to hand messages to a receiver, which must return at once. */
    static Sockets bind(KernelConnectionProperties connection, Consumer<Incoming> receiver)
            throws GeneralSecurityException, IOException {
        Sockets sockets = new Sockets(connection, receiver);
        try {
            sockets.wires.values().forEach(wire -> wire.bind(connection));
            sockets.heartbeat.bind(connection);
        } catch (ZMQException e) {
            sockets.release();
            throw new IOException("a port of the connection is taken: " + e.getMessage(), e);
        }
        sockets.thread.start();
        return sockets;
    }

    private void release() {
        wires.values().forEach(Wire::close);
        heartbeat.close();
        context.close();
    }

    private Wire wire(SocketType type, HMACGenerator signatures, String name, int port) {
        return new Wire(context, type, signatures, name, port);
    }

    /** Sends a message soon; may be called from any thread. */
    void send(Outgoing message) {
        outgoing.add(message);
        wake();
    }

    /** Sends what is waiting, closes the sockets and ends the thread. */
    @Override
    public void close() {
        closing = true;
        wake();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void wake() {
        if (woken.compareAndSet(false, true)) {
            try {
                wakeUp.sink().write(ByteBuffer.allocate(1));
            } catch (IOException e) {
                throw new UncheckedIOException("the socket thread cannot be woken", e);
            }
        }
    }

    private void loop() {
        try (ZMQ.Poller poller = context.poller(wires.size() + 2)) {
            wires.values().forEach(wire -> poller.register(wire, ZMQ.Poller.POLLIN));
            poller.register(heartbeat, ZMQ.Poller.POLLIN);
            poller.register(wakeUp.source(), ZMQ.Poller.POLLIN);
            while (!closing || !outgoing.isEmpty()) {
                poller.poll(closing ? 0 : -1);
                turn();
            }
        } finally {
            release();
        }
    }

    /** Sends and receives what is there; whatever goes wrong with one message must not end the thread. */
    private void turn() {
        try {
            rest();
            drain();
            beat();
            receive(Channel.CONTROL);
            receive(Channel.SHELL);
            receive(Channel.STDIN);
            subscriptions();
        } catch (RuntimeException | Error failure) {
            LOGGER.log(Level.SEVERE, "a message could not be handled", failure);
        }
    }

    private void rest() {
        try {
            ByteBuffer bytes = ByteBuffer.allocate(64);
            while (wakeUp.source().read(bytes) > 0) {
                bytes.clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the wake-up pipe is broken", e);
        }
        woken.set(false);
    }

    private void drain() {
        Outgoing message = outgoing.poll();
        while (message != null) {
            wire(message.channel()).write(message);
            message = outgoing.poll();
        }
    }

    private void beat() {
        List<byte[]> beat = heartbeat.frames();
        for (int i = 0; i < beat.size(); i++) {
            heartbeat.send(beat.get(i), i < beat.size() - 1 ? ZMQ.SNDMORE : 0);
        }
    }

    private void receive(Channel channel) {
        Wire wire = wire(channel);
        while ((wire.getEvents() & ZMQ.Poller.POLLIN) != 0) {
            Incoming message = wire.read(channel);
            if (message != null) {
                receiver.accept(message);
            }
        }
    }

    /** Greets each new subscriber (Jupyter messaging, "Welcome message", JEP 65). */
    private void subscriptions() {
        Wire iopub = wire(Channel.IOPUB);
        while ((iopub.getEvents() & ZMQ.Poller.POLLIN) != 0) {
            List<byte[]> frames = iopub.frames();
            boolean subscribes = !frames.isEmpty() && frames.get(0).length > 0 && frames.get(0)[0] == 1;
            if (subscribes) {
                byte[] frame = frames.get(0);
                JsonObject content = new JsonObject();
                content.addProperty("subscription", new String(frame, 1, frame.length - 1, StandardCharsets.UTF_8));
                iopub.write(Outgoing.broadcast(null, "iopub_welcome", content));
            }
        }
    }

    private Wire wire(Channel channel) {
        Wire wire = wires.get(channel);
        if (wire == null) {
            throw new IllegalStateException("no socket for " + channel);
        }
        return wire;
    }
}
