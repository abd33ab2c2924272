package dev.tidemark.kernel.shell;

import dev.tidemark.kernel.javadoc.Javadoc;
import dev.tidemark.kernel.render.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was found at a cursor as text and HTML: each signature with its Javadoc and, where it was asked for, its source. */
public final class InspectionPage {
    /** Narrower than the tooltip of the classic Notebook, which breaks lines inside of words. */
    private static final int COLUMNS = 74;

    private InspectionPage() {}

    /**
     * Makes a MIME bundle.
     *
     * @param found the candidates, at least one
     * @return {@code text/plain} and {@code text/html}
     */
    public static Map<String, Object> of(List<Inspected> found) {
        StringBuilder text = new StringBuilder();
        StringBuilder html = new StringBuilder("<div class=\"tidemark-inspection\">");
        for (Inspected one : found) {
            Javadoc javadoc = Javadoc.of(one.comment());
            text.append(text.isEmpty() ? "" : "\n\n").append(one.signature());
            text.append(
                    javadoc.text().isEmpty()
                            ? ""
                            : "\n" + Text.wrap(javadoc.text().indent(2).stripTrailing(), COLUMNS));
            text.append(one.source().isEmpty() ? "" : "\n\n" + one.source().strip());
            html.append(code(one.signature()))
                    .append("<div style=\"margin:0 0 1em 1em\">")
                    .append(javadoc.html())
                    .append(one.source().isEmpty() ? "" : code(one.source().strip()))
                    .append("</div>");
        }
        Map<String, Object> bundle = new LinkedHashMap<>();
        bundle.put("text/plain", text.toString());
        bundle.put("text/html", html.append("</div>").toString());
        return bundle;
    }

    private static String code(String java) {
        return "<pre style=\"white-space:pre-wrap\"><code>" + Text.escape(java) + "</code></pre>";
    }
}
