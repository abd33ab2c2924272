package dev.tidemark.engine.checkpoint.untyped;

import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.CodecException;
import dev.tidemark.engine.state.codec.Codecs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a codec of what {@link Codec#typeName()} says of another, so that bytes can be read, changed and written without classes.
 *
 * <p>Law: it writes what it has read as the same bytes. Records come as {@link RecordValue}, enum constants as {@link EnumValue},
 * arrays as lists, what has a time to live as a {@code Stamped} with {@code value} and {@code since}; everything else as what it is.
 * Where a record or an enum's constant is written, one of its own class will do too.
 */
public final class TypeText {
    private static final String TIME_TO_LIVE = " with a time to live";

    private static final List<String> MAPS =
            List.of("Map", "LinkedHashMap", "SortedMap", "NavigableMap", "TreeMap", "EnumMap");

    private final String text;
    private final Map<String, OpenForm> open = new LinkedHashMap<>();
    private int at;

    private TypeText(String text) {
        this.text = text;
    }

    /**
     * The codec of the described type.
     *
     * @throws CodecException if the text describes a type that has a form of its own, or none
     */
    public static Codec<Object> codec(String text) {
        TypeText parser = new TypeText(text);
        Codec<Object> codec = parser.type();
        if (parser.at < text.length()) {
            throw parser.unknown();
        }
        return codec;
    }

    /** Whether a value, or one that it holds, stands for one whose class is not there: its hash is not that value's. */
    public static boolean untyped(@Nullable Object value) {
        if (value instanceof Collection<?> items) {
            return items.stream().anyMatch(TypeText::untyped);
        }
        if (value instanceof Map<?, ?> map) {
            return untyped(map.keySet()) || untyped(map.values());
        }
        return value instanceof RecordValue
                || value instanceof EnumValue
                || (value instanceof Optional<?> optional
                        && optional.filter(TypeText::untyped).isPresent());
    }

    private CodecException unknown() {
        return new CodecException("'" + text.substring(Math.min(at, text.length())) + "' in the type '" + text
                + "' has a form that can't be read without its class; give the class");
    }

    private Codec<Object> type() {
        int from = at;
        Codec<Object> type = named();
        while (true) {
            if (skip("[]")) {
                type = new RepeatedForm(text.substring(from, at), inside(type), false);
            } else if (skip(TIME_TO_LIVE)) {
                type = new TimedForm("Stamped", text.substring(from, at), "since", type);
            } else {
                return type;
            }
        }
    }

    /** How a part is written: a primitive plain, anything else as nullable. */
    private static Codec<Object> inside(Codec<Object> type) {
        return JdkTypes.primitive(type.typeName()) ? type : nullable(type);
    }

    @SuppressWarnings("NullAway") // a nullable codec reads null; who holds it takes that
    private static Codec<Object> nullable(Codec<Object> type) {
        return Codecs.nullable(type);
    }

    private Codec<Object> named() {
        int from = at;
        String plain = identifier();
        int close = next('<') ? closing(at) : at - 1;
        char behind = close + 1 < text.length() ? text.charAt(close + 1) : ' ';
        String whole = text.substring(from, close + 1);
        if (behind == '(' || behind == '{') {
            at = close + 1;
            return behind == '(' ? record(whole, from) : sealed(whole, from);
        }
        OpenForm self = open.get(whole);
        if (self != null) {
            at = close + 1;
            return self;
        }
        if (next('<')) {
            return generic(plain, from);
        }
        if (next('[') && behind == '[' && !text.startsWith("[]", at)) {
            return constants(plain, from);
        }
        Codec<Object> jdk = JdkTypes.codec(plain);
        if (jdk == null) {
            at = from;
            throw unknown();
        }
        return jdk;
    }

    private Codec<Object> record(String name, int from) {
        OpenForm self = new OpenForm(name);
        @Nullable OpenForm outer = open.put(name, self);
        Map<String, Codec<Object>> components = new LinkedHashMap<>();
        expect("(");
        while (!next(')')) {
            String component = identifier();
            expect(": ");
            components.put(component, inside(type()));
            separator(", ", ')');
        }
        expect(")");
        close(name, outer);
        RecordForm form = new RecordForm(name, text.substring(from, at), components);
        self.is(form);
        return form;
    }

    private Codec<Object> sealed(String name, int from) {
        OpenForm self = new OpenForm(name);
        @Nullable OpenForm outer = open.put(name, self);
        Map<String, Codec<Object>> variants = new LinkedHashMap<>();
        expect("{");
        while (!next('}')) {
            int begin = at;
            String variant = identifier();
            at = begin;
            variants.put(variant, type());
            separator(" | ", '}');
        }
        expect("}");
        close(name, outer);
        SealedForm form = new SealedForm(text.substring(from, at), variants);
        self.is(form);
        return form;
    }

    private void close(String name, @Nullable OpenForm outer) {
        if (outer == null) {
            open.remove(name);
        } else {
            open.put(name, outer);
        }
    }

    private Codec<Object> constants(String name, int from) {
        List<String> constants = new ArrayList<>();
        expect("[");
        while (!next(']')) {
            constants.add(identifier());
            separator(", ", ']');
        }
        expect("]");
        return new EnumForm(name, text.substring(from, at), constants);
    }

    private Codec<Object> generic(String name, int from) {
        List<Codec<Object>> arguments = new ArrayList<>();
        expect("<");
        while (!next('>')) {
            arguments.add(type());
            separator(", ", '>');
        }
        expect(">");
        String whole = text.substring(from, at);
        if (arguments.size() == 2 && MAPS.contains(name)) {
            return new JdkForm(whole, Map.class, Codecs.map(arguments.get(0), arguments.get(1)));
        }
        Codec<Object> read = arguments.size() == 1 ? holding(name, whole, arguments.get(0)) : null;
        if (read == null) {
            at = from;
            throw unknown();
        }
        return read;
    }

    private static @Nullable Codec<Object> holding(String name, String whole, Codec<Object> inside) {
        return switch (name) {
            case "List", "ArrayList", "LinkedList", "Collection", "Queue", "Deque", "ArrayDeque" ->
                new RepeatedForm(whole, nullable(inside), false);
            case "Set", "LinkedHashSet", "SortedSet", "NavigableSet", "TreeSet", "EnumSet" ->
                new RepeatedForm(whole, nullable(inside), true);
            case "Optional" -> new OptionalForm(whole, inside);
            case "Timestamped" -> new TimedForm(name, whole, "timestamp", inside);
            default -> null;
        };
    }

    // ---- characters

    private String identifier() {
        int from = at;
        while (at < text.length() && (Character.isJavaIdentifierPart(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        if (at == from) {
            throw unknown();
        }
        return text.substring(from, at);
    }

    private boolean next(char wanted) {
        return at < text.length() && text.charAt(at) == wanted;
    }

    private boolean skip(String wanted) {
        boolean there = text.startsWith(wanted, at);
        at += there ? wanted.length() : 0;
        return there;
    }

    private void expect(String wanted) {
        if (!skip(wanted)) {
            throw unknown();
        }
    }

    /** Between parts, unless the end comes. */
    private void separator(String between, char end) {
        if (!next(end)) {
            expect(between);
        }
    }

    /** Where the bracket closes that opens at {@code from}. */
    private int closing(int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            depth += text.charAt(i) == '<' ? 1 : text.charAt(i) == '>' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw unknown();
    }
}
