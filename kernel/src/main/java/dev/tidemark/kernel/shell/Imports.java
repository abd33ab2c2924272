package dev.tidemark.kernel.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;

/**
 * The imports of a session.
 *
 * <p>Those that come many at a time are one snippet, since each snippet costs a run of the compiler. JShell knows such a
 * snippet by its first import alone: where a cell declares just that one again, the rest has to be brought back.
 */
final class Imports {
    private final JShell shell;
    private final Declarations declarations;
    private final Map<Snippet, List<String>> groups = new LinkedHashMap<>();

    Imports(JShell shell, Declarations declarations) {
        this.shell = shell;
        this.declarations = declarations;
    }

    /** Tries to add what is not in effect yet, all at once; says whether all of it exists. */
    boolean add(List<String> names) {
        List<String> known = inEffect();
        List<String> missing =
                names.stream().filter(name -> !known.contains(name)).distinct().toList();
        return missing.isEmpty() || declare(missing);
    }

    private boolean declare(List<String> names) {
        List<String> lines = names.stream().map(Imports::line).toList();
        Snippet snippet = shell.eval(String.join("\n", lines)).get(0).snippet();
        if (shell.status(snippet) != Snippet.Status.VALID) {
            return false;
        }
        groups.put(snippet, names);
        lines.forEach(line -> declarations.remember(line, snippet));
        return true;
    }

    /** The declaration of an import. */
    static String line(String name) {
        return "import " + name + ";";
    }

    /** Brings back what went with a group whose first import was declared again; to be called after an import of a cell. */
    void mend() {
        List<String> lost = new ArrayList<>();
        groups.entrySet().removeIf(group -> {
            boolean gone = shell.status(group.getKey()) != Snippet.Status.VALID;
            return gone && lost.addAll(group.getValue());
        });
        add(lost);
    }

    /** What follows the word {@code import} in each, in order. */
    List<String> inEffect() {
        return shell.imports().flatMap(this::names).toList();
    }

    private Stream<String> names(ImportSnippet snippet) {
        List<String> group = groups.get(snippet);
        String own = (snippet.isStatic() ? "static " : "") + snippet.fullname();
        return group == null ? Stream.of(own) : group.stream();
    }
}
