package dev.tidemark.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * One statement or declaration of a cell.
 *
 * @param text its text from the end of the statement before, so leading space and comments are part of it; a semicolon that
 *     the user left out is added
 * @param offset where the text begins in the cell
 * @param completeness what the analysis of syntax said
 */
record Statement(String text, int offset, Completeness completeness) {
    /** Cuts a cell into its statements; one that cannot be parsed comes as it is, and what follows it too. */
    static List<Statement> of(String code, SourceCodeAnalysis analysis) {
        List<Statement> statements = new ArrayList<>();
        int offset = 0;
        while (offset < code.length()) {
            String rest = code.substring(offset);
            CompletionInfo info = analysis.analyzeCompletion(rest);
            if (info.completeness() == Completeness.EMPTY) {
                break;
            }
            String remaining = info.remaining() == null ? "" : info.remaining();
            if (info.source() == null || remaining.length() >= rest.length()) {
                statements.add(new Statement(rest, offset, info.completeness()));
                break;
            }
            statements.add(new Statement(info.source(), offset, info.completeness()));
            offset += rest.length() - remaining.length();
        }
        return SealedFamilies.withPermits(statements);
    }

    /** Whether the parser cannot make sense of it, whatever the names in it mean. */
    boolean malformed(SourceCodeAnalysis analysis) {
        return completeness == Completeness.DEFINITELY_INCOMPLETE
                || (completeness == Completeness.UNKNOWN
                        && analysis.sourceToSnippets(text).stream()
                                .anyMatch(one -> one.kind() == Snippet.Kind.ERRONEOUS));
    }
}
