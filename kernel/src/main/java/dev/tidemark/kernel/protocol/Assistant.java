package dev.tidemark.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.tidemark.kernel.render.Json;
import dev.tidemark.kernel.session.Session;
import dev.tidemark.kernel.shell.Completeness;
import dev.tidemark.kernel.shell.Inspected;
import dev.tidemark.kernel.shell.InspectionPage;
import dev.tidemark.kernel.spi.Completion;
import java.util.List;
import java.util.Locale;

/** The replies that help at the cursor. Positions in messages count Unicode code points, those of Java UTF-16 units. */
final class Assistant {
    private Assistant() {}

    static JsonObject complete(Session session, Incoming request) {
        String code = request.text("code");
        int cursor = cursor(request, code);
        List<Completion> found = session.complete(code, cursor);
        int start = found.stream().mapToInt(Completion::start).min().orElse(cursor);
        JsonArray matches = new JsonArray();
        JsonArray types = new JsonArray();
        for (Completion completion : found) {
            String text = code.substring(start, completion.start()) + completion.text();
            matches.add(text);
            JsonObject type = new JsonObject();
            type.addProperty("text", text);
            type.addProperty("type", completion.kind());
            type.addProperty("start", points(code, start));
            type.addProperty("end", points(code, cursor));
            types.add(type);
        }
        JsonObject metadata = new JsonObject();
        metadata.add("_jupyter_types_experimental", types);
        JsonObject content = new JsonObject();
        content.addProperty("status", "ok");
        content.add("matches", matches);
        content.addProperty("cursor_start", points(code, start));
        content.addProperty("cursor_end", points(code, cursor));
        content.add("metadata", metadata);
        return content;
    }

    static JsonObject inspect(Session session, Incoming request) {
        String code = request.text("code");
        boolean detailed = request.number("detail_level", 0) > 0;
        List<Inspected> found = session.assistance().inspect(code, cursor(request, code), detailed);
        JsonElement data = found.isEmpty() ? new JsonObject() : Json.tree(InspectionPage.of(found));
        JsonObject content = new JsonObject();
        content.addProperty("status", "ok");
        content.addProperty("found", !found.isEmpty());
        content.add("data", data);
        content.add("metadata", new JsonObject());
        return content;
    }

    static JsonObject isComplete(Session session, Incoming request) {
        Completeness completeness = session.completeness(request.text("code"));
        JsonObject content = new JsonObject();
        content.addProperty("status", completeness.status().name().toLowerCase(Locale.ROOT));
        if (completeness.status() == Completeness.Status.INCOMPLETE) {
            content.addProperty("indent", completeness.indent());
        }
        return content;
    }

    private static int cursor(Incoming request, String code) {
        int points = code.codePointCount(0, code.length());
        int wanted = Math.max(0, Math.min(points, request.number("cursor_pos", points)));
        return code.offsetByCodePoints(0, wanted);
    }

    private static int points(String code, int offset) {
        return code.codePointCount(0, offset);
    }
}
