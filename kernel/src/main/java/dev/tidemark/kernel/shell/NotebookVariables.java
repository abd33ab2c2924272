package dev.tidemark.kernel.shell;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/**
 * The top-level variables: static fields of snippet classes, which live as long as the session.
 *
 * <p>When a variable is declared again, the fields of its old declarations are given the new value, or null if that does
 * not fit, so that running a cell again does not keep every old value alive.
 */
final class NotebookVariables {
    private final JShell shell;
    private final ClassLoader loader;
    private final CarriedValues carried;

    NotebookVariables(JShell shell, ClassLoader loader, CarriedValues carried) {
        this.shell = shell;
        this.loader = loader;
        this.carried = carried;
    }

    /** All variables that can be used now, in the order of declaration. */
    List<Variable> all() {
        List<Variable> variables = new ArrayList<>();
        shell.variables()
                .filter(variable -> shell.status(variable) == Snippet.Status.VALID)
                .forEach(variable -> {
                    Field field = field(variable);
                    Object value = field == null ? null : CarriedValues.get(field);
                    variables.add(new Variable(variable.name(), variable.typeName(), value));
                });
        return variables;
    }

    /** Follows a variable to the class that holds it now. */
    void declared(VarSnippet variable) {
        String holder = className(variable);
        if (holder != null) {
            carried.takeLost(variable.name());
            carried.settle(holder, variable.name());
        }
    }

    /**
     * Follows a variable whose snippet was compiled again because of another.
     *
     * @return whether its value went on
     */
    boolean compiledAgain(VarSnippet variable) {
        boolean kept = shell.status(variable) == Snippet.Status.VALID && !carried.takeLost(variable.name());
        declared(variable);
        return kept;
    }

    /** Begins again at null, zero or false, as a declaration without an initial value does; lets go of the value. */
    void clear(VarSnippet variable) {
        Field field = field(variable);
        if (field != null) {
            CarriedValues.set(field, null);
            declared(variable);
        }
    }

    private @Nullable Field field(VarSnippet variable) {
        String holder = className(variable);
        try {
            return holder == null ? null : CarriedValues.field(Class.forName(holder, true, loader), variable.name());
        } catch (ClassNotFoundException | LinkageError notLoaded) {
            return null;
        }
    }

    private @Nullable String className(VarSnippet variable) {
        SnippetWrapper wrapper = shell.sourceCodeAnalysis().wrapper(variable);
        return wrapper == null ? null : wrapper.fullClassName();
    }
}
