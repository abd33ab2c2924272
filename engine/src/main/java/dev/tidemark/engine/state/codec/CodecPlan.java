package dev.tidemark.engine.state.codec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Walks a type once and makes the codec of it and of all that it is made of. */
final class CodecPlan {
    private static final int DEEPEST = 200;
    private static final int MOST_COMPONENTS = 100; // a method handle takes 255 arguments, a long counts as two

    /** Codecs of records and sealed interfaces by type; for one that is still being made, what stands for it. */
    private final Map<Type, Codec<?>> made = new HashMap<>();

    Codec<?> codec(Type type) {
        Type resolved = Types.resolve(type, Map.of());
        return codec(resolved, new TypePath(resolved));
    }

    private Codec<?> codec(Type type, TypePath path) {
        if (path.depth() > DEEPEST) {
            throw path.refuse(
                    type, "the type grows without end; write it without a type argument that contains itself");
        }
        Class<?> raw = Types.raw(type);
        if (type instanceof TypeVariable<?> || (type instanceof Class<?> && raw.getTypeParameters().length > 0)) {
            throw path.open(type);
        }
        Codec<?> known = made.get(type);
        if (known != null) {
            return known;
        }
        Optional<Codec<?>> simple = Scalars.of(raw).or(() -> ArrayCodecs.of(raw));
        if (simple.isPresent()) {
            return simple.get();
        }
        if (raw.isArray()) {
            return array(type, path);
        }
        if (type instanceof ParameterizedType generic) {
            Optional<Codec<?>> collection = collection(generic, raw, path);
            if (collection.isPresent()) {
                return collection.get();
            }
        }
        if (raw.isEnum()) {
            return new EnumCodec<>(raw);
        }
        if (raw.isRecord() || (raw.isSealed() && raw.isInterface())) {
            LaterCodec<?> later = new LaterCodec<>(type);
            made.put(type, later);
            Codec<?> codec = raw.isRecord() ? record(type, path) : sealed(type, path);
            later.is(codec);
            made.put(type, codec);
            return codec;
        }
        throw path.refuse(type, Advice.on(raw));
    }

    private Codec<?> array(Type type, TypePath path) {
        return new ObjectArrayCodec<>(type, codec(Types.element(type), path.then("[]")));
    }

    private Optional<Codec<?>> collection(ParameterizedType type, Class<?> raw, TypePath path) {
        Type[] arguments = type.getActualTypeArguments();
        if (raw == List.class || raw == ArrayList.class) {
            return Optional.of(new ListCodec<>(raw, codec(arguments[0], path.then("[]"))));
        }
        if (raw == Set.class || raw == LinkedHashSet.class) {
            return Optional.of(new SetCodec<>(raw, codec(arguments[0], path.then("[]"))));
        }
        if (raw == Optional.class) {
            return Optional.of(new OptionalCodec<>(codec(arguments[0], path.then("?"))));
        }
        Optional<CollectionKind> collection = CollectionKind.ofCollection(raw);
        if (collection.isPresent()) {
            Codec<?> element = codec(arguments[0], path.then("[]"));
            requireFit(collection.get(), type, path);
            return Optional.of(new CollectionCodec<>(collection.get(), element));
        }
        Optional<CollectionKind> map = CollectionKind.ofMap(raw);
        if (map.isPresent()) {
            Codec<?> key = codec(arguments[0], path.then("{key}"));
            requireFit(map.get(), type, path);
            return Optional.of(new MapCodec<>(map.get(), key, codec(arguments[1], path.then("{value}"))));
        }
        return Optional.empty();
    }

    private static void requireFit(CollectionKind kind, ParameterizedType type, TypePath path) {
        String refusal = kind.refusal(Types.raw(type.getActualTypeArguments()[0]));
        if (refusal != null) {
            throw path.refuse(type, refusal);
        }
    }

    private Codec<?> record(Type type, TypePath path) {
        List<RecordCodec.Component> components = new ArrayList<>();
        if (Types.raw(type).getRecordComponents().length > MOST_COMPONENTS) {
            throw path.refuse(type, "it has more than " + MOST_COMPONENTS + " components; split it into records");
        }
        for (RecordShape.Component part : RecordShape.of(type).components()) {
            Codec<?> codec = codec(part.type(), path.then("." + part.name()));
            components.add(new RecordCodec.Component(part.name(), codec));
        }
        return new RecordCodec<>(type, components);
    }

    private Codec<?> sealed(Type type, TypePath path) {
        Map<Class<?>, Codec<?>> variants = new LinkedHashMap<>();
        Map<String, Class<?>> names = new HashMap<>();
        for (Type leaf : Types.permitted(type)) {
            Class<?> permitted = Types.raw(leaf);
            TypePath leafPath = path.then("|" + permitted.getSimpleName());
            if (!permitted.isRecord() && !permitted.isEnum()) {
                throw leafPath.refuse(
                        leaf, "make it a record or an enum, as all that a sealed interface permits must be");
            }
            Class<?> same = names.put(permitted.getSimpleName(), permitted);
            if (same != null) {
                throw path.refuse(
                        type,
                        "rename " + same.getName() + " or " + permitted.getName()
                                + ", since values are written under the simple name of their class");
            }
            variants.put(permitted, codec(leaf, leafPath));
        }
        return new SealedCodec<>(type, variants);
    }
}
