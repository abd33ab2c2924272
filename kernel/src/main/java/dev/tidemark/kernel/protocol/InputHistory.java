package dev.tidemark.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The cells of this session by number, and the text of their results (Jupyter messaging, "History"). */
final class InputHistory {
    private static final int SESSION = 1;

    private record Line(int number, String input, String output) {}

    private final List<Line> lines = new ArrayList<>();

    synchronized void add(int number, String input, String output) {
        lines.add(new Line(number, input, output));
    }

    /** The content of a history reply. */
    synchronized JsonObject reply(Incoming request) {
        List<Line> found =
                switch (request.text("hist_access_type")) {
                    case "range" -> range(request);
                    case "search" -> search(request);
                    default -> last(lines, request.number("n", lines.size()));
                };
        boolean output = request.flag("output", false);
        JsonArray history = new JsonArray();
        for (Line line : found) {
            JsonArray entry = new JsonArray();
            entry.add(SESSION);
            entry.add(line.number());
            if (output) {
                JsonArray both = new JsonArray();
                both.add(line.input());
                both.add(line.output());
                entry.add(both);
            } else {
                entry.add(line.input());
            }
            history.add(entry);
        }
        JsonObject content = new JsonObject();
        content.addProperty("status", "ok");
        content.add("history", history);
        return content;
    }

    /** Numbers in {@code [start, stop)} of this session, which 0 names too. */
    private List<Line> range(Incoming request) {
        int session = request.number("session", 0);
        int start = request.number("start", 0);
        int stop = request.number("stop", Integer.MAX_VALUE);
        if (session != 0 && session != SESSION) {
            return List.of();
        }
        return lines.stream()
                .filter(line -> line.number() >= start && line.number() < stop)
                .toList();
    }

    /** Inputs that match a glob as a whole. */
    private List<Line> search(Incoming request) {
        Pattern glob = glob(request.text("pattern"));
        List<Line> found = new ArrayList<>(lines.stream()
                .filter(line -> glob.matcher(line.input()).matches())
                .toList());
        if (request.flag("unique", false)) {
            Map<String, Line> latest = new LinkedHashMap<>();
            found.forEach(line -> {
                latest.remove(line.input());
                latest.put(line.input(), line);
            });
            found = new ArrayList<>(latest.values());
        }
        return last(found, request.number("n", found.size()));
    }

    private static Pattern glob(String text) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    private static List<Line> last(List<Line> all, int count) {
        return List.copyOf(all.subList(Math.max(0, all.size() - Math.max(0, count)), all.size()));
    }
}
