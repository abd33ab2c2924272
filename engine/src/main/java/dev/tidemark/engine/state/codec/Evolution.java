package dev.tidemark.engine.state.codec;

import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks a stored shape beside the codec of today and makes the reader from the one to the other. */
final class Evolution {
    /** Readers by codec and shape; what contains itself meets its own, which may not be finished yet. */
    private final IdentityHashMap<Codec<?>, IdentityHashMap<StoredShape, Later<?>>> begun = new IdentityHashMap<>();

    /** Stands for a reader inside itself. */
    private static final class Later<T extends @Nullable Object> implements StoredReader<T> {
        private @Nullable StoredReader<T> target;

        @Override
        public T read(ByteSource in) {
            StoredReader<T> known = target;
            if (known == null) {
                throw new IllegalStateException("a reader is used while it is being made");
            }
            return known.read(in);
        }
    }

    /** The reader of values that are not null. */
    @SuppressWarnings("unchecked") // a reader is kept under the codec of its values
    <T extends @Nullable Object> StoredReader<T> of(Codec<T> now, StoredShape stored) {
        if (stored.text().equals(now.typeName())) {
            return now::read;
        }
        if (!(now instanceof CompositeCodec<T> composite)) {
            return now.reading(stored);
        }
        IdentityHashMap<StoredShape, Later<?>> shapes = begun.computeIfAbsent(now, any -> new IdentityHashMap<>());
        Later<?> known = shapes.get(stored);
        if (known != null) {
            return (StoredReader<T>) known;
        }
        Later<T> later = new Later<>();
        shapes.put(stored, later);
        later.target = composite.evolved(stored, this);
        return later;
    }

    /** The reader of an element, key or value that may be null. */
    @SuppressWarnings({"unchecked", "NullAway"
    }) // the inside of a codec of T is one of T; null where nothing was stored
    <T> StoredReader<@Nullable T> nullable(Codec<@Nullable T> now, StoredShape stored) {
        Codec<T> inside = (Codec<T>) NullableCodec.inside(now);
        StoredReader<T> reader = of(inside, stored);
        boolean room = stored.roomForNull();
        return in -> NullableCodec.there(in, room) ? reader.read(in) : null;
    }

    /** The names to look for in what was stored: today's, then those from before that nothing of today has. */
    static List<String> names(String today, AnnotatedElement declaration, List<String> ofToday) {
        List<String> names = new ArrayList<>();
        names.add(today);
        FormerName former = declaration.getAnnotation(FormerName.class);
        if (former != null) {
            for (String name : former.value()) {
                if (!ofToday.contains(name)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /** Whether a class of today is the one that was stored, under its name or a former one. */
    static boolean same(Class<?> today, StoredShape stored) {
        return names(today.getSimpleName(), today, List.of()).contains(stored.name());
    }
}
