package dev.tidemark.kernel.shell;

import dev.tidemark.kernel.javadoc.Documented;
import dev.tidemark.kernel.javadoc.LibrarySources;
import dev.tidemark.kernel.javadoc.Signature;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import org.jspecify.annotations.Nullable;

/**
 * Describes what is at a cursor: the name that it touches or else the call whose parentheses it is in.
 *
 * <p>Javadoc of the JDK comes from JShell, which finds it where the JDK has its {@code src.zip}; that of libraries from their
 * {@code -sources.jar}; that of the notebook's own declarations from their cells.
 */
final class Inspection {
    private static final int SHORT_VALUE = 200;
    private static final int LONG_VALUE = 20_000;

    private final JShell shell;
    private final Imports imports;
    private final NotebookVariables variables;
    private final LibrarySources libraries;

    Inspection(JShell shell, Imports imports, NotebookVariables variables, ClassLoader loader) {
        this.shell = shell;
        this.imports = imports;
        this.variables = variables;
        this.libraries = new LibrarySources(loader);
    }

    /** The candidates at a cursor; {@code detailed} adds their sources and whole values. */
    List<Inspected> at(String code, int cursor, boolean detailed) {
        int end = Math.min(Math.max(cursor, 0), code.length());
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        List<Inspected> found = variable(wordBefore(code, end), detailed);
        if (found.isEmpty()) {
            found = described(documentation(code, end), detailed);
        }
        for (int call : CallSite.enclosing(code, Math.min(cursor, code.length()))) {
            if (found.isEmpty()) {
                found = described(documentation(code, call), detailed);
            }
        }
        return found;
    }

    private List<Inspected> variable(String word, boolean detailed) {
        return variables.all().stream()
                .filter(variable -> variable.name().equals(word))
                .map(variable -> new Inspected(
                        variable.type() + " " + variable.name() + " = "
                                + abbreviated(variable.value(), detailed ? LONG_VALUE : SHORT_VALUE),
                        "",
                        ""))
                .toList();
    }

    private List<Documentation> documentation(String code, int end) {
        SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
        int start = CodeAssistance.statementStart(analysis, code, end);
        String text = beforeArguments(code.substring(start, end));
        List<Documentation> found = analysis.documentation(text, text.length(), true);
        if (found.isEmpty() && !text.endsWith("(")) {
            found = analysis.documentation(text + "(", text.length() + 1, true);
        }
        if (found.isEmpty() && start > 0) {
            String block = "{" + code.substring(0, end);
            found = analysis.documentation(block, block.length(), true);
        }
        return found;
    }

    private List<Inspected> described(List<Documentation> found, boolean detailed) {
        List<String> imported = new ArrayList<>(imports.inEffect());
        imported.removeIf(name -> name.startsWith("static "));
        imported.add("java.lang.*");
        Set<Inspected> described = new LinkedHashSet<>();
        for (Documentation one : found) {
            String line = Traceback.readable(one.signature());
            String comment = one.javadoc() == null ? "" : one.javadoc();
            Documented source = comment.isEmpty() || detailed ? source(Signature.of(line), imported) : null;
            if (source == null) {
                described.add(new Inspected(line, comment, ""));
            } else {
                described.add(new Inspected(
                        line, comment.isEmpty() ? source.comment() : comment, detailed ? source.source() : ""));
            }
        }
        return List.copyOf(described);
    }

    private @Nullable Documented source(Signature signature, List<String> imports) {
        Documented own = NotebookSources.find(shell, signature);
        return own == null ? libraries.find(signature, imports) : own;
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

    private static String wordBefore(String code, int end) {
        int start = end;
        while (start > 0 && Character.isJavaIdentifierPart(code.charAt(start - 1))) {
            start--;
        }
        boolean member = start > 0 && code.charAt(start - 1) == '.';
        return member ? "" : code.substring(start, end);
    }

    private static String abbreviated(@Nullable Object value, int longest) {
        String text = String.valueOf(value);
        return text.length() > longest ? text.substring(0, longest) + "…" : text;
    }
}
