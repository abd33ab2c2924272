package dev.tidemark.engine.state.checked;

import dev.tidemark.engine.state.codec.CodecException;
import dev.tidemark.engine.state.codec.RoundTrip;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A watch knows which objects one subtask has sent, stored or read lately, and finds those that were changed behind the engine's back.
 *
 * <p>Of what was sent and stored it remembers the last {@value #MOST}; what was read from state until the element or timer is done.
 * Values that nothing can change are not remembered.
 */
public final class Watch {
    private static final int MOST = 32;

    private final Deque<Seen<?>> gone = new ArrayDeque<>();
    private final List<Seen<?>> lent = new ArrayList<>();

    /**
     * An object and its bytes of then.
     *
     * @param place the state and where in it; null for what was sent
     */
    private record Seen<T>(@Nullable Object place, String what, String advice, RoundTrip<T> trip, T value, Form then) {
        void requireUnchanged() {
            String where = trip.changed(value, then.bytes());
            if (where != null) {
                throw new CodecException(where + " was changed after it was " + what + "; " + advice);
            }
        }
    }

    /** Bytes, never compared. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Form(byte[] bytes) {}

    /** A value is sent; returns what arrives. */
    <T> T sent(RoundTrip<T> trip, String to, T value) {
        return let(trip, null, "sent to '" + to + "'", "send a copy, or a record that cannot change", value);
    }

    /** A value is stored; returns what is to be kept. */
    <T> T stored(RoundTrip<T> trip, Object place, String state, T value) {
        lent.removeIf(seen -> place.equals(seen.place()));
        return let(trip, place, "stored in state '" + state + "'", "store a copy, or update the state again", value);
    }

    private <T> T let(RoundTrip<T> trip, @Nullable Object place, String what, String advice, T value) {
        byte[] bytes = trip.bytes(value);
        T back = trip.back(value, bytes);
        if (!trip.immutable()) {
            forget(value, place);
            gone.addLast(new Seen<>(place, what, advice, trip, value, new Form(bytes)));
            if (gone.size() > MOST) {
                gone.removeFirst();
            }
        }
        return back;
    }

    /** An object that goes out again must be as it was, unless it replaces itself. */
    private void forget(Object value, @Nullable Object place) {
        for (Iterator<Seen<?>> all = gone.iterator(); all.hasNext(); ) {
            Seen<?> seen = all.next();
            if (seen.value() == value) {
                if (place == null || !place.equals(seen.place())) {
                    seen.requireUnchanged();
                }
                all.remove();
            }
        }
    }

    /** A value is read from state; returns what the reader gets. */
    <T> T lent(RoundTrip<T> trip, Object place, String state, T value) {
        byte[] bytes = trip.bytes(value);
        T given = trip.back(value, bytes);
        if (!trip.immutable()) {
            String what = "read from state '" + state + "'";
            lent.add(new Seen<>(
                    place, what, "update the state with it, or change a copy", trip, given, new Form(bytes)));
        }
        return given;
    }

    /** What was at that place is removed. */
    void removed(Object place) {
        lent.removeIf(seen -> place.equals(seen.place()));
    }

    /**
     * An element or a timer is done.
     *
     * @throws CodecException if an object was changed since it was sent, stored or read
     */
    public void check() {
        if (gone.isEmpty() && lent.isEmpty()) {
            return;
        }
        gone.forEach(Seen::requireUnchanged);
        lent.forEach(Seen::requireUnchanged);
        lent.clear();
    }

    /** Forgets everything, since the operator begins again. */
    public void clear() {
        gone.clear();
        lent.clear();
    }
}
