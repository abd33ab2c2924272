package dev.tidemark.notebooks.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A notebook file, read for what its cells left behind. */
public record ExecutedNotebook(JsonNode json) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A code cell: its number, what it printed to standard output, the text of its values, its errors. */
    public record CodeCell(int count, String printed, List<String> values, List<String> errors) {
        static CodeCell of(JsonNode cell) {
            return new CodeCell(
                    cell.path("execution_count").asInt(),
                    outputs(cell, "stream")
                            .filter(o -> o.path("name").asText().equals("stdout"))
                            .map(o -> joined(o.path("text")))
                            .collect(Collectors.joining()),
                    outputs(cell, "execute_result", "display_data")
                            .map(o -> joined(o.path("data").path("text/plain")))
                            .toList(),
                    outputs(cell, "error")
                            .map(o -> o.path("ename").asText() + ": "
                                    + o.path("evalue").asText())
                            .toList());
        }

        /** Everything as text: what it printed, then its values. */
        public String text() {
            String shown = String.join("\n", values);
            return printed.isEmpty() || printed.endsWith("\n") ? printed + shown : printed + "\n" + shown;
        }
    }

    public static ExecutedNotebook read(Path file) {
        try {
            return new ExecutedNotebook(JSON.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is no notebook", e);
        }
    }

    public List<CodeCell> codeCells() {
        return stream(json.path("cells"))
                .filter(cell -> cell.path("cell_type").asText().equals("code"))
                .map(CodeCell::of)
                .toList();
    }

    public List<String> errors() {
        return codeCells().stream().flatMap(cell -> cell.errors().stream()).toList();
    }

    private static Stream<JsonNode> outputs(JsonNode cell, String... types) {
        return stream(cell.path("outputs")).filter(output -> List.of(types)
                .contains(output.path("output_type").asText()));
    }

    /** A text of a notebook is one string or a list of lines. */
    private static String joined(JsonNode text) {
        return text.isArray() ? stream(text).map(JsonNode::asText).collect(Collectors.joining()) : text.asText();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
