package dev.tidemark.kernel.render;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.tidemark.kernel.spi.JsonValue;
import dev.tidemark.kernel.spi.TableValue;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.BaseStream;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;

/** The renderers for values of the JDK that are no tables: strings, images, throwables, streams, JSON. */
final class PlainValues {
    private PlainValues() {}

    static void register(Renderers renderers, Tables tables) {
        renderers.add(Object.class, value -> value.getClass().isArray() ? tables.array(value) : null);
        renderers.add(BaseStream.class, PlainValues::stream);
        renderers.add(JsonValue.class, PlainValues::json);
        renderers.add(CharSequence.class, text -> Map.of("text/plain", Text.cut(text.toString())));
        renderers.add(Throwable.class, PlainValues::throwable);
        renderers.add(RenderedImage.class, PlainValues::image);
        renderers.add(Map.class, tables::map);
        renderers.add(Collection.class, values -> tables.collection(values, tables.mostRows()));
        renderers.add(TableValue.class, table -> tables.collection(table.values(), table.mostRows()));
    }

    private static Map<String, Object> throwable(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        String text = Text.cut(trace.toString().strip());
        Map<String, Object> bundle = new LinkedHashMap<>();
        bundle.put(
                "text/html",
                "<details><summary>" + Text.escape(Text.cell(thrown)) + "</summary><pre>" + Text.escape(text)
                        + "</pre></details>");
        bundle.put("text/plain", text);
        return bundle;
    }

    private static Map<String, Object> image(RenderedImage image) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        if (!ImageIO.write(image, "png", png)) {
            return Map.of();
        }
        Map<String, Object> bundle = new LinkedHashMap<>();
        bundle.put("image/png", Base64.getEncoder().encodeToString(png.toByteArray()));
        bundle.put("text/plain", "image, " + image.getWidth() + " × " + image.getHeight());
        return bundle;
    }

    /** A stream is read once: showing its elements would take them from the code that comes after. */
    private static Map<String, Object> stream(BaseStream<?, ?> stream) {
        String kind = stream instanceof IntStream
                ? "IntStream"
                : stream instanceof LongStream
                        ? "LongStream"
                        : stream instanceof DoubleStream ? "DoubleStream" : "Stream";
        String reading = kind.equals("Stream") ? ".toList()" : ".toArray()";
        return Map.of(
                "text/plain",
                (kind.startsWith("Int") ? "an " : "a ") + kind + ", not read: its elements come only once, and "
                        + reading + " shows them");
    }

    private static Map<String, Object> json(JsonValue json) throws ReflectiveOperationException {
        JsonElement tree = json.value() instanceof CharSequence text
                ? JsonParser.parseString(text.toString())
                : Json.tree(JsonForm.of(json.value()));
        Map<String, Object> bundle = new LinkedHashMap<>();
        bundle.put("application/json", Json.value(tree));
        bundle.put("text/plain", Text.cut(Json.indented(tree)));
        return bundle;
    }
}
