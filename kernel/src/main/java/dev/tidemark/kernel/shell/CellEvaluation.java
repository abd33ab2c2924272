package dev.tidemark.kernel.shell;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.SPIResolutionException;
import org.jspecify.annotations.Nullable;

/** The evaluation of one cell, statement by statement. */
final class CellEvaluation {
    /** What an evaluation works with; it belongs to the evaluator. */
    record Parts(
            JShell shell,
            SnippetExecution execution,
            CellThread cellThread,
            Placements placements,
            Failures failures,
            NotebookVariables variables,
            Declarations declarations,
            Imports imports) {}

    private final JShell shell;
    private final SnippetExecution execution;
    private final CellThread cellThread;
    private final Placements placements;
    private final Failures failures;
    private final NotebookVariables variables;
    private final Declarations declarations;
    private final Imports imports;
    private final CellText cell;

    private final Map<DeclarationSnippet, Statement> unresolved = new LinkedHashMap<>();
    private final Map<String, Set<String>> resetBy = new LinkedHashMap<>();
    private SnippetExecution.@Nullable Invocation value;

    CellEvaluation(Parts parts, CellText cell) {
        this.shell = parts.shell();
        this.execution = parts.execution();
        this.cellThread = parts.cellThread();
        this.placements = parts.placements();
        this.failures = parts.failures();
        this.variables = parts.variables();
        this.declarations = parts.declarations();
        this.imports = parts.imports();
        this.cell = cell;
    }

    CellOutcome run() {
        List<Statement> statements = Statement.of(cell.code(), shell.sourceCodeAnalysis());
        CellFailure failure = refuseMalformed(statements);
        for (int i = 0; i < statements.size() && failure == null; i++) {
            failure = cellThread.interrupted() ? failures.interrupted() : evaluate(statements.get(i));
        }
        if (failure == null) {
            failure = stillUnresolved();
        }
        boolean hasValue = failure == null && value != null;
        return new CellOutcome(hasValue, hasValue && value != null ? value.value() : null, failure, notices());
    }

    private @Nullable CellFailure refuseMalformed(List<Statement> statements) {
        for (Statement statement : statements) {
            if (statement.malformed(shell.sourceCodeAnalysis())) {
                List<SnippetEvent> events = shell.eval(statement.text());
                for (SnippetEvent event : events) {
                    if (event.status() == Snippet.Status.REJECTED) {
                        return failures.compilation(
                                cell,
                                statement,
                                shell.diagnostics(event.snippet()).toList());
                    }
                }
            }
        }
        return null;
    }

    private @Nullable CellFailure evaluate(Statement statement) {
        value = null;
        if (declarations.unchanged(statement, cell)) {
            return null;
        }
        execution.takeLast();
        List<SnippetEvent> events = shell.eval(statement.text());
        SnippetExecution.Invocation invocation = execution.takeLast();
        CellFailure refused = null;
        for (SnippetEvent event : events) {
            if (event.causeSnippet() == null) {
                refused = refused == null ? primary(event, statement) : refused;
            } else {
                dependent(event);
            }
            placements.rememberClass(event.snippet(), shell.sourceCodeAnalysis());
        }
        if (refused != null) {
            return refused;
        }
        CellFailure thrown = invocation == null ? null : thrown(invocation, statement);
        keepOrDrop(events, thrown == null ? invocation : null);
        return thrown;
    }

    /** An event of the statement itself. */
    private @Nullable CellFailure primary(SnippetEvent event, Statement statement) {
        Snippet snippet = event.snippet();
        placements.remember(snippet, cell, statement.offset());
        if (event.status() == Snippet.Status.REJECTED) {
            return failures.compilation(
                    cell, statement, shell.diagnostics(snippet).toList());
        }
        if (waits(event.status()) && snippet instanceof DeclarationSnippet declaration) {
            unresolved.put(declaration, statement);
        }
        declarations.remember(snippet);
        if (snippet.kind() == Snippet.Kind.IMPORT) {
            imports.mend();
        }
        return null;
    }

    /** An event of another snippet, caused by this statement. */
    private void dependent(SnippetEvent event) {
        Snippet cause = event.causeSnippet();
        boolean wasUsable = event.previousStatus() == Snippet.Status.VALID;
        boolean overwritten = event.status() == Snippet.Status.OVERWRITTEN;
        if (event.snippet() instanceof VarSnippet variable
                && cause instanceof DeclarationSnippet declared
                && wasUsable
                && !overwritten
                && !variables.compiledAgain(variable)) {
            String root = resetBy.entrySet().stream()
                    .filter(entry -> entry.getValue().contains(declared.name()))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(declared.name());
            resetBy.computeIfAbsent(root, name -> new LinkedHashSet<>()).add(variable.name());
        }
    }

    private @Nullable CellFailure thrown(SnippetExecution.Invocation invocation, Statement statement) {
        Throwable thrown = invocation.thrown();
        if (thrown == null) {
            return cellThread.interrupted() ? failures.interrupted() : null;
        }
        if (thrown instanceof CellStuck stuck) {
            return failures.stuck(stuck);
        }
        if (thrown instanceof CellInterrupted || cellThread.interrupted()) {
            return failures.interrupted();
        }
        if (thrown instanceof SPIResolutionException missing) {
            return missing(missing, statement);
        }
        return failures.exception(thrown);
    }

    private CellFailure missing(SPIResolutionException missing, Statement statement) {
        for (Snippet snippet : shell.snippets().toList()) {
            if (snippet instanceof DeclarationSnippet declaration
                    && shell.status(snippet) == Snippet.Status.RECOVERABLE_DEFINED) {
                List<String> names = shell.unresolvedDependencies(declaration).toList();
                if (!names.isEmpty()) {
                    return failures.unresolved(cell, statement, declaration.name() + "(…)", names);
                }
            }
        }
        return failures.exception(missing);
    }

    /** The value of an expression is kept for the cell; the variable that JShell made for it goes. */
    private void keepOrDrop(List<SnippetEvent> events, SnippetExecution.@Nullable Invocation invocation) {
        for (SnippetEvent event : events) {
            Snippet snippet = event.snippet();
            if (event.causeSnippet() != null) {
                continue;
            }
            boolean temporary = snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
            if (temporary || snippet.kind() == Snippet.Kind.EXPRESSION) {
                value = invocation;
            }
            if (snippet instanceof VarSnippet variable) {
                if (temporary) {
                    variables.clear(variable);
                    shell.drop(variable);
                } else if (event.status() == Snippet.Status.VALID) {
                    if (snippet.subKind() == Snippet.SubKind.VAR_DECLARATION_SUBKIND) {
                        variables.clear(variable);
                    }
                    variables.declared(variable);
                }
            }
        }
    }

    private @Nullable CellFailure stillUnresolved() {
        for (Map.Entry<DeclarationSnippet, Statement> waiting : unresolved.entrySet()) {
            DeclarationSnippet snippet = waiting.getKey();
            if (!waits(shell.status(snippet))) {
                continue;
            }
            List<String> names = shell.unresolvedDependencies(snippet).toList();
            return names.isEmpty()
                    ? failures.compilation(
                            cell, waiting.getValue(), shell.diagnostics(snippet).toList())
                    : failures.unresolved(cell, waiting.getValue(), snippet.name(), names);
        }
        return null;
    }

    private static boolean waits(Snippet.Status status) {
        return status == Snippet.Status.RECOVERABLE_DEFINED || status == Snippet.Status.RECOVERABLE_NOT_DEFINED;
    }

    private List<String> notices() {
        return resetBy.entrySet().stream()
                .map(entry -> "'" + entry.getKey() + "' was declared again, so "
                        + entry.getValue().stream().collect(Collectors.joining("', '", "'", "'"))
                        + (entry.getValue().size() == 1
                                ? " was reset; run its cell again"
                                : " were reset; run their cells again"))
                .toList();
    }
}
