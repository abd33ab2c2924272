package dev.tidemark.kernel.shell;

import dev.tidemark.kernel.spi.Completion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** What helps at the cursor: suggestions, signatures with Javadoc, and whether a cell is complete. */
public final class CodeAssistance {
    private static final String INDENT = "    ";
    private static final Pattern TYPE_BEGUN = Pattern.compile("(?<![\\w$.])\\p{Lu}[\\w$]{2,}$");
    private static final Set<String> OF_EVERY_OBJECT = Set.of(
            "clone()",
            "equals(",
            "finalize()",
            "getClass()",
            "hashCode()",
            "notify()",
            "notifyAll()",
            "toString()",
            "wait(");
    private static final int MOST_TO_IMPORT = 8;

    private final JShell shell;
    private final Inspection inspection;
    private final TypeIndex types;
    private final ReentrantLock compiler;

    CodeAssistance(JShell shell, Inspection inspection, TypeIndex types, ReentrantLock compiler) {
        this.shell = shell;
        this.inspection = inspection;
        this.types = types;
        this.compiler = compiler;
    }

    /**
     * Suggestions for what stands before the cursor; those that fit the expected type come first, what every
     * object has comes later, and types that no import covers come last, with their packages.
     *
     * @param code the whole cell
     * @param cursor in UTF-16 units from the start of the cell
     * @return the suggestions, best first
     */
    public List<Completion> complete(String code, int cursor) {
        List<Completion> all = new ArrayList<>(locked(() -> {
            int start = statementStart(shell.sourceCodeAnalysis(), code, cursor);
            List<Completion> found = suggestions(code.substring(start, cursor), start);
            if (found.isEmpty() && start > 0) {
                // the statements above are not evaluated yet: within a block their variables are known all the same
                found = suggestions("{" + code.substring(0, cursor), -1);
            }
            return found.isEmpty() ? CellNames.at(code, cursor) : found;
        }));
        all.addAll(typesToImport(code.substring(0, cursor), all));
        return all;
    }

    private List<Completion> typesToImport(String code, List<Completion> known) {
        Matcher typed = TYPE_BEGUN.matcher(code);
        if (!typed.find()) {
            return List.of();
        }
        Set<String> names = known.stream().map(Completion::text).collect(Collectors.toSet());
        return types.beginningWith(typed.group(), names, MOST_TO_IMPORT).stream()
                .map(qualified -> new Completion(qualified, typed.start(), "class"))
                .toList();
    }

    /**
     * Describes the name at the cursor, or else the call whose parentheses the cursor is in: signatures with Javadoc where it
     * is known, a variable's type and value.
     *
     * @param code the whole cell
     * @param cursor in UTF-16 units from the start of the cell
     * @param detailed whether sources and whole values are asked for
     * @return the candidates, possibly none
     */
    public List<Inspected> inspect(String code, int cursor, boolean detailed) {
        return locked(() -> inspection.at(code, cursor, detailed));
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
        Set<String> ofEveryObject = new LinkedHashSet<>();
        suggestions.forEach(one -> (OF_EVERY_OBJECT.contains(one.continuation())
                        ? ofEveryObject
                        : one.matchesType() ? fitting : others)
                .add(one.continuation()));
        fitting.addAll(others);
        fitting.addAll(ofEveryObject);
        int start = offset + anchor[0];
        return fitting.stream()
                .filter(continuation -> !continuation.startsWith("$JShell"))
                .map(continuation -> new Completion(continuation, start, kind(continuation)))
                .toList();
    }

    /** Where the statement begins that the cursor is in. */
    static int statementStart(SourceCodeAnalysis analysis, String code, int cursor) {
        int start = 0;
        while (true) {
            String rest = code.substring(start, cursor);
            SourceCodeAnalysis.CompletionInfo info = analysis.analyzeCompletion(rest);
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
