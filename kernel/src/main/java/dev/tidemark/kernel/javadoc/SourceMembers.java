package dev.tidemark.kernel.javadoc;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds a declaration in a parsed source by its signature. */
final class SourceMembers {
    private SourceMembers() {}

    /**
     * Finds the type itself or a member of it.
     *
     * @param nesting the simple names of the types from the outermost to the one that declares the member
     * @return null if there is no such declaration
     */
    static @Nullable Documented find(ParsedJava parsed, List<String> nesting, Signature signature) {
        TreePath type = type(parsed, nesting);
        if (type == null) {
            return null;
        }
        boolean member = signature.call() || !signature.name().isEmpty();
        TreePath found = member ? member(type, nesting.get(nesting.size() - 1), signature) : type;
        return found == null ? null : new Documented(parsed.comment(found), parsed.source(found));
    }

    private static @Nullable TreePath type(ParsedJava parsed, List<String> nesting) {
        TreePath place = new TreePath(parsed.unit());
        List<? extends Tree> declared = parsed.unit().getTypeDecls();
        for (String name : nesting) {
            Tree next = declared.stream()
                    .filter(tree ->
                            tree instanceof ClassTree one && one.getSimpleName().contentEquals(name))
                    .findFirst()
                    .orElse(null);
            if (next == null) {
                return null;
            }
            place = new TreePath(place, next);
            declared = ((ClassTree) next).getMembers();
        }
        return place;
    }

    private static @Nullable TreePath member(TreePath type, String typeName, Signature signature) {
        String name = signature.name().equals(typeName) ? "<init>" : signature.name();
        return ((ClassTree) type.getLeaf())
                .getMembers().stream()
                        .filter(tree -> fits(tree, name, signature))
                        .findFirst()
                        .map(tree -> new TreePath(type, tree))
                        .orElse(null);
    }

    private static boolean fits(Tree tree, String name, Signature signature) {
        if (tree instanceof MethodTree method) {
            List<String> types = method.getParameters().stream()
                    .map(parameter -> Signature.simple(parameter.getType().toString()))
                    .toList();
            return signature.call() && method.getName().contentEquals(name) && types.equals(signature.parameters());
        }
        return !signature.call()
                && tree instanceof VariableTree field
                && field.getName().contentEquals(name);
    }
}
