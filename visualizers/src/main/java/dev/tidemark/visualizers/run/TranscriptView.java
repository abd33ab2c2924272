package dev.tidemark.visualizers.run;

import dev.tidemark.visualizers.picture.Markup;
import dev.tidemark.visualizers.picture.MimeTypes;
import dev.tidemark.visualizers.picture.Picture;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run did, line by line, coloured by kind. Immutable. A long transcript shows its first lines and its last, and folds
 * what is between; unfolding needs no script.
 *
 * @param title whose transcript it is; may be empty
 * @param lines the lines in order
 * @param mostOpenLines how many lines are shown unfolded, at least two
 */
public record TranscriptView(String title, List<TranscriptLine> lines, int mostOpenLines) implements Picture {
    private static final int USUAL_LINES = 40;
    private static final String BLOCK =
            "margin:0;font:12px/1.5 monospace;white-space:pre-wrap;color:inherit;background:transparent";

    /** Copies the lines. */
    public TranscriptView {
        lines = List.copyOf(lines);
        if (mostOpenLines < 2) {
            throw new IllegalArgumentException("a transcript shows at least two lines, not " + mostOpenLines);
        }
    }

    /** A transcript that shows forty lines unfolded. */
    public TranscriptView(String title, List<TranscriptLine> lines) {
        this(title, lines, USUAL_LINES);
    }

    @Override
    public Map<String, Object> mimeBundle() {
        Map<String, Object> forms = new LinkedHashMap<>();
        forms.put(MimeTypes.HTML, viewHtml());
        forms.put(MimeTypes.TEXT, text());
        return forms;
    }

    private int lastOfHead() {
        return lines.size() <= mostOpenLines ? lines.size() : mostOpenLines - mostOpenLines / 2;
    }

    private int firstOfTail() {
        return lines.size() <= mostOpenLines ? lines.size() : lines.size() - mostOpenLines / 2;
    }

    private String folded() {
        return String.format(Locale.ROOT, "… %,d lines …", firstOfTail() - lastOfHead());
    }

    private String viewHtml() {
        StringBuilder html = new StringBuilder("<div class=\"tidemark-transcript\">");
        if (!title.isEmpty()) {
            html.append("<div style=\"font:600 14px sans-serif;margin-bottom:4px\">")
                    .append(Markup.escape(title))
                    .append("</div>");
        }
        block(html, lines.subList(0, lastOfHead()));
        if (firstOfTail() > lastOfHead()) {
            html.append("<details><summary style=\"font:12px sans-serif;opacity:.75;cursor:pointer;padding:2px 0\">")
                    .append(folded())
                    .append("</summary>");
            block(html, lines.subList(lastOfHead(), firstOfTail()));
            html.append("</details>");
            block(html, lines.subList(firstOfTail(), lines.size()));
        }
        return html.append("</div>").toString();
    }

    private static void block(StringBuilder html, List<TranscriptLine> lines) {
        html.append("<pre style=\"").append(BLOCK).append("\">");
        for (TranscriptLine line : lines) {
            String text = Markup.escape(line.text());
            html.append(
                    line.kind() == LineKind.OTHER
                            ? text
                            : "<span style=\"color:" + line.kind().color() + "\">" + text + "</span>");
            html.append('\n');
        }
        html.append("</pre>");
    }

    private String text() {
        StringBuilder text = new StringBuilder(title.isEmpty() ? "" : title + "\n");
        lines.subList(0, lastOfHead()).forEach(line -> text.append(line.text()).append('\n'));
        if (firstOfTail() > lastOfHead()) {
            text.append(folded()).append('\n');
        }
        lines.subList(firstOfTail(), lines.size())
                .forEach(line -> text.append(line.text()).append('\n'));
        return text.toString();
    }
}
