package dev.tidemark.kernel.shell;

import java.util.HashMap;
import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import org.jspecify.annotations.Nullable;

/**
 * The types, methods and imports that cells declared, by their text.
 *
 * <p>A cell that is run again with the same declarations leaves them as they are: the variables of these types keep their
 * values, and no class is made again.
 */
final class Declarations {
    private final JShell shell;
    private final Placements placements;
    private final Map<String, Snippet> byText = new HashMap<>();

    Declarations(JShell shell, Placements placements) {
        this.shell = shell;
        this.placements = placements;
    }

    /** Whether the statement declares, word for word, what is in effect already; if so, it is that cell's from now on. */
    boolean unchanged(Statement statement, CellText cell) {
        Snippet known = byText.get(statement.text().strip());
        if (known == null || shell.status(known) != Snippet.Status.VALID) {
            return false;
        }
        placements.remember(known, cell, statement.offset() + leadingSpace(statement) - leadingSpace(known.source()));
        placements.rememberClass(known, shell.sourceCodeAnalysis());
        return true;
    }

    void remember(Snippet snippet) {
        boolean declares =
                switch (snippet.kind()) {
                    case TYPE_DECL, METHOD, IMPORT -> true;
                    default -> false;
                };
        if (declares) {
            remember(snippet.source().strip(), snippet);
        }
    }

    /** A declaration that a snippet holds, maybe among others. */
    void remember(String text, Snippet snippet) {
        byText.put(text, snippet);
    }

    private static int leadingSpace(Statement statement) {
        return leadingSpace(statement.text());
    }

    private static int leadingSpace(@Nullable String text) {
        return text == null ? 0 : text.length() - text.stripLeading().length();
    }
}
