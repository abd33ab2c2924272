package dev.tidemark.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.tidemark.kernel.session.CellResult;
import dev.tidemark.kernel.session.Session;
import dev.tidemark.kernel.variables.VariableRow;
import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * Answers requests of the Debug Adapter Protocol (Jupyter messaging, "Debug request"): variables and expressions.
 *
 * <p>Breakpoints are refused. They would need a debugging agent in this JVM, which slows every start and every cell down, and a
 * second JVM to drive it. The kernel therefore does not list {@code debugger} among its features, and front ends do not
 * offer to stop in a cell.
 */
final class Debugging {
    private static final Set<String> OF_VALUES = Set.of("inspectVariables", "richInspectVariables", "evaluate");
    private static final long HASH_SEED = 0xc70f6907L;
    private final CellFiles files = new CellFiles((int) HASH_SEED);

    /** Whether the answer needs the user's objects, so that it has to wait until no cell runs. */
    static boolean waitsForCells(Incoming request) {
        return OF_VALUES.contains(command(request));
    }

    private static String command(Incoming request) {
        return request.content().get("command") instanceof JsonPrimitive command ? command.getAsString() : "";
    }

    /** The answer to a request of which {@link #waitsForCells} is true. */
    static JsonObject answer(Session session, Incoming request) throws Exception {
        JsonObject arguments = request.object("arguments");
        return switch (command(request)) {
            case "inspectVariables" -> succeeded(request, variables(session.ask(session.variables()::rows)));
            case "richInspectVariables" -> rich(session, request, text(arguments, "variableName"));
            default -> evaluated(request, session.evaluateExpression(text(arguments, "expression")));
        };
    }

    /** The answer to any other request. */
    JsonObject answer(Incoming request) throws IOException {
        return switch (command(request)) {
            case "initialize" -> succeeded(request, new JsonObject());
            case "debugInfo" -> succeeded(request, info());
            case "dumpCell" -> {
                JsonObject body = new JsonObject();
                body.addProperty(
                        "sourcePath",
                        files.write(text(request.object("arguments"), "code")).toString());
                yield succeeded(request, body);
            }
            case "setBreakpoints" -> succeeded(request, unverified(request.object("arguments")));
            default ->
                failed(
                        request,
                        "this kernel does not debug: it cannot " + command(request)
                                + "; it answers initialize, debugInfo, dumpCell, inspectVariables, richInspectVariables and evaluate");
        };
    }

    private JsonObject info() {
        JsonObject body = new JsonObject();
        body.addProperty("isStarted", false);
        body.addProperty("hashMethod", "Murmur2");
        body.addProperty("hashSeed", HASH_SEED);
        body.addProperty("tmpFilePrefix", files.prefix());
        body.addProperty("tmpFileSuffix", CellFiles.SUFFIX);
        body.add("breakpoints", new JsonArray());
        body.add("stoppedThreads", new JsonArray());
        body.addProperty("richRendering", true);
        body.add("exceptionPaths", new JsonArray());
        body.addProperty("copyToGlobals", false);
        return body;
    }

    private static JsonObject unverified(JsonObject arguments) {
        JsonArray breakpoints = new JsonArray();
        if (arguments.get("breakpoints") instanceof JsonArray wanted) {
            for (int i = 0; i < wanted.size(); i++) {
                JsonObject breakpoint = new JsonObject();
                breakpoint.addProperty("verified", false);
                breakpoint.addProperty("message", "this kernel cannot stop in a cell");
                breakpoints.add(breakpoint);
            }
        }
        JsonObject body = new JsonObject();
        body.add("breakpoints", breakpoints);
        return body;
    }

    private static JsonObject variables(List<VariableRow> rows) {
        JsonArray variables = new JsonArray();
        rows.forEach(row -> {
            JsonObject variable = new JsonObject();
            variable.addProperty("name", row.name());
            variable.addProperty("evaluateName", row.name());
            variable.addProperty("type", row.type());
            variable.addProperty("value", row.value());
            variable.addProperty("variablesReference", 0);
            variables.add(variable);
        });
        JsonObject body = new JsonObject();
        body.add("variables", variables);
        return body;
    }

    private static JsonObject rich(Session session, Incoming request, String name) throws Exception {
        try {
            return succeeded(request, LiveFrontEnd.data(session.ask(() -> session.variables()
                    .bundle(name))));
        } catch (NoSuchElementException none) {
            return failed(request, String.valueOf(none.getMessage()));
        }
    }

    private static JsonObject evaluated(Incoming request, CellResult result) {
        if (result.failure() != null) {
            return failed(request, result.failure().report());
        }
        JsonObject body = new JsonObject();
        body.addProperty(
                "result",
                result.bundle() == null ? "" : String.valueOf(result.bundle().get("text/plain")));
        body.addProperty("variablesReference", 0);
        return succeeded(request, body);
    }

    private static JsonObject succeeded(Incoming request, JsonObject body) {
        JsonObject response = response(request, true);
        response.add("body", body);
        return response;
    }

    private static JsonObject failed(Incoming request, String message) {
        JsonObject response = response(request, false);
        response.addProperty("message", message);
        return response;
    }

    private static JsonObject response(Incoming request, boolean success) {
        JsonObject response = new JsonObject();
        response.addProperty("type", "response");
        response.addProperty("seq", request.number("seq", 0));
        response.addProperty("request_seq", request.number("seq", 0));
        response.addProperty("command", command(request));
        response.addProperty("success", success);
        return response;
    }

    private static String text(JsonObject object, String name) {
        return object.get(name) instanceof JsonPrimitive value ? value.getAsString() : "";
    }

    /** Removes the files that {@code dumpCell} wrote. */
    void close() {
        files.delete();
    }
}
