package dev.tidemark.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.tidemark.kernel.history.CellHistory;
import dev.tidemark.kernel.render.Json;
import dev.tidemark.kernel.session.CellResult;
import dev.tidemark.kernel.session.Session;
import dev.tidemark.kernel.shell.CellFailure;
import dev.tidemark.kernel.spi.Cell;
import dev.tidemark.kernel.spi.CommMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/**
 * The worker that runs cells and delivers comm messages, one at a time in the order of arrival.
 *
 * <p>After a cell that fails under {@code stop_on_error}, the cells that wait are answered as aborted.
 */
final class ExecutionQueue {
    private final Replies replies;
    private final LiveFrontEnd frontEnd;
    private final CellHistory history;
    private final Supplier<Session> session;
    private final LinkedBlockingQueue<Incoming> waiting = new LinkedBlockingQueue<>();
    private final Thread worker = new Thread(this::work, "worker");
    private int executionCount;
    private volatile boolean busy;
    private volatile boolean closed;

    ExecutionQueue(Replies replies, LiveFrontEnd frontEnd, CellHistory history, Supplier<Session> session) {
        this.replies = replies;
        this.frontEnd = frontEnd;
        this.history = history;
        this.session = session;
        worker.setDaemon(true);
    }

    void start() {
        worker.start();
    }

    /** Whether no cell runs or waits. */
    boolean idle() {
        return waiting.isEmpty() && !busy;
    }

    void add(Incoming request) {
        waiting.add(request);
    }

    private void work() {
        while (true) {
            try {
                Incoming request = waiting.take();
                busy = true;
                replies.handle(request, () -> run(request));
                busy = !waiting.isEmpty();
            } catch (InterruptedException end) {
                return;
            }
        }
    }

    private void run(Incoming request) throws Exception {
        if (request.type().equals("execute_request")) {
            execute(request);
        } else if (request.type().equals("debug_request")) {
            frontEnd.begin(request, true, false);
            replies.reply(request, Debugging.answer(session.get(), request));
        } else {
            frontEnd.begin(request, false, false);
            Session open = session.get();
            open.outsideCell("a handler", () -> comm(open, request));
        }
    }

    /** From now on nothing runs any more: what waits, and what still comes, is answered as aborted. */
    void close() {
        closed = true;
    }

    private void execute(Incoming request) {
        if (closed) {
            replies.reply(request, reply("aborted", executionCount));
            return;
        }
        String code = request.text("code");
        boolean silent = request.flag("silent", false);
        boolean stores = !silent && request.flag("store_history", true);
        boolean blank = code.isBlank();
        int number = blank ? executionCount : executionCount + 1;
        frontEnd.begin(request, silent, request.flag("allow_stdin", true));
        if (!blank) {
            JsonObject input = new JsonObject();
            input.addProperty("code", code);
            input.addProperty("execution_count", number);
            frontEnd.publish("execute_input", input);
        }
        CellResult result = blank ? new CellResult(null, null) : session.get().run(new Cell(number, code));
        if (stores && !blank) {
            executionCount = number;
            Map<String, Object> bundle = result.bundle();
            history.add(number, code, bundle == null ? null : String.valueOf(bundle.get("text/plain")));
        }
        CellFailure failure = result.failure();
        if (failure == null) {
            succeeded(request, number, result);
        } else {
            failed(request, number, failure);
        }
    }

    private void succeeded(Incoming request, int number, CellResult result) {
        if (result.bundle() != null) {
            JsonObject shown = LiveFrontEnd.data(result.bundle());
            shown.addProperty("execution_count", number);
            frontEnd.publish("execute_result", shown);
        }
        JsonObject reply = reply("ok", number);
        reply.add("payload", frontEnd.takePayloads());
        JsonObject values = new JsonObject();
        request.object("user_expressions")
                .entrySet()
                .forEach(one -> values.add(one.getKey(), expression(one.getValue())));
        reply.add("user_expressions", values);
        replies.reply(request, reply);
    }

    private void failed(Incoming request, int number, CellFailure failure) {
        frontEnd.publish("error", Replies.error(failure, new JsonObject()));
        JsonObject reply = reply("error", number);
        reply.add("user_expressions", new JsonObject());
        List<Incoming> aborted = request.flag("stop_on_error", true) ? takeCells() : List.of();
        replies.reply(request, Replies.error(failure, reply));
        aborted.forEach(one -> replies.handle(one, () -> replies.reply(one, reply("aborted", executionCount))));
    }

    private JsonObject expression(JsonElement code) {
        if (!(code instanceof JsonPrimitive text) || !text.isString()) {
            JsonObject refused = new JsonObject();
            refused.addProperty("status", "error");
            return Replies.refusal("UserExpressionError", "a user expression is a string, not " + code, refused);
        }
        CellResult result = session.get().evaluateExpression(text.getAsString());
        JsonObject value = result.bundle() == null ? new JsonObject() : LiveFrontEnd.data(result.bundle());
        if (result.failure() != null) {
            value.addProperty("status", "error");
            return Replies.error(result.failure(), value);
        }
        value.addProperty("status", "ok");
        return value;
    }

    /** Takes the cells that wait; comm messages stay. */
    private List<Incoming> takeCells() {
        List<Incoming> taken = new ArrayList<>();
        waiting.removeIf(one -> one.type().equals("execute_request") && taken.add(one));
        return taken;
    }

    private static boolean comm(Session session, Incoming request) throws Exception {
        String id = request.text("comm_id");
        CommMessage message =
                new CommMessage(Json.map(request.object("data")), Json.map(request.metadata()), request.buffers());
        switch (request.type()) {
            case "comm_open" -> session.comms().opened(id, request.text("target_name"), message);
            case "comm_msg" -> session.comms().said(id, message);
            default -> session.comms().closed(id);
        }
        return true;
    }

    private static JsonObject reply(String status, int number) {
        JsonObject reply = new JsonObject();
        reply.addProperty("status", status);
        reply.addProperty("execution_count", number);
        reply.add("payload", new JsonArray());
        return reply;
    }
}
