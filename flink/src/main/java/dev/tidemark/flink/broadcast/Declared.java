package dev.tidemark.flink.broadcast;

import dev.tidemark.engine.operator.BroadcastSchema;
import dev.tidemark.engine.state.MapStateDescriptor;
import dev.tidemark.flink.type.CodecSerializer;
import dev.tidemark.flink.type.CodecTypeInformation;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** The broadcast states that an operator declares, in the order in which it does. */
public final class Declared implements Serializable {
    private static final long serialVersionUID = 1L;

    /** One state: its types in print, and what writes its keys and values. */
    private record Form(String typeNames, CodecSerializer<Object> key, CodecSerializer<Object> value)
            implements Serializable {}

    private final String operator;
    private final LinkedHashMap<String, Form> forms = new LinkedHashMap<>();

    /** Those of the operator {@code operator}. */
    public Declared(String operator, List<BroadcastSchema> schemas) {
        this.operator = operator;
        for (BroadcastSchema schema : schemas) {
            forms.put(
                    schema.name(),
                    new Form(
                            schema.typeNames(),
                            new CodecSerializer<>(schema.key()),
                            new CodecSerializer<>(schema.value())));
        }
    }

    /** All of them as Flink has to know them. */
    public org.apache.flink.api.common.state.MapStateDescriptor<?, ?>[] toFlink() {
        List<org.apache.flink.api.common.state.MapStateDescriptor<?, ?>> all = new ArrayList<>();
        forms.forEach((name, form) -> all.add(toFlink(name, form)));
        return all.toArray(new org.apache.flink.api.common.state.MapStateDescriptor<?, ?>[0]);
    }

    private static org.apache.flink.api.common.state.MapStateDescriptor<Object, Object> toFlink(
            String name, Form form) {
        return new org.apache.flink.api.common.state.MapStateDescriptor<>(
                name,
                CodecTypeInformation.of(form.key().codec()),
                CodecTypeInformation.of(form.value().codec()));
    }

    /** The form of the state that a user's descriptor names. */
    private Form find(MapStateDescriptor<?, ?> descriptor) {
        Form form = forms.get(descriptor.name());
        if (form == null) {
            throw new IllegalArgumentException("operator '" + operator + "' has no broadcast state '"
                    + descriptor.name() + "'; it has " + forms.keySet()
                    + ": correct the descriptor's name, or declare it in broadcast(…)");
        }
        if (!form.typeNames().equals(descriptor.typeNames())) {
            throw new IllegalArgumentException("broadcast state '" + descriptor.name() + "' of operator '" + operator
                    + "' was declared as " + form.typeNames() + " and is asked for as " + descriptor.typeNames()
                    + "; use one descriptor for both");
        }
        return form;
    }

    /** A state to read. */
    @SuppressWarnings("unchecked") // declared with the same types
    <K, V> BroadcastHandles.Reading<K, V> reading(MapStateDescriptor<K, V> descriptor, Reads from) {
        Form form = find(descriptor);
        return (BroadcastHandles.Reading<K, V>) new BroadcastHandles.Reading<>(
                from.state(toFlink(descriptor.name(), form)), form.key().codec().order());
    }

    /** A state to read and to change. */
    @SuppressWarnings("unchecked") // declared with the same types
    <K, V> BroadcastHandles.Writing<K, V> writing(MapStateDescriptor<K, V> descriptor, Writes from) {
        Form form = find(descriptor);
        return (BroadcastHandles.Writing<K, V>) new BroadcastHandles.Writing<>(
                from.state(toFlink(descriptor.name(), form)), form.key().codec().order());
    }

    /** Where Flink hands out a state to read. */
    @FunctionalInterface
    interface Reads {
        org.apache.flink.api.common.state.ReadOnlyBroadcastState<Object, Object> state(
                org.apache.flink.api.common.state.MapStateDescriptor<Object, Object> descriptor);
    }

    /** Where Flink hands out a state to change. */
    @FunctionalInterface
    interface Writes {
        org.apache.flink.api.common.state.BroadcastState<Object, Object> state(
                org.apache.flink.api.common.state.MapStateDescriptor<Object, Object> descriptor);
    }
}
