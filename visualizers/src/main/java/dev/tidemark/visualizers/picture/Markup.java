package dev.tidemark.visualizers.picture;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Text made safe to stand in HTML, and pictures made to stand in it. */
public final class Markup {
    private Markup() {}

    /** The text with everything escaped that means something in HTML, in attributes too. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c < ' ' && c != '\n' && c != '\t' ? '\uFFFD' : c);
            }
        }
        return escaped.toString();
    }

    /**
     * An SVG as an image that carries its own data: unlike an SVG inside the page it survives notebooks that are not trusted,
     * and its names cannot clash with another's.
     */
    public static String image(String svg, String alt) {
        String data = Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
        return "<img style=\"max-width:100%\" alt=\"" + escape(alt) + "\" src=\"data:image/svg+xml;base64," + data
                + "\">";
    }
}
