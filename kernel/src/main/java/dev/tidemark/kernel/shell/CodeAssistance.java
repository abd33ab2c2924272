package dev.tidemark.kernel.shell;

import dev.tidemark.kernel.spi.Completion;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import org.jspecify.annotations.Nullable;

/** What helps at the cursor: suggestions, signatures with Javadoc, and whether a cell is complete. */
public final class CodeAssistance {
    private static final String INDENT = "    ";

    private final JShell shell;
    private final NotebookVariables variables;
    private final ReentrantLock compiler;

    CodeAssistance(JShell shell, NotebookVariables variables, ReentrantLock compiler) {
        this.shell = shell;
        this.variables = variables;
        this.compiler = compiler;
    }

    /**
     * Suggestions for what stands before the cursor; those that fit the expected type come first.
     *
     * @param code the whole cell
     * @param cursor in UTF-16 units from the start of the cell
     * @return the suggestions, best first
     */
    public List<Completion> complete(String code, int cursor) {
        return locked(() -> {
            int start = statementStart(code, cursor);
            List<Completion> found = suggestions(code.substring(start, cursor), start);
            if (found.isEmpty() && start > 0) {
                // the statements above are not evaluated yet: within a block their variables are known all the same
                found = suggestions("{" + code.substring(0, cursor), -1);
            }
            return found.isEmpty() ? CellNames.at(code, cursor) : found;
        });
    }

    /**
     * Describes the name or the call at the cursor: signatures with Javadoc where it is known, a variable's type and value.
     *
     * @param code the whole cell
     * @param cursor in UTF-16 units from the start of the cell
     * @return one text for each candidate, possibly none
     */
    public List<String> inspect(String code, int cursor) {
        int end = Math.min(Math.max(cursor, 0), code.length());
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        int wordEnd = end;
        return locked(() -> {
            int start = statementStart(code, wordEnd);
            String word = wordBefore(code, wordEnd);
            Set<String> texts = new LinkedHashSet<>();
            variables.all().stream()
                    .filter(variable -> variable.name().equals(word))
                    .forEach(variable ->
                            texts.add(variable.type() + " " + variable.name() + " = " + abbreviated(variable.value())));
            if (texts.isEmpty()) {
                texts.addAll(documentation(code, start, wordEnd));
            }
            return List.copyOf(texts);
        });
    }

    /**
     * Whether code can run as it is, or needs another line.
     *
     * @param code the text so far
     * @return the status, with the indentation of the next line
     */
    public Completeness completeness(String code) {
        return locked(() -> {
            SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
            String rest = code;
            while (true) {
                SourceCodeAnalysis.CompletionInfo info = analysis.analyzeCompletion(rest);
                Completeness.Status status =
                        switch (info.completeness()) {
                            case DEFINITELY_INCOMPLETE -> Completeness.Status.INCOMPLETE;
                            case UNKNOWN -> Completeness.Status.INVALID;
                            default -> Completeness.Status.COMPLETE;
                        };
                String remaining = info.remaining();
                boolean last = remaining == null || remaining.isBlank() || remaining.length() >= rest.length();
                if (status == Completeness.Status.INCOMPLETE) {
                    return new Completeness(status, INDENT.repeat(depth(code)));
                }
                if (last || status == Completeness.Status.INVALID) {
                    return new Completeness(status, "");
                }
                rest = remaining;
            }
        });
    }

    /**
     * Where the last statement begins, if it has no semicolon and so may be the expression that gives a cell its value.
     *
     * @param code the whole cell
     * @return the offset, or -1 if the cell ends with a semicolon
     */
    public int lastExpression(String code) {
        return locked(() -> {
            List<Statement> statements = Statement.of(code, shell.sourceCodeAnalysis());
            boolean closed = statements.isEmpty() || code.stripTrailing().endsWith(";");
            return closed ? -1 : statements.get(statements.size() - 1).offset();
        });
    }

    private List<Completion> suggestions(String text, int offset) {
        int[] anchor = {text.length()};
        List<Suggestion> suggestions = shell.sourceCodeAnalysis().completionSuggestions(text, text.length(), anchor);
        Set<String> fitting = new LinkedHashSet<>();
        Set<String> others = new LinkedHashSet<>();
        suggestions.forEach(one -> (one.matchesType() ? fitting : others).add(one.continuation()));
        others.removeAll(fitting);
        fitting.addAll(others);
        int start = offset + anchor[0];
        return fitting.stream()
                .filter(continuation -> !continuation.startsWith("$JShell"))
                .map(continuation -> new Completion(continuation, start, kind(continuation)))
                .toList();
    }

    private List<String> documentation(String code, int start, int end) {
        SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
        String text = beforeArguments(code.substring(start, end));
        List<Documentation> found = analysis.documentation(text, text.length(), true);
        if (found.isEmpty() && !text.endsWith("(")) {
            found = analysis.documentation(text + "(", text.length() + 1, true);
        }
        if (found.isEmpty() && start > 0) {
            String block = "{" + code.substring(0, end);
            found = analysis.documentation(block, block.length(), true);
        }
        return found.stream()
                .map(one -> Traceback.readable(one.signature()) + (one.javadoc() == null ? "" : "\n" + one.javadoc()))
                .toList();
    }

    /** A call without its closed argument list: {@code f(} for {@code f(1, g(2))}. */
    private static String beforeArguments(String text) {
        int depth = 0;
        for (int i = text.length() - 1; i >= 0 && text.endsWith(")"); i--) {
            depth += text.charAt(i) == ')' ? 1 : text.charAt(i) == '(' ? -1 : 0;
            if (depth == 0) {
                return text.substring(0, i + 1);
            }
        }
        return text;
    }

    /** Where the statement begins that the cursor is in. */
    private int statementStart(String code, int cursor) {
        int start = 0;
        while (true) {
            String rest = code.substring(start, cursor);
            SourceCodeAnalysis.CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            String remaining = info.remaining();
            boolean last = info.source() == null || remaining == null || remaining.isBlank();
            if (last || remaining.length() >= rest.length()) {
                return start;
            }
            start = cursor - remaining.length();
        }
    }

    private static String kind(String continuation) {
        if (continuation.endsWith("(") || continuation.endsWith(")")) {
            return "method";
        }
        return !continuation.isEmpty() && Character.isUpperCase(continuation.charAt(0)) ? "class" : "name";
    }

    private static String wordBefore(String code, int end) {
        int start = end;
        while (start > 0 && Character.isJavaIdentifierPart(code.charAt(start - 1))) {
            start--;
        }
        boolean member = start > 0 && code.charAt(start - 1) == '.';
        return member ? "" : code.substring(start, end);
    }

    private static String abbreviated(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }

    private static int depth(String code) {
        int open = 0;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            open += c == '{' || c == '(' ? 1 : c == '}' || c == ')' ? -1 : 0;
        }
        return Math.max(0, open);
    }

    private <T> T locked(Supplier<T> work) {
        compiler.lock();
        try {
            return work.get();
        } finally {
            compiler.unlock();
        }
    }
}
