package dev.tidemark.engine.operator;

import dev.tidemark.engine.state.StateTtl;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Says at each access what has expired, and what that access does to it.
 *
 * <p>Source: Flink's {@code AbstractTtlDecorator}.
 */
record TtlClock(StateTtl ttl, LongSupplier now) {
    boolean expired(Stamped<?> stored) {
        return ttl.expired(stored.since(), now.getAsLong());
    }

    <T> Stamped<T> stamp(T value) {
        return new Stamped<>(value, now.getAsLong());
    }

    boolean readRefreshes() {
        return ttl.update() == StateTtl.Update.ON_READ_AND_WRITE;
    }

    boolean showsExpired() {
        return ttl.visibility() == StateTtl.Visibility.RETURN_EXPIRED_IF_NOT_CLEANED_UP;
    }

    /** What a read gives: an expired value is removed, and a live one may live anew. */
    <T> @Nullable T read(@Nullable Stamped<T> stored, Consumer<Stamped<T>> update, Runnable remove) {
        if (stored == null) {
            return null;
        }
        if (expired(stored)) {
            remove.run();
            return showsExpired() ? stored.value() : null;
        }
        if (readRefreshes()) {
            update.accept(stamp(stored.value()));
        }
        return stored.value();
    }

    /** What a write goes on from: nothing of what has expired, unless it may still be seen. */
    <T> @Nullable T before(@Nullable Stamped<T> stored) {
        return stored == null || (expired(stored) && !showsExpired()) ? null : stored.value();
    }
}
