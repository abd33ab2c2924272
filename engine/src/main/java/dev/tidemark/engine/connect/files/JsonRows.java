package dev.tidemark.engine.connect.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tidemark.engine.state.codec.RecordShape;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one file of JSON lines into records. */
final class JsonRows<T> {
    private final TextFile file;
    private final Class<T> type;
    private final RecordShape shape;
    private final BadRows badRows;
    private final ObjectReader json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .reader();

    JsonRows(TextFile file, Class<T> type, BadRows badRows) {
        this.file = file;
        this.type = type;
        this.shape = RecordShape.of(type);
        this.badRows = badRows;
    }

    Rows<T> read() {
        return file.read(this::rows);
    }

    private Rows<T> rows(BufferedReader text) throws IOException {
        List<T> rows = new ArrayList<>();
        List<BadRow> bad = new ArrayList<>();
        long number = 0;
        String line;
        while ((line = text.readLine()) != null) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            BadRow problem = row(line, number, rows);
            if (problem == null) {
                continue;
            }
            if (badRows == BadRows.REFUSE) {
                throw new BadRowException(problem, "fix the line, or collect bad rows with .badRows(list::add)");
            }
            bad.add(problem);
        }
        return new Rows<>(rows, bad);
    }

    /** Adds the row of a line, or says what is wrong with it. */
    private @Nullable BadRow row(String line, long number, List<T> rows) {
        try {
            JsonNode node = json.readTree(line);
            if (!node.isObject()) {
                throw new BadValue("", line, "the line is not a JSON object, but " + JsonValue.kind(node));
            }
            rows.add(type.cast(JsonValue.record(node, shape, "")));
            return null;
        } catch (BadValue e) {
            return new BadRow(file.name(), number, 0, e.field(), e.text(), e.reason());
        } catch (JsonProcessingException e) {
            int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            return new BadRow(file.name(), number, column, "", line, reason(e));
        }
    }

    private static String reason(JsonProcessingException e) {
        if (e instanceof JsonEOFException) {
            return "the line ends inside a JSON value; it is cut off, or the object goes on in the next line";
        }
        String first = e.getOriginalMessage().lines().findFirst().orElse("no reason given");
        return "the line is not JSON: " + first;
    }
}
