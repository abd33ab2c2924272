package dev.tidemark.visualizers.run;

import dev.tidemark.visualizers.picture.Markup;
import dev.tidemark.visualizers.picture.MimeTypes;
import dev.tidemark.visualizers.picture.Picture;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a run stands, at a glance: its name, its step, and a few facts such as clock, watermarks and counts. Immutable.
 *
 * @param title the run's name
 * @param status one line, such as {@code step 12 of 40}; may be empty
 * @param facts what else to know, in order
 */
public record RunCard(String title, String status, List<Fact> facts) implements Picture {

    /** Copies the facts. */
    public RunCard {
        facts = List.copyOf(facts);
    }

    @Override
    public Map<String, Object> mimeBundle() {
        Map<String, Object> forms = new LinkedHashMap<>();
        forms.put(MimeTypes.HTML, cardHtml());
        forms.put(MimeTypes.TEXT, text());
        return forms;
    }

    private String cardHtml() {
        StringBuilder html = new StringBuilder(
                "<div class=\"tidemark-card\" style=\"display:inline-block;min-width:280px;"
                        + "max-width:100%;border:1px solid rgba(128,128,128,.35);border-left:4px solid #1e8449;border-radius:6px;"
                        + "padding:10px 16px;font:13px/1.5 sans-serif;color:inherit\"><div style=\"font-weight:600;font-size:14px\">");
        html.append(Markup.escape(title)).append("</div>");
        if (!status.isEmpty()) {
            html.append("<div style=\"opacity:.75;margin-bottom:4px\">")
                    .append(Markup.escape(status))
                    .append("</div>");
        }
        html.append("<div style=\"display:flex;flex-wrap:wrap;gap:4px 28px;margin-top:6px\">");
        for (Fact fact : facts) {
            html.append("<div><div style=\"font-size:11px;opacity:.7\">")
                    .append(Markup.escape(fact.name()))
                    .append("</div><div style=\"font-family:monospace;font-size:13px;white-space:pre-wrap\">")
                    .append(Markup.escape(fact.value()))
                    .append("</div></div>");
        }
        return html.append("</div></div>").toString();
    }

    private String text() {
        StringBuilder text = new StringBuilder(status.isEmpty() ? title : title + " (" + status + ")");
        int widest = facts.stream().mapToInt(fact -> fact.name().length()).max().orElse(0);
        for (Fact fact : facts) {
            text.append("\n  ")
                    .append(fact.name())
                    .append(" ".repeat(widest - fact.name().length() + 2))
                    .append(fact.value());
        }
        return text.toString();
    }
}
