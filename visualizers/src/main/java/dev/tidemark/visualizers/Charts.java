package dev.tidemark.visualizers;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Trace;
import dev.tidemark.timetravel.RecordedRun;
import dev.tidemark.visualizers.eventtime.DelayHistogram;
import dev.tidemark.visualizers.eventtime.EventTimeData;
import dev.tidemark.visualizers.eventtime.EventTimePlane;
import dev.tidemark.visualizers.eventtime.WatermarkLag;
import dev.tidemark.visualizers.eventtime.WindowGantt;
import dev.tidemark.visualizers.history.RunHistory;
import dev.tidemark.visualizers.history.Views;
import dev.tidemark.visualizers.picture.Chart;
import dev.tidemark.visualizers.picture.Picture;
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

    /** The events of a trace: when they happened and when they arrive. */
    public static Chart eventTimePlane(Trace<?> trace) {
        return eventTimePlane(RunHistory.of(trace));
    }

    /** How long the events of a trace are under way. */
    public static Chart delays(Trace<?> trace) {
        return delays(RunHistory.of(trace));
    }

    /** A run up to where it stands, seen from its first window operator. */
    public static Chart eventTimePlane(RecordedRun run) {
        return eventTimePlane(RunHistory.of(run));
    }

    /** A run up to where it stands, seen from this operator. */
    public static Chart eventTimePlane(RecordedRun run, String operator) {
        return eventTimePlane(RunHistory.of(run, operator));
    }

    /** How long the events of a run were under way. */
    public static Chart delays(RecordedRun run) {
        return delays(RunHistory.of(run));
    }

    /** How far the watermark of a run's first window operator was behind processing time. */
    public static Chart watermarkLag(RecordedRun run) {
        return watermarkLag(RunHistory.of(run));
    }

    /** The windows of these keys of a run, or of the first three. */
    public static Chart windows(RecordedRun run, String... keys) {
        return windows(RunHistory.of(run), keys);
    }

    /** A pipeline as a graph of its operators. */
    public static Picture graph(Pipeline pipeline) {
        return Views.graph(pipeline.build());
    }

    /** A run's pipeline as a graph, with the watermark of each operator. */
    public static Picture graph(RecordedRun run) {
        return Views.graph(run);
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
