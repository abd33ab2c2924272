package dev.tidemark.engine.window;

import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.evictor.Evictor;
import dev.tidemark.engine.evictor.Timestamped;
import dev.tidemark.engine.evictor.TimestampedCodec;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.Codecs;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Elements one by one with their times, from which an evictor drops some when the window fires.
 *
 * <p>Source: Flink's {@code EvictingWindowOperator}: evict, show, evict, and what is left is the window.
 */
final class EvictedContents implements Contents<List<Timestamped<Object>>> {
    private final Contents<Object> afterwards;
    private final Evictor<Object, Window> evictor;
    private final Codec<List<Timestamped<Object>>> codec;

    /** {@code afterwards} makes of the elements that stay what the window's function sees. */
    EvictedContents(Contents<Object> afterwards, Codec<Object> element, Evictor<Object, Window> evictor) {
        this.afterwards = afterwards;
        this.evictor = evictor;
        this.codec = Codecs.list(new TimestampedCodec<>(element));
    }

    @Override
    public List<Timestamped<Object>> add(@Nullable List<Timestamped<Object>> before, Object value) {
        return add(before, value, Event.NO_TIMESTAMP);
    }

    @Override
    public List<Timestamped<Object>> add(@Nullable List<Timestamped<Object>> before, Object value, long timestamp) {
        List<Timestamped<Object>> list = before == null ? new ArrayList<>() : before;
        list.add(new Timestamped<>(value, timestamp));
        return list;
    }

    @Override
    public List<Timestamped<Object>> merge(List<Timestamped<Object>> earlier, List<Timestamped<Object>> later) {
        List<Timestamped<Object>> both = new ArrayList<>(earlier);
        both.addAll(later);
        return both;
    }

    /** The elements that are held, whatever the evictor will drop. */
    @Override
    public List<Object> elements(List<Timestamped<Object>> contents) {
        return contents.stream().<Object>map(Timestamped::value).toList();
    }

    @Override
    public List<@Nullable Object> ofNothing() {
        return afterwards.ofNothing();
    }

    @Override
    public Codec<List<Timestamped<Object>>> codec() {
        return codec;
    }

    @Override
    public @Nullable List<Timestamped<Object>> fire(
            List<Timestamped<Object>> contents, Window window, Evictor.Context context, Shown shown) throws Exception {
        List<Timestamped<Object>> left = new ArrayList<>(contents);
        Held held = new Held(left);
        evictor.evictBefore(held, window, context);
        shown.to(afterwards(left));
        evictor.evictAfter(held, window, context);
        return left.size() == contents.size() ? contents : left.isEmpty() ? null : left;
    }

    private List<Object> afterwards(List<Timestamped<Object>> left) {
        Object kept = null;
        for (Timestamped<Object> each : left) {
            kept = afterwards.add(kept, each.value());
        }
        return kept == null ? afterwards.ofNothing() : afterwards.elements(kept);
    }

    /** A list from which elements can only be removed. */
    private record Held(List<Timestamped<Object>> list) implements Evictor.Elements<Object> {
        @Override
        public int size() {
            return list.size();
        }

        @Override
        public Iterator<Timestamped<Object>> iterator() {
            return list.iterator();
        }

        @Override
        public void removeFirst(long count) {
            list.subList(0, (int) Math.min(Math.max(count, 0), list.size())).clear();
        }

        @Override
        public void removeIf(Predicate<? super Timestamped<Object>> gone) {
            list.removeIf(gone);
        }
    }
}
