package dev.tidemark.visualizers.picture;

import java.util.List;

/** A whole HTML page made of pictures' HTML, with everything that it needs inside. */
public final class StandalonePage {
    private static final String STYLE = """
            body{font:14px/1.45 system-ui,sans-serif;margin:24px auto;max-width:1000px;padding:0 16px;color:#1c2127;background:#fff}
            h2{font-size:16px;margin:28px 0 8px}
            @media (prefers-color-scheme:dark){body{color:#dfe3e8;background:#16191d}}
            """;

    private StandalonePage() {}

    /** A page with one picture. */
    static String of(String title, String body) {
        // A page without a chart has no use for the 410 kB that draw one.
        String loader = body.contains("class=\"tidemark-chart\"") ? NotebookLoader.script() : "";
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
                + Markup.escape(title.isEmpty() ? "Tidemark" : title) + "</title>\n<style>\n" + STYLE
                + "</style>\n</head>\n<body>\n"
                + body + "\n" + loader + "\n</body>\n</html>\n";
    }

    /** A page with these pictures below each other; it carries the chart script once. */
    public static String of(String title, List<? extends Picture> pictures) {
        StringBuilder body = new StringBuilder();
        for (Picture picture : pictures) {
            body.append("<section style=\"margin:0 0 28px\">\n")
                    .append(picture.mimeBundle().get(MimeTypes.HTML))
                    .append("\n</section>\n");
        }
        return of(title, body.toString());
    }
}
