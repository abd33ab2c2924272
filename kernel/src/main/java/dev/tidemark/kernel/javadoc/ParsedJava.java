package dev.tidemark.kernel.javadoc;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** A Java source as a tree, parsed and not compiled: what it refers to need not be there. */
record ParsedJava(String text, CompilationUnitTree unit, DocTrees docs) {

    static ParsedJava of(String text) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                };
        JavacTask task = (JavacTask)
                compiler.getTask(null, null, new DiagnosticCollector<>(), List.of("-proc:none"), null, List.of(source));
        try {
            return new ParsedJava(text, task.parse().iterator().next(), DocTrees.instance(task));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The comment before a declaration, without stars, or an empty text. */
    String comment(TreePath declaration) {
        @Nullable String comment = docs.getDocComment(declaration);
        return comment == null ? "" : comment;
    }

    /** The text of a declaration. */
    String source(TreePath declaration) {
        long start = docs.getSourcePositions().getStartPosition(unit, declaration.getLeaf());
        long end = docs.getSourcePositions().getEndPosition(unit, declaration.getLeaf());
        return start < 0 || end < start ? "" : text.substring((int) start, (int) end);
    }
}
