package dev.tidemark.kernel.protocol;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.tidemark.kernel.history.CellHistory;
import dev.tidemark.kernel.session.Session;
import dev.tidemark.kernel.session.SessionOptions;
import dev.tidemark.kernel.shell.Evaluator;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.jspecify.annotations.Nullable;

/**
 * A kernel that answers a front end: the sockets first, the session behind them.
 *
 * <p>What needs no session is answered on the socket thread at once; cells and comm messages go to the worker; completion,
 * inspection and history to a thread of their own; interrupt and shutdown to another.
 */
public final class KernelServer {
    private final Replies replies = new Replies(this::send);
    private final LiveFrontEnd frontEnd = new LiveFrontEnd(this::send);
    private final CompletableFuture<Session> session = new CompletableFuture<>();
    private final CompletableFuture<Boolean> bound = new CompletableFuture<>();
    private final CellHistory history;
    private final ExecutionQueue executions;
    private final Debugging debugging = new Debugging();
    private final ExecutorService assistants = daemon("assistant");
    private final ExecutorService controls = daemon("control");
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicBoolean ending = new AtomicBoolean();
    private volatile @Nullable Sockets sockets;
    private volatile JsonObject ports = new JsonObject();

    private KernelServer(CellHistory history) {
        this.history = history;
        executions = new ExecutionQueue(replies, frontEnd, history, session::join);
    }

    /**
     * Binds the sockets of a connection file, answers from then on, and starts the session meanwhile.
     *
     * @param connectionFile the text of the connection file
     * @param options what the session starts with
     * @param history where its cells are remembered; closed with the server
     * @return the running server
     * @throws IOException if the text is no connection file or a port is taken
     */
    public static KernelServer bind(String connectionFile, SessionOptions options, CellHistory history)
            throws IOException {
        KernelServer server = new KernelServer(history);
        // the start of the compiler takes longest, so that it comes first
        Thread opening = new Thread(() -> server.open(options), "opening");
        opening.setDaemon(true);
        opening.start();
        try {
            KernelConnectionProperties connection = KernelConnectionProperties.parse(connectionFile);
            if (connection == null || connection.getTransport() == null || connection.getIp() == null) {
                throw new IOException("not a Jupyter connection file: it has no transport or no ip");
            }
            server.sockets = Sockets.bind(connection, server::receive);
            server.ports = ports(connection);
        } catch (JsonParseException e) {
            throw new IOException("not a Jupyter connection file: " + e.getMessage(), e);
        } catch (GeneralSecurityException e) {
            throw new IOException("the connection's signature scheme is not known: " + e.getMessage(), e);
        } finally {
            server.bound.complete(server.sockets != null);
        }
        JsonObject starting = new JsonObject();
        starting.addProperty("execution_state", "starting");
        server.send(Outgoing.broadcast(null, "status", starting));
        server.executions.start();
        return server;
    }

    private void open(SessionOptions options) {
        try {
            Evaluator evaluator = Evaluator.open(options.evaluator());
            if (!bound.join()) {
                evaluator.close();
                return;
            }
            Session opened = Session.open(evaluator, options, frontEnd);
            session.complete(opened);
            assistants.execute(() -> {
                if (executions.idle()) {
                    opened.warmUp();
                }
            });
        } catch (RuntimeException | Error failure) {
            session.completeExceptionally(failure);
        }
    }

    /** Stops the running cell, as an interrupt request does; for the signal handler. */
    public void interrupt() {
        Session open = session.getNow(null);
        if (open != null) {
            open.interrupt();
        }
    }

    /**
     * Waits until a shutdown request was answered.
     *
     * @throws InterruptedException if the waiting thread is interrupted
     */
    public void awaitShutdown() throws InterruptedException {
        ended.await();
    }

    /** Ends the server: the session's shutdown hooks run, what is waiting is sent, the sockets close. */
    public void close() {
        if (!ending.compareAndSet(false, true)) {
            return;
        }
        executions.close();
        Session open = session.getNow(null);
        if (open != null) {
            open.interrupt();
            open.close();
        }
        history.close();
        debugging.close();
        Sockets bound = sockets;
        if (bound != null) {
            bound.close();
        }
        assistants.shutdownNow();
        controls.shutdown();
        ended.countDown();
    }

    private void send(Outgoing message) {
        Sockets bound = sockets;
        if (bound != null) {
            bound.send(message);
        }
    }

    /** Called on the socket thread, which must not wait for anything. */
    private void receive(Incoming request) {
        switch (request.type()) {
            case "execute_request", "comm_open", "comm_msg", "comm_close" -> executions.add(request);
            case "debug_request" -> {
                if (Debugging.waitsForCells(request)) {
                    executions.add(request);
                } else {
                    controls.execute(
                            () -> replies.handle(request, () -> replies.reply(request, debugging.answer(request))));
                }
            }
            case "kernel_info_request" -> answer(request, KernelInfo.reply());
            case "connect_request" -> answer(request, ports);
            case "history_request" ->
                assistants.execute(
                        () -> replies.handle(request, () -> replies.reply(request, HistoryReply.to(request, history))));
            case "complete_request" -> assist(request, Assistant::complete);
            case "inspect_request" -> assist(request, Assistant::inspect);
            case "is_complete_request" -> assist(request, Assistant::isComplete);
            case "comm_info_request" -> assist(request, KernelServer::commInfo);
            case "interrupt_request" ->
                controls.execute(() -> replies.handle(request, () -> {
                    interrupt();
                    replies.reply(request, ok());
                }));
            case "shutdown_request" -> controls.execute(() -> shutdown(request));
            case "input_reply" -> frontEnd.answered(request.text("value"));
            default ->
                replies.handle(
                        request,
                        () -> replies.fail(request, "UnknownRequest", "this kernel does not know " + request.type()));
        }
    }

    private void answer(Incoming request, JsonObject content) {
        replies.handle(request, () -> replies.reply(request, content));
    }

    private void assist(Incoming request, BiFunction<Session, Incoming, JsonObject> answer) {
        assistants.execute(
                () -> replies.handle(request, () -> replies.reply(request, answer.apply(session.join(), request))));
    }

    private void shutdown(Incoming request) {
        replies.handle(request, () -> {
            JsonObject content = ok();
            content.addProperty("restart", request.flag("restart", false));
            replies.reply(request, content);
            // the other front ends are told too, so that they do not wait for a kernel that is gone
            send(Outgoing.broadcast(request, "shutdown_reply", content));
        });
        close();
    }

    private static JsonObject commInfo(Session session, Incoming request) {
        String target = request.text("target_name");
        JsonObject comms = new JsonObject();
        session.comms().list(target.isEmpty() ? null : target).forEach((id, name) -> {
            JsonObject comm = new JsonObject();
            comm.addProperty("target_name", name);
            comms.add(id, comm);
        });
        JsonObject content = ok();
        content.add("comms", comms);
        return content;
    }

    private static JsonObject ports(KernelConnectionProperties connection) {
        JsonObject content = ok();
        content.addProperty("shell_port", connection.getShellPort());
        content.addProperty("iopub_port", connection.getIopubPort());
        content.addProperty("stdin_port", connection.getStdinPort());
        content.addProperty("hb_port", connection.getHbPort());
        content.addProperty("control_port", connection.getControlPort());
        return content;
    }

    private static JsonObject ok() {
        JsonObject content = new JsonObject();
        content.addProperty("status", "ok");
        return content;
    }

    private static ExecutorService daemon(String name) {
        return Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }
}
