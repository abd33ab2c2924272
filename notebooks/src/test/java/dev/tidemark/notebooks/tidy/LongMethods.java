package dev.tidemark.notebooks.tidy;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds methods that are longer than a screen. It relies on the formatter: a body ends at the first line that is a closing
 * brace in the column in which its declaration begins. Texts of notebooks, pages and rules are data, not steps, so a body of
 * one expression counts like any other.
 */
final class LongMethods implements Rule.Check {

    static final int LONGEST_METHOD = 60;

    private static final Pattern DECLARATION =
            Pattern.compile("^( {4}| {8})(?=[\\w@<])(?!(return|new|throw|else|if|for|while|try|switch|do|record|"
                    + "synchronized|case|default)\\b)[\\w<>\\[\\]., ?@&]+\\(.*");

    @Override
    public Stream<Finding> findings(SourceFile file) {
        if (!file.isJava()) {
            return Stream.empty();
        }
        List<String> lines = file.code();
        return IntStream.range(0, lines.size())
                .filter(line -> opensBody(lines, line))
                .boxed()
                .flatMap(line -> tooLong(file, lines, line));
    }

    /** A declaration opens a body when its parameter list ends in a brace, on its line or on one that continues it. */
    private static boolean opensBody(List<String> lines, int line) {
        var declaration = DECLARATION.matcher(lines.get(line));
        if (!declaration.matches()) {
            return false;
        }
        String continuation = declaration.group(1) + "        ";
        int last = line;
        while (!endsDeclaration(lines.get(last))
                && last + 1 < lines.size()
                && lines.get(last + 1).startsWith(continuation)) {
            last++;
        }
        return lines.get(last).endsWith("{") && !lines.get(last).contains("->");
    }

    private static boolean endsDeclaration(String line) {
        return line.endsWith("{") || line.endsWith(";");
    }

    private static Stream<Finding> tooLong(SourceFile file, List<String> lines, int start) {
        String first = lines.get(start);
        String end = " ".repeat(first.length() - first.stripLeading().length()) + "}";
        int length = IntStream.range(start + 1, lines.size())
                .filter(line -> lines.get(line).equals(end))
                .map(line -> line - start + 1)
                .findFirst()
                .orElse(0);
        return length > LONGEST_METHOD
                ? Stream.of(file.finding(start + 1, "a method of " + length + " lines", "name its parts as methods"))
                : Stream.empty();
    }
}
