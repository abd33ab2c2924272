package dev.tidemark.engine.state.codec;

import java.lang.reflect.Type;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A codec made of the codecs of parts, among which it may be itself.
 *
 * <p>What depends on all parts (the name, whether anything can change) is found by a walk that stops at a codec that it is
 * already in.
 */
abstract class CompositeCodec<T extends @Nullable Object> implements Codec<T> {
    private final Type type;
    private @Nullable Boolean immutable; // found on first use; a race finds the same answer twice

    CompositeCodec(Type type) {
        this.type = type;
    }

    /** The codecs of the parts, in order. */
    abstract List<Codec<?>> parts();

    /** True when the value itself cannot be changed, whatever its parts allow. */
    abstract boolean frame();

    /** The name, given the names of the parts in order. */
    abstract String describe(List<String> parts);

    /** The reader of what was stored in another shape; readers of parts come from the plan. */
    abstract StoredReader<T> evolved(StoredShape stored, Evolution plan);

    @Override
    public final StoredReader<T> reading(StoredShape stored) {
        return new Evolution().of(this, stored);
    }

    @Override
    public final Type type() {
        return type;
    }

    @Override
    public final boolean immutable() {
        Boolean known = immutable;
        if (known == null) {
            known = immutable(this, identitySet());
            immutable = known;
        }
        return known;
    }

    @Override
    public final String typeName() {
        return name(this, identitySet());
    }

    @Override
    public final String toString() {
        return typeName();
    }

    private static Set<Codec<?>> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private static boolean immutable(Codec<?> codec, Set<Codec<?>> seen) {
        if (!(codec instanceof CompositeCodec<?> composite)) {
            return codec.immutable();
        }
        if (!seen.add(composite)) {
            return true; // answered by the walk that is in it
        }
        return composite.frame() && composite.parts().stream().allMatch(part -> immutable(part, seen));
    }

    private static String name(Codec<?> codec, Set<Codec<?>> open) {
        if (!(codec instanceof CompositeCodec<?> composite)) {
            return codec.typeName();
        }
        if (!open.add(composite)) {
            return Types.print(composite.type);
        }
        List<String> parts =
                composite.parts().stream().map(part -> name(part, open)).toList();
        open.remove(composite);
        return composite.describe(parts);
    }
}
