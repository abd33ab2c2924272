package dev.tidemark.kernel.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.tidemark.kernel.render.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A notebook of nbformat 4 as a file: everything that is not an output is kept as it was read. */
public final class NotebookFile {
    private final Path path;
    private final JsonObject root;

    private NotebookFile(Path path, JsonObject root) {
        this.path = path;
        this.root = root;
    }

    /**
     * Reads a notebook.
     *
     * @param path the file
     * @return the notebook
     * @throws NotebookException if the file is missing, not JSON, not a notebook of format 4, or not in Java
     */
    public static NotebookFile read(Path path) throws NotebookException {
        if (!Files.isRegularFile(path)) {
            throw new NotebookException(path + ": no such file");
        }
        JsonElement json;
        try {
            json = JsonParser.parseString(Files.readString(path));
        } catch (JsonParseException | IOException e) {
            throw new NotebookException(path + ": not JSON: " + e.getMessage());
        }
        if (!json.isJsonObject()
                || !json.getAsJsonObject().has("nbformat")
                || !(json.getAsJsonObject().get("cells") instanceof JsonArray)) {
            throw new NotebookException(path + ": not a Jupyter notebook of format 4: it has no nbformat or no cells");
        }
        NotebookFile notebook = new NotebookFile(path, json.getAsJsonObject());
        notebook.refuseOtherLanguages();
        return notebook;
    }

    private void refuseOtherLanguages() throws NotebookException {
        String language = text(object(object(root, "metadata"), "kernelspec"), "language");
        if (language == null) {
            language = text(object(object(root, "metadata"), "language_info"), "name");
        }
        if (language != null && !language.toLowerCase(Locale.ROOT).equals("java")) {
            throw new NotebookException(path + ": the notebook's language is " + language + "; only java can be run");
        }
    }

    /**
     * The cells in order.
     *
     * @return the live JSON of each cell
     */
    public List<JsonObject> cells() {
        List<JsonObject> cells = new ArrayList<>();
        root.getAsJsonArray("cells").forEach(cell -> cells.add(cell.getAsJsonObject()));
        return cells;
    }

    /**
     * The file that was read.
     *
     * @return its path
     */
    public Path path() {
        return path;
    }

    /**
     * Writes the notebook, whole or not at all.
     *
     * @param target the file to write or replace
     * @throws IOException if it cannot be written
     */
    public void write(Path target) throws IOException {
        writeWhole(target, Json.indented(root) + "\n");
    }

    static void writeWhole(Path target, String text) throws IOException {
        // not a temporary file of the JDK's, whose permissions would be the owner's alone
        Path draft = target.toAbsolutePath()
                .resolveSibling("." + target.getFileName() + "."
                        + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.writeString(draft, text, StandardCharsets.UTF_8);
            if (Files.exists(target)) {
                Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(target));
            }
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (UnsupportedOperationException notPosix) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** The source of a cell, whether it is stored as one string or as lines. */
    static String source(JsonObject cell) {
        return joined(cell.get("source"));
    }

    /** A multi-line string of nbformat: one string, or lines that keep their line ends. */
    static String joined(@Nullable JsonElement text) {
        if (text == null || text.isJsonNull()) {
            return "";
        }
        if (!text.isJsonArray()) {
            return text.isJsonPrimitive() ? text.getAsString() : text.toString();
        }
        StringBuilder all = new StringBuilder();
        text.getAsJsonArray().forEach(line -> all.append(line.getAsString()));
        return all.toString();
    }

    /** Text as nbformat stores it: lines that keep their line ends. */
    static JsonArray lines(String text) {
        JsonArray lines = new JsonArray();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(from, to));
            from = to;
        }
        return lines;
    }

    static boolean isCode(JsonObject cell) {
        return "code".equals(text(cell, "cell_type"));
    }

    static boolean hasTag(JsonObject cell, String tag) {
        JsonElement tags = object(cell, "metadata").get("tags");
        return tags instanceof JsonArray array && array.contains(new JsonPrimitive(tag));
    }

    static JsonObject object(JsonObject parent, String name) {
        return parent.get(name) instanceof JsonObject child ? child : new JsonObject();
    }

    static @Nullable String text(JsonObject parent, String name) {
        return parent.get(name) instanceof JsonPrimitive child && child.isString() ? child.getAsString() : null;
    }
}
