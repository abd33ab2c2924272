package dev.tidemark.engine.state.codec;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stored shape is what values were made of when they were written: their {@link Codec#typeName} of then, taken apart.
 *
 * <p>Every state in a checkpoint carries that name, once. From it and the types of today {@link Codec#reading} makes a codec that
 * reads the old bytes. A shape needs none of the classes of then.
 */
public final class StoredShape {
    /** Stands behind the name of a type whose values are stored with the time when they were touched last. */
    public static final String TIMED = " with a time to live";

    private static final Set<String> SEQUENCES =
            Set.of("List", "ArrayList", "LinkedList", "Collection", "Queue", "Deque", "ArrayDeque");
    private static final Set<String> SETS =
            Set.of("Set", "LinkedHashSet", "SortedSet", "NavigableSet", "TreeSet", "EnumSet");
    private static final Set<String> MAPS =
            Set.of("Map", "LinkedHashMap", "SortedMap", "NavigableMap", "TreeMap", "EnumMap");

    /** What a shape is. */
    public enum Kind {
        /** A name, with arguments or without: a number, a list, a map. */
        PLAIN,
        /** Components by name. */
        RECORD,
        /** Constants by name. */
        ENUM,
        /** One of several variants. */
        SEALED,
        /** Elements that may be null; an array of primitives is plain. */
        ARRAY,
        /** A value or null. */
        NULLABLE,
        /** With the time when it was touched last. */
        TIMED
    }

    /** A component of a record that was. */
    public record Field(String name, StoredShape shape) {}

    private final Kind kind;
    private final String path;
    private final String name;
    private String text = "";
    private String head = "";
    private List<StoredShape> parts = List.of();
    private List<Field> fields = List.of();
    private List<String> constants = List.of();

    /**
     * A shape whose parts are still to come.
     *
     * @param name the class without package and arguments; empty for what has none
     */
    StoredShape(Kind kind, String path, String name) {
        this.kind = kind;
        this.path = path;
        this.name = name;
    }

    /**
     * The shape that a type name says.
     *
     * @throws CodecException if it is not the name of any codec's type
     */
    public static StoredShape parse(String typeName) {
        return new ShapeParser(typeName).shape();
    }

    void text(String written) {
        text = written;
    }

    void head(String written) {
        head = written;
    }

    void parts(List<StoredShape> given) {
        parts = List.copyOf(given);
    }

    void fields(List<Field> given) {
        fields = List.copyOf(given);
    }

    void constants(List<String> given) {
        constants = List.copyOf(given);
    }

    /** The constants of an enum that was, by name. */
    public List<String> constants() {
        return constants;
    }

    /** Where it stands in the whole: {@code Quake.place.where}. */
    String path() {
        return path;
    }

    /** What it is. */
    public Kind kind() {
        return kind;
    }

    /** The class without package and arguments: {@code Quake}, {@code List}; empty for what has none. */
    public String name() {
        return name;
    }

    /** The name of a record or sealed interface with its arguments: {@code Pair<String, Long>}. */
    public String head() {
        return head;
    }

    /** Whether it is a list, a queue or another collection in an order of its own. */
    public boolean isSequence() {
        return kind == Kind.PLAIN && SEQUENCES.contains(name);
    }

    /** Whether it is a set. */
    public boolean isSet() {
        return kind == Kind.PLAIN && SETS.contains(name);
    }

    /** Whether it is a map. */
    public boolean isMap() {
        return kind == Kind.PLAIN && MAPS.contains(name);
    }

    /** The type as it was written. */
    public String text() {
        return text;
    }

    /** The components of a record, in order; empty for anything else. */
    public List<Field> fields() {
        return fields;
    }

    /** The variants of a sealed interface, the arguments of a plain type, or what is in an array or may be null. */
    public List<StoredShape> parts() {
        return parts;
    }

    /** The component of one of these names; null if there was none. */
    @Nullable
    Field field(List<String> names) {
        return names.stream()
                .flatMap(each -> fields.stream().filter(field -> field.name().equals(each)))
                .findFirst()
                .orElse(null);
    }

    /**
     * The shape of an argument, of what is in an array, or of what has a time to live.
     *
     * @param nowName how the type is called that this is to be read as, for the error
     * @throws CodecException if there are fewer
     */
    public StoredShape part(int index, String nowName) {
        if (index >= parts.size()) {
            throw unreadable(nowName);
        }
        return parts.get(index);
    }

    /** Whether this is a plain type of the given name. */
    public boolean named(String plain) {
        return kind == Kind.PLAIN && name.equals(plain);
    }

    /** Whether it was written with the time when it was touched last. */
    public boolean timed() {
        return kind == Kind.TIMED;
    }

    /** Whether values are read as those of a collection of that name are: both are sequences, both sets, or both maps. */
    boolean kin(String collection) {
        return kind == Kind.PLAIN
                && (name.equals(collection)
                        || both(SEQUENCES, collection)
                        || both(SETS, collection)
                        || both(MAPS, collection));
    }

    private boolean both(Set<String> names, String collection) {
        return names.contains(name) && names.contains(collection);
    }

    /** The error for a shape that cannot be read as a type of today. */
    public CodecException unreadable(String nowName) {
        return unreadable(nowName, "give it its former type, or another name, which begins without what was stored");
    }

    CodecException unreadable(String nowName, String advice) {
        return new CodecException(
                path + " was written as " + text + " and cannot be read as " + nowName + "; " + advice);
    }

    /** Steps over one value, which today has no place. */
    void skip(ByteSource in) {
        switch (kind) {
            case RECORD -> fields.forEach(field -> field.shape().skipInside(in));
            case ENUM -> constant(in);
            case SEALED -> skipVariant(in);
            case ARRAY -> skipElements(in);
            case NULLABLE -> skipNullable(in);
            case TIMED -> {
                in.readVarLong();
                parts.get(0).skip(in);
            }
            case PLAIN -> skipPlain(in);
        }
    }

    /** Steps over a component or element: a primitive, or what may be null. */
    void skipInside(ByteSource in) {
        if (primitive()) {
            skip(in);
        } else {
            skipNullable(in);
        }
    }

    private void skipNullable(ByteSource in) {
        StoredShape value = kind == Kind.NULLABLE ? parts.get(0) : this;
        if (NullableCodec.there(in, value.roomForNull())) {
            value.skip(in);
        }
    }

    private void skipVariant(ByteSource in) {
        parts.get(variant(in)).skip(in);
    }

    /** The place of the variant that comes next. */
    int variant(ByteSource in) {
        return in.readPlace(parts);
    }

    /** The name of the constant that comes next. */
    String constant(ByteSource in) {
        return constants.get(in.readPlace(constants));
    }

    private void skipElements(ByteSource in) {
        int size = in.readSize();
        for (int left = Math.abs(size); left > 0; left--) {
            if (size < 0) {
                parts.get(0).skipNullable(in);
            } else {
                parts.get(0).skip(in);
            }
        }
    }

    private void skipEntries(ByteSource in) {
        for (int left = in.readLength(); left > 0; left--) {
            parts.get(0).skipNullable(in);
            parts.get(1).skipNullable(in);
        }
    }

    private void skipPlain(ByteSource in) {
        if (parts.isEmpty()) {
            Scalars.named(name)
                    .orElseThrow(() -> unreadable("nothing", "keep the component"))
                    .read(in);
        } else if (name.equals("Optional")) {
            if (in.readBoolean()) {
                parts.get(0).skip(in);
            }
        } else if (isMap()) {
            skipEntries(in);
        } else {
            skipElements(in);
        }
    }

    /** Whether no value begins with the byte for null; as {@link Codec#roomForNull}. */
    boolean roomForNull() {
        return switch (kind) {
            case ENUM, SEALED, ARRAY -> true;
            case RECORD, TIMED -> false;
            case NULLABLE -> parts.get(0).roomForNull();
            case PLAIN ->
                isSequence()
                        || isSet()
                        || isMap()
                        || named("Optional")
                        || Scalars.named(name).map(Codec::roomForNull).orElse(false);
        };
    }

    /** Whether it was a primitive, which stands in a record without the byte for null. */
    public boolean primitive() {
        return kind == Kind.PLAIN && Widening.PRIMITIVES.contains(name);
    }

    @Override
    public String toString() {
        return text;
    }
}
