package dev.tidemark.visualizers.eventtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The boxes of the plane. Panes of several keys that share their window and their firing are one box; a box stands on the one
 * that its window fired before, the first one on the first event that its window holds.
 */
final class PlaneBoxes {
    private static final int MOST_VALUES = 5;
    private static final int LONGEST_VALUE = 24;

    private PlaneBoxes() {}

    /**
     * One box.
     *
     * @param fromMillis the processing time at its foot
     * @param firings how many times its window has fired, this one included
     * @param isLast whether its window does not fire again
     */
    record Box(PaneBox pane, int keys, String value, long fromMillis, int firings, boolean isLast) {
        String tooltipValue() {
            return keys == 1 && !pane.key().isEmpty() ? pane.key() + " = " + value : value;
        }

        String label() {
            return keys == 1 ? shortened(value) : keys + " keys";
        }
    }

    static List<Box> of(EventTimeData data) {
        Map<Window, List<List<PaneBox>>> firings = new LinkedHashMap<>();
        for (PaneBox pane : data.panes()) {
            List<List<PaneBox>> ofWindow = firings.computeIfAbsent(
                    new Window(pane.windowStartMillis(), pane.windowEndMillis()), window -> new ArrayList<>());
            List<PaneBox> last = ofWindow.isEmpty() ? List.of() : ofWindow.get(ofWindow.size() - 1);
            if (!last.isEmpty() && isSameFiring(last.get(0), pane)) {
                last.add(pane);
            } else {
                ofWindow.add(new ArrayList<>(List.of(pane)));
            }
        }
        List<Box> boxes = new ArrayList<>();
        firings.forEach((window, ofWindow) -> {
            long foot = firstArrival(data, ofWindow.get(0).get(0));
            for (int i = 0; i < ofWindow.size(); i++) {
                List<PaneBox> panes = ofWindow.get(i);
                boxes.add(box(panes, foot, i + 1, i == ofWindow.size() - 1));
                foot = panes.get(0).firedAtMillis();
            }
        });
        return boxes;
    }

    static String shortened(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE - 1) + "…";
    }

    private static Box box(List<PaneBox> panes, long foot, int firings, boolean isLast) {
        PaneBox first = panes.get(0);
        String values = panes.size() == 1
                ? first.value()
                : panes.stream()
                                .limit(MOST_VALUES)
                                .map(pane -> pane.key() + " = " + shortened(pane.value()))
                                .collect(Collectors.joining(", "))
                        + (panes.size() > MOST_VALUES ? ", …" : "");
        return new Box(first, panes.size(), values, foot, firings, isLast);
    }

    private static boolean isSameFiring(PaneBox one, PaneBox other) {
        return one.firedAtMillis() == other.firedAtMillis()
                && one.timing() == other.timing()
                && !one.key().equals(other.key());
    }

    private static long firstArrival(EventTimeData data, PaneBox pane) {
        return data.events().stream()
                .filter(event -> event.status() != EventStatus.DROPPED && pane.covers(event.eventTimeMillis()))
                .mapToLong(EventPoint::arrivalMillis)
                .filter(arrival -> arrival <= pane.firedAtMillis())
                .min()
                .orElse(Math.min(pane.firedAtMillis(), Math.max(pane.windowStartMillis(), -Long.MAX_VALUE)));
    }

    private record Window(long startMillis, long endMillis) {}
}
