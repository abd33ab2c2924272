package dev.tidemark.kernel.shell;

import dev.tidemark.kernel.javadoc.Documented;
import dev.tidemark.kernel.javadoc.Signature;
import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.TypeDeclSnippet;
import org.jspecify.annotations.Nullable;

/** The text of the notebook's own methods and types. */
final class NotebookSources {
    private NotebookSources() {}

    /** The declaration in effect that a signature speaks of, or null. */
    static @Nullable Documented find(JShell shell, Signature signature) {
        return shell.snippets()
                .filter(snippet -> shell.status(snippet).isActive() && isMeant(snippet, signature))
                .reduce((earlier, later) -> later)
                .map(snippet -> Documented.in(snippet.source(), declared(snippet, signature)))
                .orElse(null);
    }

    private static Signature declared(Snippet snippet, Signature signature) {
        return snippet instanceof TypeDeclSnippet type ? new Signature("", type.name(), false, List.of()) : signature;
    }

    private static boolean isMeant(Snippet snippet, Signature signature) {
        if (snippet instanceof MethodSnippet method) {
            List<String> types = Signature.typesOf(method.parameterTypes());
            return signature.owner().isEmpty()
                    && signature.call()
                    && method.name().equals(signature.name())
                    && types.equals(signature.parameters());
        }
        if (!(snippet instanceof TypeDeclSnippet type)) {
            return false;
        }
        String wanted = signature.name().isEmpty() ? signature.owner() : signature.name();
        boolean inside = !signature.name().isEmpty() && !signature.owner().isEmpty();
        return !inside && type.name().equals(wanted);
    }
}
