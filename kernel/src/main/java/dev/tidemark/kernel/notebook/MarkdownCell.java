package dev.tidemark.kernel.notebook;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/** Markdown as HTML that needs no other file: local images and a cell's attachments become part of it. */
final class MarkdownCell {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();

    private MarkdownCell() {}

    /** Renders Markdown; image paths are relative to a folder. */
    static String html(String markdown, Path folder, JsonObject attachments) {
        Node document = PARSER.parse(markdown);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                String inlined = inlined(image.getDestination(), folder, attachments);
                if (inlined != null) {
                    image.setDestination(inlined);
                }
                visitChildren(image);
            }
        });
        return RENDERER.render(document);
    }

    private static @Nullable String inlined(String destination, Path folder, JsonObject attachments) {
        if (destination.startsWith("attachment:")) {
            JsonObject forms = NotebookFile.object(attachments, destination.substring("attachment:".length()));
            Map.Entry<String, ?> first = forms.entrySet().stream().findFirst().orElse(null);
            return first == null
                    ? null
                    : "data:" + first.getKey() + ";base64,"
                            + forms.get(first.getKey()).getAsString();
        }
        String type = URLConnection.guessContentTypeFromName(destination);
        try {
            Path file = folder.resolve(destination);
            if (destination.contains(":") || type == null || !Files.isRegularFile(file)) {
                return null;
            }
            return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(Files.readAllBytes(file));
        } catch (InvalidPathException notAFile) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("the image " + destination + " cannot be read", e);
        }
    }
}
