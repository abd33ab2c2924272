package dev.tidemark.kernel.javadoc;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** HTML without attributes as plain text: paragraphs apart, items with dots, preformatted text as it is. */
final class HtmlText {
    private static final Pattern TOKEN = Pattern.compile("<(/?)(\\w+)>|&(#?\\w+);|([^<&]+)|[<&]");
    private static final Map<String, String> ENTITIES = Map.of(
            "lt", "<", "gt", ">", "amp", "&", "quot", "\"", "nbsp", " ", "ge", "≥", "le", "≤", "ndash", "–", "mdash",
            "—");

    private final StringBuilder text = new StringBuilder();
    private boolean preformatted;

    private HtmlText() {}

    static String of(String html) {
        HtmlText writer = new HtmlText();
        Matcher token = TOKEN.matcher(html);
        while (token.find()) {
            if (token.group(2) != null) {
                writer.element(token.group(2), token.group(1).isEmpty());
            } else if (token.group(3) != null) {
                writer.text.append(character(token.group(3)));
            } else {
                writer.words(token.group());
            }
        }
        return writer.text.toString().strip();
    }

    private void words(String words) {
        if (preformatted) {
            boolean first = !text.isEmpty() && text.charAt(text.length() - 1) == '\n';
            text.append(first ? words.replaceFirst("^\n", "") : words);
            return;
        }
        String joined = words.replaceAll("\\s+", " ");
        boolean gap = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
        text.append(gap ? joined.stripLeading() : joined);
    }

    private void element(String name, boolean opens) {
        switch (name) {
            case "p", "ul", "ol", "table", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "dl" -> paragraph();
            case "pre" -> {
                paragraph();
                preformatted = opens;
            }
            case "li" -> {
                line();
                text.append(opens ? "  • " : "");
            }
            case "dd" -> {
                line();
                text.append(opens ? "  " : "");
            }
            case "br", "dt", "tr", "div" -> line();
            case "td", "th" -> text.append(opens ? "" : "  ");
            default -> {}
        }
    }

    private void line() {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        text.setLength(end);
        if (end > 0 && text.charAt(end - 1) != '\n') {
            text.append('\n');
        }
    }

    private void paragraph() {
        line();
        if (text.length() > 1 && text.charAt(text.length() - 2) != '\n') {
            text.append('\n');
        }
    }

    private static String character(String entity) {
        @Nullable String known = ENTITIES.get(entity);
        if (known != null) {
            return known;
        }
        boolean hexadecimal = entity.startsWith("#x") || entity.startsWith("#X");
        String digits = entity.substring(hexadecimal ? 2 : entity.startsWith("#") ? 1 : 0);
        boolean number = entity.startsWith("#") && digits.matches(hexadecimal ? "[0-9a-fA-F]{1,5}" : "\\d{1,6}");
        return number ? Character.toString(Integer.parseInt(digits, hexadecimal ? 16 : 10)) : "&" + entity + ";";
    }
}
