package dev.tidemark.visualizers;

import dev.tidemark.visualizers.eventtime.DelayHistogram;
import dev.tidemark.visualizers.eventtime.EventTimeData;
import dev.tidemark.visualizers.eventtime.EventTimePlane;
import dev.tidemark.visualizers.eventtime.WatermarkLag;
import dev.tidemark.visualizers.eventtime.WindowGantt;
import dev.tidemark.visualizers.picture.Chart;
import dev.tidemark.visualizers.render.StillRenderer;
import dev.tidemark.visualizers.vegalite.Spec;
import java.util.concurrent.CompletableFuture;

/** The charts there are, one method each; a cell shows the result. */
public final class Charts {
    private Charts() {}

    /** Event time across, processing time upwards: the watermark's curve, panes, late and dropped events. */
    public static Chart eventTimePlane(EventTimeData data) {
        return EventTimePlane.of(data);
    }

    /** How long events were under way, and how many of them were late or dropped. */
    public static Chart delays(EventTimeData data) {
        return DelayHistogram.of(data);
    }

    /** How far the watermark was behind processing time. */
    public static Chart watermarkLag(EventTimeData data) {
        return WatermarkLag.of(data);
    }

    /**
     * The windows of these keys, or of the first three if none is named, over processing time.
     *
     * @throws IllegalArgumentException if no pane has such a key; the message lists those there are
     */
    public static Chart windows(EventTimeData data, String... keys) {
        return WindowGantt.of(data, keys);
    }

    /** A specification of your own as a chart. */
    public static Chart of(Spec spec) {
        return Chart.of(spec);
    }

    /** Starts the engine that draws still pictures, in the background; otherwise the first chart waits for it. */
    public static CompletableFuture<Void> warmUp() {
        return StillRenderer.shared().warmUp();
    }
}
