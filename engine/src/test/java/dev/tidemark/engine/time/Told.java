package dev.tidemark.engine.time;

import dev.tidemark.engine.element.WatermarkStatus;
import java.util.ArrayList;
import java.util.List;

/** Writes down what is passed on. */
final class Told implements WatermarkMerger.Output {
    private final List<String> told = new ArrayList<>();

    @Override
    public void watermark(long watermark) {
        told.add(Long.toString(watermark));
    }

    @Override
    public void status(WatermarkStatus status) {
        told.add(status.name());
    }

    /** What was passed on since the last call. */
    String since() {
        String since = String.join(" ", told);
        told.clear();
        return since;
    }
}
