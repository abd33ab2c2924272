package dev.tidemark.kernel.javadoc;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.util.TreePath;
import org.jspecify.annotations.Nullable;

/**
 * A documentation comment to be read: its main text, then its tags as a list.
 *
 * @param html markup without attributes, links and scripts, whatever stood in the comment
 * @param text the same for a terminal
 */
public record Javadoc(String html, String text) {
    private static final Javadoc NONE = new Javadoc("", "");

    /**
     * Reads a comment.
     *
     * @param comment what stands between the comment's signs, without the stars at the beginnings of lines
     * @return an empty one for an empty comment
     */
    public static Javadoc of(String comment) {
        if (comment.isBlank()) {
            return NONE;
        }
        String declaration = "/**\n" + comment.replace("*/", "*&#47;").replace("\\u", "&#92;u") + "\n*/\nclass C {}";
        ParsedJava parsed = ParsedJava.of(declaration);
        TreePath path =
                TreePath.getPath(parsed.unit(), parsed.unit().getTypeDecls().get(0));
        @Nullable DocCommentTree tree = parsed.docs().getDocCommentTree(path);
        if (tree == null) {
            return NONE;
        }
        String html = new CommentHtml().of(tree);
        return new Javadoc(html, HtmlText.of(html));
    }
}
