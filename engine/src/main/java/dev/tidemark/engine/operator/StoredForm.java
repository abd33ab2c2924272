package dev.tidemark.engine.operator;

import dev.tidemark.engine.operator.Stamped.StampedCodec;
import dev.tidemark.engine.state.Expiring;
import dev.tidemark.engine.state.Lifetime;
import dev.tidemark.engine.state.StateTtl;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.Codecs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a kind of state is stored: one value, a list or a map, with times to live and without.
 *
 * @param <P> what is stored without
 * @param <S> what is stored with
 */
interface StoredForm<P, S> {
    Codec<P> plain();

    Codec<S> stamped();

    S stamp(P plain, long since);

    P unstamp(S stamped);

    Object shown(S stamped, StateTtl ttl, long now);

    /** The lifetime of a state whose values live for ever. */
    default Lifetime<P> forEver() {
        return new ForEver<>(this);
    }

    /** The lifetime of a state whose values expire. */
    default Lifetime<S> limited(StateTtl ttl) {
        return new Limited<>(this, ttl);
    }

    private static <T> Expiring<T> shown(Stamped<T> one, StateTtl ttl, long now) {
        return new Expiring<>(one.value(), ttl.expiresAt(one.since()), ttl.expired(one.since(), now));
    }

    /** See {@link #forEver}. */
    record ForEver<P, S>(StoredForm<P, S> form) implements Lifetime<P> {
        @Override
        public @Nullable StateTtl ttl() {
            return null;
        }

        @Override
        public Codec<?> other() {
            return form.stamped();
        }

        @Override
        @SuppressWarnings("unchecked") // read by the codec of what has a time to live
        public P takeOver(Object other, long now) {
            return form.unstamp((S) other);
        }

        @Override
        public Object shown(P stored, long now) {
            return form.plain().copy(stored);
        }
    }

    /** See {@link #limited}. */
    record Limited<P, S>(StoredForm<P, S> form, StateTtl ttl) implements Lifetime<S> {
        @Override
        public Codec<?> other() {
            return form.plain();
        }

        @Override
        @SuppressWarnings("unchecked") // read by the codec of what has none
        public S takeOver(Object other, long now) {
            return form.stamp((P) other, now);
        }

        @Override
        public Object shown(S stored, long now) {
            return form.shown(form.stamped().copy(stored), ttl, now);
        }
    }

    /** One value. */
    record One<T>(Codec<T> plain) implements StoredForm<T, Stamped<T>> {
        @Override
        public Codec<Stamped<T>> stamped() {
            return new StampedCodec<>(plain);
        }

        @Override
        public Stamped<T> stamp(T value, long since) {
            return new Stamped<>(value, since);
        }

        @Override
        public T unstamp(Stamped<T> stamped) {
            return stamped.value();
        }

        @Override
        public Object shown(Stamped<T> stamped, StateTtl ttl, long now) {
            return StoredForm.shown(stamped, ttl, now);
        }
    }

    /** A list, each element of which expires by itself. */
    record Many<T>(Codec<T> element) implements StoredForm<List<T>, List<Stamped<T>>> {
        @Override
        public Codec<List<T>> plain() {
            return Codecs.list(element);
        }

        @Override
        public Codec<List<Stamped<T>>> stamped() {
            return Codecs.list(new StampedCodec<>(element));
        }

        @Override
        public List<Stamped<T>> stamp(List<T> plain, long since) {
            List<Stamped<T>> stamped = new ArrayList<>(plain.size());
            plain.forEach(each -> stamped.add(new Stamped<>(each, since)));
            return stamped;
        }

        @Override
        public List<T> unstamp(List<Stamped<T>> stamped) {
            List<T> plain = new ArrayList<>(stamped.size());
            stamped.forEach(each -> plain.add(each.value()));
            return plain;
        }

        @Override
        public Object shown(List<Stamped<T>> stamped, StateTtl ttl, long now) {
            return stamped.stream()
                    .map(each -> StoredForm.shown(each, ttl, now))
                    .toList();
        }
    }

    /** A map, each entry of which expires by itself. */
    record ByKey<K, V>(Codec<K> keys, Codec<V> values) implements StoredForm<TreeMap<K, V>, TreeMap<K, Stamped<V>>> {
        @Override
        public Codec<TreeMap<K, V>> plain() {
            return new SortedMapCodec<>(keys, Codecs.map(keys, values));
        }

        @Override
        public Codec<TreeMap<K, Stamped<V>>> stamped() {
            return new SortedMapCodec<>(keys, Codecs.map(keys, new StampedCodec<>(values)));
        }

        @Override
        public TreeMap<K, Stamped<V>> stamp(TreeMap<K, V> plain, long since) {
            TreeMap<K, Stamped<V>> stamped = new TreeMap<>(keys.order());
            plain.forEach((key, value) -> stamped.put(key, new Stamped<>(value, since)));
            return stamped;
        }

        @Override
        public TreeMap<K, V> unstamp(TreeMap<K, Stamped<V>> stamped) {
            TreeMap<K, V> plain = new TreeMap<>(keys.order());
            stamped.forEach((key, value) -> plain.put(key, value.value()));
            return plain;
        }

        @Override
        public Object shown(TreeMap<K, Stamped<V>> stamped, StateTtl ttl, long now) {
            Map<K, Expiring<V>> shown = new LinkedHashMap<>();
            stamped.forEach((key, value) -> shown.put(key, StoredForm.shown(value, ttl, now)));
            return shown;
        }
    }
}
