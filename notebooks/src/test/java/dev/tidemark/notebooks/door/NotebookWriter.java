package dev.tidemark.notebooks.door;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Makes a notebook of code cells. */
public final class NotebookWriter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private NotebookWriter() {}

    public static Path write(Path file, List<String> cells) throws IOException {
        ObjectNode notebook = JSON.createObjectNode().put("nbformat", 4).put("nbformat_minor", 5);
        notebook.putObject("metadata")
                .putObject("kernelspec")
                .put("name", "tidemark")
                .put("display_name", "Tidemark (Java)")
                .put("language", "java");
        var array = notebook.putArray("cells");
        for (String source : cells) {
            ObjectNode cell = array.addObject()
                    .put("cell_type", "code")
                    .put("id", "cell-" + array.size())
                    .put("source", source)
                    .putNull("execution_count");
            cell.putObject("metadata");
            cell.putArray("outputs");
        }
        JSON.writeValue(file.toFile(), notebook);
        return file;
    }
}
