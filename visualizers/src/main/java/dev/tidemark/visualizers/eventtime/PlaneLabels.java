package dev.tidemark.visualizers.eventtime;

import dev.tidemark.visualizers.eventtime.PlaneBoxes.Box;
import java.util.ArrayList;
import java.util.List;

/**
 * The values written into the plane: those of each window's first and last firing, where there is room. Where the two would
 * stand on each other they become one, {@code 57 → 67}.
 */
final class PlaneLabels {
    private static final double CHARACTER_PIXELS = 6.2;
    private static final double LINE_PIXELS = 14;

    private PlaneLabels() {}

    /** Words above a point of the plane, and the width of the window that they stand in. */
    record Label(long eventTimeMillis, long processingTimeMillis, String words, double roomPixels) {
        boolean fits() {
            return words.length() * CHARACTER_PIXELS <= roomPixels;
        }
    }

    static List<Label> of(List<Box> boxes, Span across, Span upwards, int width, int height) {
        List<Label> labels = new ArrayList<>();
        for (Box box : boxes) {
            Label label = label(box, across, width);
            if (box.firings() == 1) {
                labels.add(label);
            } else if (box.isLast()) {
                Label first = labels.get(labels.size() - 1);
                double apart = (double) (label.processingTimeMillis() - first.processingTimeMillis())
                        / upwards.lengthMillis()
                        * height;
                if (apart < LINE_PIXELS) {
                    labels.set(labels.size() - 1, merged(first, label));
                } else {
                    labels.add(label);
                }
            }
        }
        labels.removeIf(label -> label.words().isEmpty() || !label.fits());
        return labels;
    }

    private static Label label(Box box, Span across, int width) {
        long from = across.clamp(box.pane().windowStartMillis());
        long to = across.clamp(box.pane().windowEndMillis());
        double room = (double) (to - from) / across.lengthMillis() * width;
        return new Label(from + (to - from) / 2, box.pane().firedAtMillis(), box.label(), room);
    }

    private static Label merged(Label first, Label last) {
        Label both = new Label(
                last.eventTimeMillis(),
                last.processingTimeMillis(),
                first.words() + " → " + last.words(),
                last.roomPixels());
        return first.words().equals(last.words()) || !both.fits() ? last : both;
    }
}
