package dev.tidemark.engine.state.codec;

import dev.tidemark.engine.state.codec.StoredShape.Field;
import dev.tidemark.engine.state.codec.StoredShape.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link Codec#typeName} prints.
 *
 * <pre>{@code
 * shape    = core { "?" | "[]" | " with a time to live" }
 * core     = name [ "<" shape { ", " shape } ">" ] [ fields | constants | variants ]
 * fields   = "(" [ name ": " shape { ", " name ": " shape } ] ")"
 * constants = "[" name { ", " name } "]"
 * variants = "{" shape { " | " shape } "}"
 * }</pre>
 *
 * <p>A record or sealed interface inside itself is printed as its name alone, which stands for the one around it.
 */
final class ShapeParser {
    private final String text;
    private final SortedMap<String, StoredShape> open = new TreeMap<>();
    private int next;

    ShapeParser(String text) {
        this.text = text;
    }

    /** The shape that the whole text is. */
    StoredShape shape() {
        StoredShape shape = shape("");
        if (next < text.length()) {
            throw broken("nothing more");
        }
        return shape;
    }

    private StoredShape shape(String path) {
        int from = next;
        StoredShape shape = core(path);
        while (true) {
            if (skip("[]")) {
                shape = shape.primitive()
                        ? finished(new StoredShape(Kind.PLAIN, shape.path(), shape.name() + "[]"), from)
                        : around(Kind.ARRAY, shape, from);
            } else if (skip("?")) {
                shape = around(Kind.NULLABLE, shape, from);
            } else if (skip(StoredShape.TIMED)) {
                shape = around(Kind.TIMED, shape, from);
            } else {
                return shape;
            }
        }
    }

    private StoredShape around(Kind kind, StoredShape inside, int from) {
        StoredShape shape = new StoredShape(kind, inside.path(), "");
        shape.parts(List.of(inside));
        return finished(shape, from);
    }

    private StoredShape finished(StoredShape shape, int from) {
        shape.text(text.substring(from, next));
        return shape;
    }

    private StoredShape core(String given) {
        int from = next;
        String name = name();
        String path = given.isEmpty() ? name : given;
        List<StoredShape> arguments = arguments(name, path);
        String head = text.substring(from, next);
        if (skip("(")) {
            return record(new StoredShape(Kind.RECORD, path, name), head, from);
        }
        if (skip("{")) {
            return sealed(new StoredShape(Kind.SEALED, path, name), head, from);
        }
        if (text.startsWith("[", next) && !text.startsWith("[]", next)) {
            next++;
            return constants(new StoredShape(Kind.ENUM, path, name), from);
        }
        StoredShape around = open.get(head);
        if (around == null) {
            StoredShape plain = new StoredShape(Kind.PLAIN, path, name);
            plain.parts(arguments);
            return finished(plain, from);
        }
        if (Scalars.named(head).isPresent()) {
            throw new CodecException(
                    path + " was written as " + head + ", which is a type of the user's and one of Java's;"
                            + " what is stored cannot be told apart: read it with the types of then");
        }
        return around;
    }

    private List<StoredShape> arguments(String name, String path) {
        List<StoredShape> arguments = new ArrayList<>();
        if (skip("<")) {
            do {
                arguments.add(shape(path + step(name, arguments.size())));
            } while (skip(", "));
            expect(">");
        }
        return arguments;
    }

    private static String step(String name, int index) {
        if (name.equals("Optional")) {
            return "?";
        }
        return name.endsWith("Map") ? index == 0 ? "{key}" : "{value}" : "[]";
    }

    private StoredShape record(StoredShape record, String head, int from) {
        record.head(head);
        StoredShape outer = open.put(head, record);
        List<Field> fields = new ArrayList<>();
        while (!skip(")")) {
            if (!fields.isEmpty()) {
                expect(", ");
            }
            String component = name();
            expect(": ");
            fields.add(new Field(component, shape(record.path() + "." + component)));
        }
        record.fields(fields);
        close(head, outer);
        return finished(record, from);
    }

    private StoredShape sealed(StoredShape sealed, String head, int from) {
        sealed.head(head);
        StoredShape outer = open.put(head, sealed);
        List<StoredShape> variants = new ArrayList<>();
        while (!skip("}")) {
            if (!variants.isEmpty()) {
                expect(" | ");
            }
            variants.add(shape(""));
        }
        sealed.parts(variants);
        close(head, outer);
        return finished(sealed, from);
    }

    private void close(String head, @Nullable StoredShape outer) {
        if (outer == null) {
            open.remove(head);
        } else {
            open.put(head, outer);
        }
    }

    private StoredShape constants(StoredShape shape, int from) {
        List<String> constants = new ArrayList<>();
        do {
            constants.add(name());
        } while (skip(", "));
        expect("]");
        shape.constants(constants);
        return finished(shape, from);
    }

    private String name() {
        int from = next;
        while (next < text.length()
                && (Character.isJavaIdentifierPart(text.charAt(next)) || text.charAt(next) == '.')) {
            next++;
        }
        if (from == next) {
            throw broken("a name");
        }
        return text.substring(from, next);
    }

    private boolean skip(String expected) {
        boolean there = text.startsWith(expected, next);
        next += there ? expected.length() : 0;
        return there;
    }

    private void expect(String expected) {
        if (!skip(expected)) {
            throw broken("'" + expected + "'");
        }
    }

    private CodecException broken(String wanted) {
        return new CodecException("'" + text + "' is no type as codecs print it: at offset " + next + " stands '"
                + text.substring(next) + "', where " + wanted + " must be");
    }
}
