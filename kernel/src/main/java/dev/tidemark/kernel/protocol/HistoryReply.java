package dev.tidemark.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.tidemark.kernel.history.CellHistory;
import dev.tidemark.kernel.history.PastCell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Answers what a front end asks of history: the last cells, a range of a session, those that match a pattern. */
final class HistoryReply {
    private HistoryReply() {}

    static JsonObject to(Incoming request, CellHistory history) {
        List<PastCell> found =
                switch (request.text("hist_access_type")) {
                    case "range" -> range(request, history);
                    case "search" -> search(request, history.cells());
                    default -> last(history.cells(), request.number("n", Integer.MAX_VALUE));
                };
        boolean output = request.flag("output", false);
        JsonArray entries = new JsonArray();
        found.forEach(cell -> entries.add(entry(cell, output)));
        JsonObject content = new JsonObject();
        content.addProperty("status", "ok");
        content.add("history", entries);
        return content;
    }

    private static JsonArray entry(PastCell cell, boolean output) {
        JsonArray entry = new JsonArray();
        entry.add(cell.session());
        entry.add(cell.number());
        if (output) {
            JsonArray both = new JsonArray();
            both.add(cell.input());
            both.add(cell.output());
            entry.add(both);
        } else {
            entry.add(cell.input());
        }
        return entry;
    }

    /** Numbers in {@code [start, stop)} of one session: 0 is this one, -1 the one before, as in IPython. */
    private static List<PastCell> range(Incoming request, CellHistory history) {
        int asked = request.number("session", 0);
        int session = asked > 0 ? asked : history.session() + asked;
        int start = request.number("start", 0);
        int stop = request.number("stop", Integer.MAX_VALUE);
        return history.cells().stream()
                .filter(cell -> cell.session() == session && cell.number() >= start && cell.number() < stop)
                .toList();
    }

    /** Inputs that match a glob as a whole. */
    private static List<PastCell> search(Incoming request, List<PastCell> cells) {
        Pattern glob = glob(request.text("pattern"));
        List<PastCell> found = cells.stream()
                .filter(cell -> glob.matcher(cell.input()).matches())
                .toList();
        if (request.flag("unique", false)) {
            Map<String, PastCell> latest = new LinkedHashMap<>();
            found.forEach(cell -> {
                latest.remove(cell.input());
                latest.put(cell.input(), cell);
            });
            found = new ArrayList<>(latest.values());
        }
        return last(found, request.number("n", Integer.MAX_VALUE));
    }

    private static Pattern glob(String text) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    private static List<PastCell> last(List<PastCell> all, int count) {
        return List.copyOf(all.subList(Math.max(0, all.size() - Math.max(0, count)), all.size()));
    }
}
