package dev.tidemark.engine.state.codec;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads records that were stored with other components: those of then in their order, and those that there were not from their
 * defaults.
 *
 * @param fills where the value of each component of today comes from when it was not stored
 * @param steps what is done with each component of then, in its order
 */
record EvolvedRecord<T>(RecordShape shape, List<MissingComponent> fills, List<Step> steps) implements StoredReader<T> {
    /** Reads one component of then, or steps over it. */
    @FunctionalInterface
    interface Step {
        void read(ByteSource in, @Nullable Object[] values);
    }

    /**
     * The reader.
     *
     * @param codecs of the components of today
     * @throws CodecException if it was another record, or a component cannot be read
     */
    static <T> EvolvedRecord<T> of(Type type, List<Codec<?>> codecs, StoredShape stored, Evolution plan) {
        RecordShape shape = RecordShape.of(type);
        requireSame(shape, stored);
        List<String> today =
                shape.components().stream().map(RecordShape.Component::name).toList();
        List<MissingComponent> fills = new ArrayList<>();
        SortedMap<String, Integer> places = new TreeMap<>();
        for (int i = 0; i < codecs.size(); i++) {
            RecordShape.Component component = shape.components().get(i);
            StoredShape.Field field = stored.field(Evolution.names(component.name(), component.declaration(), today));
            if (field == null) {
                fills.add(MissingComponent.of(shape, component));
            } else {
                places.put(field.name(), i);
            }
        }
        List<Step> steps = new ArrayList<>();
        for (StoredShape.Field field : stored.fields()) {
            Integer place = places.get(field.name());
            steps.add(
                    place == null
                            ? (in, values) -> field.shape().skipInside(in)
                            : step(place, shape.components().get(place), codecs.get(place), field.shape(), plan));
        }
        return new EvolvedRecord<>(shape, fills, steps);
    }

    private static void requireSame(RecordShape shape, StoredShape stored) {
        if (stored.kind() != StoredShape.Kind.RECORD) {
            throw stored.unreadable(shape.raw().getSimpleName());
        }
        if (!Evolution.same(shape.raw(), stored)) {
            throw stored.unreadable(
                    shape.raw().getSimpleName(),
                    "if that is its new name, annotate it with @FormerName(\"" + stored.name() + "\")");
        }
    }

    private static Step step(
            int place, RecordShape.Component component, Codec<?> codec, StoredShape stored, Evolution plan) {
        StoredReader<?> reader = plan.of(codec, stored);
        if (stored.primitive()) {
            return (in, values) -> values[place] = reader.read(in);
        }
        boolean room = stored.roomForNull();
        boolean needed = Types.raw(component.type()).isPrimitive();
        return (in, values) -> {
            if (NullableCodec.there(in, room)) {
                values[place] = reader.read(in);
            } else if (needed) {
                throw new CodecException(
                        stored.path() + " was written as " + stored.text() + " and is null here, but is "
                                + Types.print(component.type()) + " now; keep the type that can be null");
            }
        };
    }

    @Override
    @SuppressWarnings("unchecked") // the shape is that of T
    public T read(ByteSource in) {
        @Nullable Object[] values = new @Nullable Object[shape.components().size()];
        int from = in.position();
        for (Step step : steps) {
            step.read(in, values);
        }
        for (MissingComponent fill : fills) {
            values[fill.index()] = fill.value();
        }
        try {
            return (T) shape.make(values);
        } catch (CodecException e) {
            throw new CodecException(
                    "the constructor of " + shape.raw().getSimpleName() + " refused what was stored at offset " + from
                            + (fills.isEmpty() ? "" : ", with the defaults of " + fills) + ": " + e.getMessage(),
                    e);
        }
    }
}
