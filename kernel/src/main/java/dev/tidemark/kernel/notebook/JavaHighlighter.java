package dev.tidemark.kernel.notebook;

import dev.tidemark.kernel.render.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Marks comments, strings, numbers, annotations and keywords of Java code in HTML. */
final class JavaHighlighter {
    private static final String KEYWORDS =
            "abstract|assert|boolean|break|byte|case|catch|char|class|continue|default|do|double|"
                    + "else|enum|extends|final|finally|float|for|if|implements|import|instanceof|int|interface|long|native|new|"
                    + "non-sealed|null|package|permits|private|protected|public|record|return|sealed|short|static|strictfp|super|"
                    + "switch|synchronized|this|throw|throws|transient|true|false|try|var|void|volatile|while|yield";
    private static final Pattern TOKEN = Pattern.compile(
            "(?<comment>//[^\\n]*|/\\*[\\s\\S]*?(?:\\*/|\\z))"
                    + "|(?<string>\"\"\"[\\s\\S]*?(?:\"\"\"|\\z)|\"(?:\\\\.|[^\"\\\\\\n])*\"?|'(?:\\\\.|[^'\\\\\\n])*'?)"
                    + "|(?<annotation>@\\w+)"
                    + "|(?<magic>^\\s*%{1,2}[A-Za-z]\\w*)"
                    + "|(?<keyword>\\b(?:" + KEYWORDS + ")\\b)"
                    + "|(?<number>\\b\\d[\\w.]*)",
            Pattern.MULTILINE);
    private static final String[] KINDS = {"comment", "string", "annotation", "magic", "keyword", "number"};

    private JavaHighlighter() {}

    static String html(String code) {
        StringBuilder html = new StringBuilder();
        Matcher token = TOKEN.matcher(code);
        int at = 0;
        while (token.find()) {
            html.append(Text.escape(code.substring(at, token.start())));
            html.append("<span class=\"").append(kind(token)).append("\">");
            html.append(Text.escape(token.group())).append("</span>");
            at = token.end();
        }
        return html.append(Text.escape(code.substring(at))).toString();
    }

    private static String kind(Matcher token) {
        for (String kind : KINDS) {
            if (token.group(kind) != null) {
                return kind;
            }
        }
        throw new IllegalStateException("a token of no kind: " + token.group());
    }
}
