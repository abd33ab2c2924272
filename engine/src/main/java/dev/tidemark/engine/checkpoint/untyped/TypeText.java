package dev.tidemark.engine.checkpoint.untyped;

import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.CodecException;
import dev.tidemark.engine.state.codec.Codecs;
import dev.tidemark.engine.state.codec.StoredShape;
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
    private final String text;
    private final Map<StoredShape, OpenForm> open = new LinkedHashMap<>();

    private TypeText(String text) {
        this.text = text;
    }

    /**
     * The codec of the described type.
     *
     * @throws CodecException if the text describes a type that has a form of its own, or none
     */
    public static Codec<Object> codec(String text) {
        TypeText types = new TypeText(text);
        return types.codec(types.shape());
    }

    private StoredShape shape() {
        try {
            return StoredShape.parse(text);
        } catch (CodecException notAsCodecsPrint) {
            throw unknown(text);
        }
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

    private CodecException unknown(String part) {
        return new CodecException("'" + text.substring(text.indexOf(part)) + "' in the type '" + text
                + "' has a form that can't be read without its class; give the class");
    }

    private Codec<Object> codec(StoredShape shape) {
        return switch (shape.kind()) {
            case PLAIN -> plain(shape);
            case RECORD, SEALED -> named(shape);
            case ENUM -> new EnumForm(shape.name(), shape.text(), shape.constants());
            case ARRAY -> repeated(shape, only(shape), false);
            case NULLABLE -> inside(shape);
            case TIMED -> new TimedForm("Stamped", shape.text(), "since", codec(only(shape)));
        };
    }

    private static StoredShape only(StoredShape shape) {
        return shape.parts().get(0);
    }

    private Codec<Object> repeated(StoredShape shape, StoredShape part, boolean set) {
        StoredShape there = part.kind() == StoredShape.Kind.NULLABLE ? only(part) : part;
        boolean empty =
                there.kind() == StoredShape.Kind.RECORD && there.fields().isEmpty();
        Codec<Object> plain = codec(there);
        return new RepeatedForm(shape.text(), plain, nullable(plain), empty, set);
    }

    /** How a part is written: a primitive plain, anything else as nullable. */
    private Codec<Object> inside(StoredShape shape) {
        if (shape.primitive()) {
            return codec(shape);
        }
        return nullable(codec(shape.kind() == StoredShape.Kind.NULLABLE ? only(shape) : shape));
    }

    @SuppressWarnings("NullAway") // a nullable codec reads null; who holds it takes that
    private static Codec<Object> nullable(Codec<Object> type) {
        return Codecs.nullable(type);
    }

    /** A record or a sealed interface, which may stand inside itself. */
    private Codec<Object> named(StoredShape shape) {
        OpenForm known = open.get(shape);
        if (known != null) {
            return known;
        }
        OpenForm self = new OpenForm(shape.head(), shape.kind() == StoredShape.Kind.SEALED);
        open.put(shape, self);
        Map<String, Codec<Object>> inside = new LinkedHashMap<>();
        shape.fields().forEach(field -> inside.put(field.name(), inside(field.shape())));
        boolean record = shape.kind() == StoredShape.Kind.RECORD;
        if (!record) {
            shape.parts().forEach(variant -> inside.put(variant.name(), codec(variant)));
        }
        open.remove(shape);
        Codec<Object> form =
                record ? new RecordForm(shape.head(), shape.text(), inside) : new SealedForm(shape.text(), inside);
        self.is(form);
        return form;
    }

    private Codec<Object> plain(StoredShape shape) {
        List<StoredShape> arguments = shape.parts();
        Codec<Object> read =
                switch (arguments.size()) {
                    case 0 -> withoutParts(shape);
                    case 1 -> holding(shape, arguments.get(0));
                    default ->
                        shape.isMap()
                                ? new JdkForm(
                                        shape.text(),
                                        Map.class,
                                        Codecs.map(codec(arguments.get(0)), codec(arguments.get(1))))
                                : null;
                };
        if (read == null) {
            throw unknown(shape.text());
        }
        return read;
    }

    private static @Nullable Codec<Object> withoutParts(StoredShape shape) {
        if (!shape.name().endsWith("[]")) {
            return JdkTypes.codec(shape.name());
        }
        Codec<Object> element =
                JdkTypes.codec(shape.name().substring(0, shape.name().length() - 2));
        return element == null ? null : new PrimitivesForm(shape.text(), element);
    }

    private @Nullable Codec<Object> holding(StoredShape shape, StoredShape part) {
        if (shape.isSequence() || shape.isSet()) {
            return repeated(shape, part, shape.isSet());
        }
        return switch (shape.name()) {
            case "Optional" -> new OptionalForm(shape.text(), codec(part));
            case "Timestamped" -> new TimedForm(shape.name(), shape.text(), "timestamp", codec(part));
            default -> null;
        };
    }
}
