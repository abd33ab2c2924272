package dev.tidemark.kernel.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.tidemark.kernel.render.Json;
import dev.tidemark.kernel.session.FrontEnd;
import dev.tidemark.kernel.shell.CellFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A front end that records what cells show as outputs of nbformat 4, and forgets what only a live front end needs. */
final class RecordedOutputs implements FrontEnd {
    private final Map<String, List<JsonObject>> displays = new LinkedHashMap<>();
    private JsonArray outputs = new JsonArray();
    private boolean begun;
    private boolean clearAtNext;

    /** Begins a cell; its outputs go into a new array, which for the first cell holds what came before. */
    synchronized JsonArray begin() {
        if (begun) {
            outputs = new JsonArray();
        }
        begun = true;
        clearAtNext = false;
        return outputs;
    }

    @Override
    public synchronized void stream(String name, String text) {
        clearIfDue();
        JsonObject last = outputs.isEmpty()
                ? new JsonObject()
                : outputs.get(outputs.size() - 1).getAsJsonObject();
        if (name.equals(NotebookFile.text(last, "name"))) {
            last.add("text", NotebookFile.lines(NotebookFile.joined(last.get("text")) + text));
            return;
        }
        JsonObject output = output("stream");
        output.addProperty("name", name);
        output.add("text", NotebookFile.lines(text));
    }

    @Override
    public synchronized void display(Map<String, Object> bundle, String displayId) {
        clearIfDue();
        JsonObject output = output("display_data");
        output.add("data", data(bundle));
        output.add("metadata", new JsonObject());
        displays.computeIfAbsent(displayId, id -> new ArrayList<>()).add(output);
    }

    @Override
    public synchronized void updateDisplay(Map<String, Object> bundle, String displayId) {
        displays.getOrDefault(displayId, List.of()).forEach(output -> output.add("data", data(bundle)));
    }

    @Override
    public synchronized void clearOutput(boolean wait) {
        if (wait) {
            clearAtNext = true;
        } else {
            clear();
        }
    }

    /** There is no pager: what it would show is an output. */
    @Override
    public synchronized void page(Map<String, Object> bundle) {
        clearIfDue();
        JsonObject output = output("display_data");
        output.add("data", data(bundle));
        output.add("metadata", new JsonObject());
    }

    @Override
    public String input(String prompt, boolean hidden) throws IOException {
        throw new IOException("a notebook that is run without a front end cannot ask for input");
    }

    /** Nobody is at the other end of a comm. */
    @Override
    public void comm(CommEvent event) {}

    synchronized void result(int executionCount, Map<String, Object> bundle) {
        clearIfDue();
        JsonObject output = output("execute_result");
        output.addProperty("execution_count", executionCount);
        output.add("data", data(bundle));
        output.add("metadata", new JsonObject());
    }

    synchronized void error(CellFailure failure) {
        clearIfDue();
        JsonObject output = output("error");
        output.addProperty("ename", failure.name());
        output.addProperty("evalue", failure.message());
        JsonArray traceback = new JsonArray();
        failure.lines().forEach(traceback::add);
        output.add("traceback", traceback);
    }

    private JsonObject output(String type) {
        JsonObject output = new JsonObject();
        output.addProperty("output_type", type);
        outputs.add(output);
        return output;
    }

    private void clearIfDue() {
        if (clearAtNext) {
            clear();
        }
    }

    private void clear() {
        clearAtNext = false;
        while (!outputs.isEmpty()) {
            outputs.remove(outputs.size() - 1);
        }
    }

    /** Text is stored in lines, JSON as it is, base64 as one string. */
    private static JsonObject data(Map<String, Object> bundle) {
        JsonObject data = new JsonObject();
        bundle.forEach((mime, value) -> {
            JsonElement json = Json.tree(value);
            boolean text = value instanceof String && (mime.startsWith("text/") || mime.endsWith("+xml"));
            data.add(mime, text ? NotebookFile.lines((String) value) : json);
        });
        return data;
    }
}
