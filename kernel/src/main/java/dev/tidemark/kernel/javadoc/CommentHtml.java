package dev.tidemark.kernel.javadoc;

import com.sun.source.doctree.DeprecatedTree;
import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.InheritDocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReferenceTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.SeeTree;
import com.sun.source.doctree.SinceTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.doctree.UnknownBlockTagTree;
import com.sun.source.doctree.UnknownInlineTagTree;
import com.sun.source.util.SimpleDocTreeVisitor;
import dev.tidemark.kernel.render.Text;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes a parsed comment as plain HTML: known elements without attributes, everything else as text. */
final class CommentHtml extends SimpleDocTreeVisitor<@Nullable Void, @Nullable Void> {
    private static final Set<String> ELEMENTS = Set.of(
            "b",
            "i",
            "em",
            "strong",
            "code",
            "tt",
            "var",
            "sub",
            "sup",
            "small",
            "kbd",
            "cite",
            "dfn",
            "q",
            "p",
            "br",
            "hr",
            "pre",
            "blockquote",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "caption",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "th",
            "td",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "div",
            "span");

    private final StringBuilder html = new StringBuilder();
    private String heading = "";

    String of(DocCommentTree comment) {
        write(comment.getFullBody());
        if (!comment.getBlockTags().isEmpty()) {
            html.append("<dl>");
            comment.getBlockTags().forEach(tag -> tag.accept(this, null));
            html.append("</dl>");
        }
        return html.toString();
    }

    private void write(List<? extends DocTree> trees) {
        trees.forEach(tree -> tree.accept(this, null));
    }

    /** A tag as an entry of the list; neighbours of one kind share their heading. */
    private void entry(String title, String subject, List<? extends DocTree> description) {
        if (!title.equals(heading)) {
            html.append("<dt><b>").append(Text.escape(title)).append("</b></dt>");
            heading = title;
        }
        html.append("<dd>");
        if (!subject.isEmpty()) {
            html.append("<code>").append(Text.escape(subject)).append("</code> ");
        }
        write(description);
        html.append("</dd>");
    }

    @Override
    protected @Nullable Void defaultAction(DocTree node, @Nullable Void nothing) {
        html.append(Text.escape(node.toString()));
        return null;
    }

    @Override
    public @Nullable Void visitText(TextTree node, @Nullable Void nothing) {
        html.append(Text.escape(node.getBody()));
        return null;
    }

    @Override
    public @Nullable Void visitEntity(EntityTree node, @Nullable Void nothing) {
        html.append('&').append(node.getName()).append(';');
        return null;
    }

    @Override
    public @Nullable Void visitStartElement(StartElementTree node, @Nullable Void nothing) {
        element("<", node.getName().toString());
        return null;
    }

    @Override
    public @Nullable Void visitEndElement(EndElementTree node, @Nullable Void nothing) {
        element("</", node.getName().toString());
        return null;
    }

    private void element(String opening, String name) {
        String known = name.toLowerCase(Locale.ROOT);
        if (ELEMENTS.contains(known)) {
            html.append(opening).append(known).append('>');
        }
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree node, @Nullable Void nothing) {
        boolean code = node.getKind() == DocTree.Kind.CODE;
        html.append(code ? "<code>" : "")
                .append(Text.escape(node.getBody().getBody()))
                .append(code ? "</code>" : "");
        return null;
    }

    @Override
    public @Nullable Void visitLink(LinkTree node, @Nullable Void nothing) {
        boolean code = node.getKind() == DocTree.Kind.LINK;
        html.append(code ? "<code>" : "");
        if (node.getLabel().isEmpty()) {
            node.getReference().accept(this, null);
        } else {
            write(node.getLabel());
        }
        html.append(code ? "</code>" : "");
        return null;
    }

    @Override
    public @Nullable Void visitReference(ReferenceTree node, @Nullable Void nothing) {
        String signature = node.getSignature();
        html.append(Text.escape(signature.startsWith("#") ? signature.substring(1) : signature.replace('#', '.')));
        return null;
    }

    @Override
    public @Nullable Void visitInheritDoc(InheritDocTree node, @Nullable Void nothing) {
        return null;
    }

    @Override
    public @Nullable Void visitUnknownInlineTag(UnknownInlineTagTree node, @Nullable Void nothing) {
        write(node.getContent());
        return null;
    }

    @Override
    public @Nullable Void visitParam(ParamTree node, @Nullable Void nothing) {
        String name = node.getName().toString();
        entry("Parameters", node.isTypeParameter() ? "<" + name + ">" : name, node.getDescription());
        return null;
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree node, @Nullable Void nothing) {
        entry("Returns", "", node.getDescription());
        return null;
    }

    @Override
    public @Nullable Void visitThrows(ThrowsTree node, @Nullable Void nothing) {
        entry("Throws", node.getExceptionName().getSignature(), node.getDescription());
        return null;
    }

    @Override
    public @Nullable Void visitSee(SeeTree node, @Nullable Void nothing) {
        entry("See", "", node.getReference());
        return null;
    }

    @Override
    public @Nullable Void visitSince(SinceTree node, @Nullable Void nothing) {
        entry("Since", "", node.getBody());
        return null;
    }

    @Override
    public @Nullable Void visitDeprecated(DeprecatedTree node, @Nullable Void nothing) {
        entry("Deprecated", "", node.getBody());
        return null;
    }

    @Override
    public @Nullable Void visitUnknownBlockTag(UnknownBlockTagTree node, @Nullable Void nothing) {
        entry(node.getTagName(), "", node.getContent());
        return null;
    }
}
