package dev.tidemark.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives a sealed type of a cell the {@code permits} clause that Java infers in a source file.
 *
 * <p>JLS 8.1.6 takes the permitted subclasses from the same compilation unit; every snippet is a unit of its own, so the
 * cell stands in for it.
 */
final class SealedFamilies {
    private static final String NAME = "([\\p{L}_$][\\p{L}\\p{N}_$]*)";
    private static final Pattern SEALED = Pattern.compile(
            "(?s)^(?:\\s|//[^\\n]*\\n|/\\*.*?\\*/|@\\w+|abstract|public|static)*sealed\\s[^{]*?(?:interface|class)\\s+"
                    + NAME + "[^{]*?(?=\\{)");
    private static final Pattern DECLARED =
            Pattern.compile("(?s)\\b(?:record|class|interface|enum)\\s+" + NAME + "([^{]*)\\{");

    private SealedFamilies() {}

    static List<Statement> withPermits(List<Statement> statements) {
        List<Statement> completed = new ArrayList<>();
        for (Statement statement : statements) {
            completed.add(withPermits(statement, statements));
        }
        return completed;
    }

    private static Statement withPermits(Statement statement, List<Statement> cell) {
        Matcher sealed = SEALED.matcher(statement.text());
        if (!sealed.find() || sealed.group().contains("permits")) {
            return statement;
        }
        List<String> members = new ArrayList<>();
        for (Statement other : cell) {
            Matcher declared = DECLARED.matcher(other.text());
            if (other.offset() != statement.offset()
                    && declared.find()
                    && declared.group(2)
                            .matches("(?s).*\\b(?:implements|extends)\\b.*\\b" + Pattern.quote(sealed.group(1))
                                    + "\\b.*")) {
                members.add(declared.group(1));
            }
        }
        if (members.isEmpty()) {
            return statement;
        }
        String text = statement.text();
        String completed = text.substring(0, sealed.end()) + "permits " + String.join(", ", members) + " "
                + text.substring(sealed.end());
        return new Statement(completed, statement.offset(), statement.completeness());
    }
}
