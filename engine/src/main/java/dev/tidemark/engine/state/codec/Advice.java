package dev.tidemark.engine.state.codec;

import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.Map;

/** What to write instead of a type that has no codec. */
final class Advice {
    private Advice() {}

    static String on(Class<?> type) {
        if (Map.class.isAssignableFrom(type)) {
            return "write Map<K, V>, which keeps the order of its entries";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "write List<T>, or Set<T>, which keeps the order of its elements";
        }
        if (Date.class.isAssignableFrom(type) || Calendar.class.isAssignableFrom(type)) {
            return "write java.time.Instant";
        }
        if (type == Object.class || type == Number.class || type == Comparable.class || type == CharSequence.class) {
            return "write the exact type, or a sealed interface of records";
        }
        if (type == void.class || type == Void.class) {
            return "a value is needed; use Boolean, or a record without components";
        }
        if (type.isInterface()) {
            return "make it a sealed interface that permits records and enums only, or write the record";
        }
        return "make it a record, or an enum, or keep out of the value what is not data";
    }
}
