package dev.tidemark.kernel.notebook;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.tidemark.kernel.render.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An executed notebook as one HTML page that needs no network and no other file, readable on light and dark screens. */
public final class HtmlPage {
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,2}\\s+(.+?)\\s*#*$");
    private static final Pattern ANSI = Pattern.compile("\\u001B\\[[0-9;]*[A-Za-z]");

    private final NotebookFile notebook;
    private final Path folder;

    private HtmlPage(NotebookFile notebook) {
        this.notebook = notebook;
        Path parent = notebook.path().toAbsolutePath().getParent();
        this.folder = parent == null ? notebook.path().toAbsolutePath() : parent;
    }

    /**
     * Makes the page.
     *
     * @param notebook the notebook with its outputs
     * @return the whole page
     */
    public static String of(NotebookFile notebook) {
        return new HtmlPage(notebook).page();
    }

    private String page() {
        StringBuilder body = new StringBuilder();
        for (JsonObject cell : notebook.cells()) {
            String source = NotebookFile.source(cell);
            if (NotebookFile.isCode(cell)) {
                code(body, cell, source);
            } else if ("markdown".equals(NotebookFile.text(cell, "cell_type"))) {
                body.append("<section class=\"markdown\">")
                        .append(MarkdownCell.html(source, folder, NotebookFile.object(cell, "attachments")))
                        .append("</section>\n");
            }
        }
        return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<title>" + Text.escape(title()) + "</title>\n<style>\n" + style()
                + "</style>\n</head>\n<body>\n<main>\n"
                + body + "</main>\n</body>\n</html>\n";
    }

    private String title() {
        for (JsonObject cell : notebook.cells()) {
            Matcher heading = HEADING.matcher(NotebookFile.source(cell));
            if (!NotebookFile.isCode(cell) && heading.find()) {
                return heading.group(1).replaceAll("[*_`]", "");
            }
        }
        return String.valueOf(notebook.path().getFileName());
    }

    private static void code(StringBuilder html, JsonObject cell, String source) {
        JsonElement count = cell.get("execution_count");
        String number = count == null || count.isJsonNull() ? "&nbsp;" : count.getAsString();
        html.append("<section class=\"code\">");
        if (!source.isBlank()) {
            html.append("<div class=\"in\"><span class=\"count\">")
                    .append(number)
                    .append("</span><pre><code>");
            html.append(JavaHighlighter.html(source)).append("</code></pre></div>");
        }
        if (cell.has("outputs")) {
            cell.getAsJsonArray("outputs").forEach(output -> output(html, output.getAsJsonObject()));
        }
        html.append("</section>\n");
    }

    private static void output(StringBuilder html, JsonObject output) {
        String type = String.valueOf(NotebookFile.text(output, "output_type"));
        switch (type) {
            case "stream" -> pre(html, NotebookFile.text(output, "name") + "", NotebookFile.joined(output.get("text")));
            case "error" -> {
                StringBuilder lines = new StringBuilder();
                output.getAsJsonArray("traceback")
                        .forEach(line -> lines.append(line.getAsString()).append('\n'));
                pre(html, "error", lines.toString().stripTrailing());
            }
            default -> data(html, NotebookFile.object(output, "data"));
        }
    }

    /** The richest form that works without a network; a picture inside an image element keeps its ids to itself. */
    private static void data(StringBuilder html, JsonObject data) {
        html.append("<div class=\"out\">");
        if (data.has("text/html")) {
            html.append(NotebookFile.joined(data.get("text/html")));
        } else if (data.has("image/svg+xml")) {
            byte[] svg = NotebookFile.joined(data.get("image/svg+xml")).getBytes(StandardCharsets.UTF_8);
            image(html, "image/svg+xml", Base64.getEncoder().encodeToString(svg), data);
        } else if (data.has("image/png")) {
            image(html, "image/png", NotebookFile.joined(data.get("image/png")), data);
        } else if (data.has("image/jpeg")) {
            image(html, "image/jpeg", NotebookFile.joined(data.get("image/jpeg")), data);
        } else if (data.has("text/markdown")) {
            html.append(
                    MarkdownCell.html(NotebookFile.joined(data.get("text/markdown")), Path.of(""), new JsonObject()));
        } else {
            html.append("<pre>")
                    .append(plain(NotebookFile.joined(data.get("text/plain"))))
                    .append("</pre>");
        }
        html.append("</div>");
    }

    private static void image(StringBuilder html, String type, String base64, JsonObject data) {
        html.append("<img alt=\"")
                .append(plain(NotebookFile.joined(data.get("text/plain"))))
                .append("\" src=\"data:");
        html.append(type)
                .append(";base64,")
                .append(base64.replaceAll("\\s", ""))
                .append("\">");
    }

    private static void pre(StringBuilder html, String kind, String text) {
        html.append("<pre class=\"out ")
                .append(kind)
                .append("\">")
                .append(plain(text))
                .append("</pre>");
    }

    private static String plain(String text) {
        return Text.escape(ANSI.matcher(text).replaceAll(""));
    }

    private static String style() {
        try (InputStream css = HtmlPage.class.getResourceAsStream("page.css")) {
            if (css == null) {
                throw new IllegalStateException("page.css is missing beside " + HtmlPage.class.getName());
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
