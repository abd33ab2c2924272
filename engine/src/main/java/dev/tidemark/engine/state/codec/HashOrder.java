package dev.tidemark.engine.state.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows which collections iterate in an order that differs from one JVM run to the next, and gives them a fixed one: that of the
 * bytes of their elements or keys.
 */
public final class HashOrder {
    private static final Set<Class<?>> HASHED = Set.of(
            HashSet.class,
            HashMap.class,
            Hashtable.class,
            WeakHashMap.class,
            IdentityHashMap.class,
            ConcurrentHashMap.class,
            ConcurrentHashMap.newKeySet().getClass());

    private HashOrder() {}

    /** True for HashSet, HashMap and their kin, and for what {@code Set.of}, {@code Map.of} and the like return. */
    public static boolean of(Object collection) {
        Class<?> type = collection.getClass();
        return HASHED.contains(type)
                || (type.getName().startsWith("java.util.ImmutableCollections$") && !(collection instanceof List));
    }

    /** Each form that {@code form} writes for an item, in unsigned lexicographic order. */
    static <T> List<byte[]> sorted(Collection<T> items, ScalarCodec.Writer<T> form) {
        List<byte[]> forms = new ArrayList<>(items.size());
        ByteSink one = new ByteSink();
        for (T item : items) {
            one.reset();
            form.write(item, one);
            forms.add(one.toBytes());
        }
        forms.sort(Arrays::compareUnsigned);
        return forms;
    }
}
