package dev.tidemark.engine.state.codec;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A type of collections or maps besides the plain List, Set and Map, with what it asks of its elements or keys and what a value is
 * read back as.
 *
 * @param type the type as it is said
 * @param asks what the elements, or the keys, must be
 */
record CollectionKind(Class<?> type, Asks asks) {
    /** What the elements of a collection, or the keys of a map, must be. */
    enum Asks {
        NOTHING,
        NATURAL_ORDER,
        ENUM
    }

    /** The plain map. */
    static final CollectionKind MAP = new CollectionKind(Map.class, Asks.NOTHING);

    private static final List<CollectionKind> COLLECTIONS = List.of(
            new CollectionKind(Collection.class, Asks.NOTHING),
            new CollectionKind(Queue.class, Asks.NOTHING),
            new CollectionKind(Deque.class, Asks.NOTHING),
            new CollectionKind(LinkedList.class, Asks.NOTHING),
            new CollectionKind(ArrayDeque.class, Asks.NOTHING),
            new CollectionKind(SortedSet.class, Asks.NATURAL_ORDER),
            new CollectionKind(NavigableSet.class, Asks.NATURAL_ORDER),
            new CollectionKind(TreeSet.class, Asks.NATURAL_ORDER),
            new CollectionKind(EnumSet.class, Asks.ENUM));

    private static final List<CollectionKind> MAPS = List.of(
            MAP,
            new CollectionKind(LinkedHashMap.class, Asks.NOTHING),
            new CollectionKind(SortedMap.class, Asks.NATURAL_ORDER),
            new CollectionKind(NavigableMap.class, Asks.NATURAL_ORDER),
            new CollectionKind(TreeMap.class, Asks.NATURAL_ORDER),
            new CollectionKind(EnumMap.class, Asks.ENUM));

    /** The kind of a collection type; empty for any other type, List and Set among them. */
    static Optional<CollectionKind> ofCollection(Class<?> type) {
        return COLLECTIONS.stream().filter(kind -> kind.type == type).findFirst();
    }

    /** The kind of a map type; empty for any other type. */
    static Optional<CollectionKind> ofMap(Class<?> type) {
        return MAPS.stream().filter(kind -> kind.type == type).findFirst();
    }

    /** What to write instead, when the elements or keys are not what they must be; null if they are. */
    @Nullable
    String refusal(Class<?> element) {
        if (asks == Asks.ENUM && !element.isEnum()) {
            return "its elements or keys must be an enum";
        }
        if (asks == Asks.NATURAL_ORDER && !Comparable.class.isAssignableFrom(element)) {
            return element.getSimpleName() + " has no natural order; make it Comparable, or write List, Set or Map";
        }
        return null;
    }

    /** An empty collection, as which values of this type are read. */
    @SuppressWarnings({"unchecked", "rawtypes", "JdkObsolete"}) // a linked list takes null and is equal by its elements
    <E> Collection<E> empty(int size, Class<?> element) {
        if (asks == Asks.ENUM) {
            return (Collection<E>) EnumSet.noneOf((Class) element);
        }
        if (asks == Asks.NATURAL_ORDER) {
            return (Collection<E>) new TreeSet<Object>();
        }
        if (type == Collection.class) {
            return new ArrayList<>(size);
        }
        return type == ArrayDeque.class ? new ArrayDeque<>(size) : new LinkedList<>();
    }

    /** An empty map, as which values of this type are read. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // the keys are what the kind asks
    <K, V> Map<K, V> emptyMap(int size, Class<?> key) {
        if (asks == Asks.ENUM) {
            return (Map<K, V>) new EnumMap(key);
        }
        if (asks == Asks.NATURAL_ORDER) {
            return (Map<K, V>) new TreeMap<Object, V>();
        }
        return new LinkedHashMap<>((int) (size / 0.75) + 1);
    }
}
