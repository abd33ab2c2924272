package dev.tidemark.engine.determinism;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Windows straight from their definitions, with lists of everything and no timers: what the engine is compared with.
 *
 * <p>An element is taken by a window whose {@code end - 1 + lateness} lies ahead of the watermark; a window fires when the
 * watermark reaches {@code end - 1}, and again for each element after that.
 */
final class NaiveWindows {
    /** A window with what it holds. */
    private record Held(String key, long start, long end, List<Long> values) {}

    private final long size;
    private final long slide;
    private final long lateness;
    private final boolean sessions;
    private final List<Held> open = new ArrayList<>();
    private final Map<String, List<String>> fired = new TreeMap<>();
    private long watermark = Long.MIN_VALUE;
    private int late;

    private NaiveWindows(long size, long slide, long lateness, boolean sessions) {
        this.size = size;
        this.slide = slide;
        this.lateness = lateness;
        this.sessions = sessions;
    }

    static NaiveWindows sliding(long size, long slide, long lateness) {
        return new NaiveWindows(size, slide, lateness, false);
    }

    static NaiveWindows sessions(long gap, long lateness) {
        return new NaiveWindows(gap, gap, lateness, true);
    }

    /** For each key and window what it held at each of its firings; sessions as sets. */
    Map<String, List<String>> fired() {
        return fired;
    }

    int late() {
        return late;
    }

    void element(String key, long value, long timestamp) {
        boolean taken = sessions ? session(key, value, timestamp) : windows(key, value, timestamp);
        if (!taken && timestamp + lateness <= watermark) {
            late++;
        }
    }

    private boolean windows(String key, long value, long timestamp) {
        boolean taken = false;
        long earliest = Math.floorDiv(timestamp - size, slide) * slide;
        for (long start = earliest; start <= timestamp; start += slide) {
            if (timestamp < start + size && start + size - 1 + lateness > watermark) {
                taken = true;
                Held window = find(key, start, start + size);
                window.values().add(value);
                fireIfOver(window);
            }
        }
        return taken;
    }

    private Held find(String key, long start, long end) {
        for (Held window : open) {
            if (window.key().equals(key) && window.start() == start) {
                return window;
            }
        }
        Held window = new Held(key, start, end, new ArrayList<>());
        open.add(window);
        return window;
    }

    private boolean session(String key, long value, long timestamp) {
        long start = timestamp;
        long end = timestamp + size;
        List<Held> met = new ArrayList<>();
        for (Held each : open) {
            if (each.key().equals(key) && each.start() <= timestamp + size && timestamp <= each.end()) {
                met.add(each);
                start = Math.min(start, each.start());
                end = Math.max(end, each.end());
            }
        }
        if (end - 1 + lateness <= watermark) {
            return false;
        }
        Held whole = new Held(key, start, end, new ArrayList<>());
        met.forEach(each -> whole.values().addAll(each.values()));
        whole.values().add(value);
        open.removeAll(met);
        open.add(whole);
        fireIfOver(whole);
        return true;
    }

    private void fireIfOver(Held window) {
        if (window.end() - 1 <= watermark) {
            fire(window);
        }
    }

    private void fire(Held window) {
        List<Long> values = new ArrayList<>(window.values());
        if (sessions) {
            values.sort(null);
        }
        fired.computeIfAbsent(window.key() + " " + window.start() + " " + window.end(), any -> new ArrayList<>())
                .add(values.toString());
    }

    void watermark(long to) {
        if (to <= watermark) {
            return;
        }
        long before = watermark;
        watermark = to;
        open.stream()
                .filter(each -> before < each.end() - 1 && each.end() - 1 <= to)
                .forEach(this::fire);
        open.removeIf(each -> each.end() - 1 + lateness <= to);
    }
}
