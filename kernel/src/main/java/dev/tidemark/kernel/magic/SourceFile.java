package dev.tidemark.kernel.magic;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Java code in a file: a class, a script of JShell, or a notebook.
 *
 * @param cells the code as the cells of a notebook; one for a class or a script
 * @param skipped lines that only the {@code jshell} tool understands
 */
record SourceFile(List<String> cells, List<String> skipped) {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+[\\w.]+\\s*;");
    private static final Pattern COMMAND = Pattern.compile("\\s*/[a-z!?-].*");

    SourceFile {
        cells = List.copyOf(cells);
        skipped = List.copyOf(skipped);
    }

    static SourceFile read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(
                    file.toString(), null, "not found from " + Path.of("").toAbsolutePath());
        }
        String text = Files.readString(file);
        String name = file.toString();
        if (name.endsWith(".ipynb")) {
            return new SourceFile(codeCells(name, text), List.of());
        }
        // the types of a file join the notebook's own, which have no package
        return name.endsWith(".java")
                ? new SourceFile(List.of(PACKAGE.matcher(text).replaceFirst("")), List.of())
                : script(text);
    }

    private static SourceFile script(String text) {
        List<String> kept = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            if (line.strip().equals("/exit")) {
                break;
            }
            boolean command = COMMAND.matcher(line).matches();
            kept.add(command ? "" : line);
            if (command) {
                skipped.add(line.strip());
            }
        }
        return new SourceFile(List.of(String.join("\n", kept)), skipped);
    }

    private static List<String> codeCells(String name, String text) {
        try {
            JsonObject notebook = JsonParser.parseString(text).getAsJsonObject();
            List<String> cells = new ArrayList<>();
            for (JsonElement one : notebook.getAsJsonArray("cells")) {
                JsonObject cell = one.getAsJsonObject();
                if (cell.get("cell_type").getAsString().equals("code")) {
                    cells.add(source(cell.get("source")));
                }
            }
            return cells;
        } catch (JsonParseException | IllegalStateException | NullPointerException | UnsupportedOperationException e) {
            throw new IllegalArgumentException(name + " is no notebook of format 4: " + e.getMessage(), e);
        }
    }

    /** One string, or lines that keep their line ends. */
    private static String source(JsonElement text) {
        if (!(text instanceof JsonArray lines)) {
            return text.getAsString();
        }
        StringBuilder all = new StringBuilder();
        lines.forEach(line -> all.append(line.getAsString()));
        return all.toString();
    }
}
