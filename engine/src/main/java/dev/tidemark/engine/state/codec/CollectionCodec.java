package dev.tidemark.engine.state.codec;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SortedSet;
import java.util.concurrent.PriorityBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * A collection of a {@link CollectionKind}: its {@link Elements}, in the order of iteration; one in hash order is
 * written in the order of its elements' bytes.
 */
final class CollectionCodec<E> extends CompositeCodec<Collection<@Nullable E>> {
    private final CollectionKind kind;
    private final Elements<E> elements;
    private final Elements.Reader<E> reader;

    CollectionCodec(CollectionKind kind, Codec<E> element) {
        super(new GenericType(kind.type(), List.of(element.type())));
        this.kind = kind;
        this.elements = new Elements<>(element);
        this.reader = elements.reader();
    }

    @Override
    public void write(Collection<@Nullable E> items, ByteSink out) {
        requireWritable(items);
        elements.write(items, out);
    }

    /** What would come back as another value is refused. */
    private void requireWritable(Collection<@Nullable E> items) {
        if (items instanceof SortedSet<?> sorted && !naturallyOrdered(sorted.comparator())) {
            throw new CodecException("a " + this + " with a comparator of its own cannot be written, since a comparator"
                    + " has no bytes; use the natural order, or write List<"
                    + Types.print(elements.plain().type()) + ">");
        }
        if (items instanceof PriorityQueue<?> || items instanceof PriorityBlockingQueue<?>) {
            throw new CodecException(
                    "a " + this + " that is a " + items.getClass().getSimpleName()
                            + " cannot be written, since it would come back as one in the order of arrival; write SortedSet<"
                            + Types.print(elements.plain().type()) + ">, or a List");
        }
    }

    /** Whether the comparator of a sorted collection is that of the elements themselves. */
    static boolean naturallyOrdered(@Nullable Comparator<?> comparator) {
        return comparator == null || comparator.equals(Comparator.naturalOrder());
    }

    @Override
    public Collection<@Nullable E> read(ByteSource in) {
        return read(in, reader);
    }

    private Collection<@Nullable E> read(ByteSource in, Elements.Reader<E> from) {
        int size = in.readSize();
        Collection<@Nullable E> items =
                kind.empty(Math.abs(size), Types.raw(elements.plain().type()));
        from.read(size, in, item -> add(item, items));
        return items;
    }

    private void add(@Nullable E item, Collection<@Nullable E> items) {
        try {
            items.add(item);
        } catch (NullPointerException e) {
            throw new CodecException(
                    "a " + this + " cannot hold null; the bytes are damaged or were written for another type", e);
        }
    }

    @Override
    public boolean roomForNull() {
        return true;
    }

    @Override
    StoredReader<Collection<@Nullable E>> evolved(StoredShape stored, Evolution plan) {
        if (!stored.kin(kind.type().getSimpleName())) {
            throw stored.unreadable(typeName());
        }
        Elements.Reader<E> then = elements.reader(stored.part(0, typeName()), plan);
        return in -> read(in, then);
    }

    @Override
    List<Codec<?>> parts() {
        return List.of(elements.plain());
    }

    @Override
    boolean frame() {
        return false;
    }

    @Override
    String describe(List<String> parts) {
        return Types.print(kind.type()) + "<" + parts.get(0) + ">";
    }
}
