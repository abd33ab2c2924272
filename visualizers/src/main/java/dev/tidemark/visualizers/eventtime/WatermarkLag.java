package dev.tidemark.visualizers.eventtime;

import dev.tidemark.visualizers.picture.Chart;
import dev.tidemark.visualizers.vegalite.Channel;
import dev.tidemark.visualizers.vegalite.Field;
import dev.tidemark.visualizers.vegalite.LayerView;
import dev.tidemark.visualizers.vegalite.Mark;
import dev.tidemark.visualizers.vegalite.Rows;
import dev.tidemark.visualizers.vegalite.Spec;
import dev.tidemark.visualizers.vegalite.UnitView;
import java.util.ArrayList;
import java.util.List;

/**
 * How far the watermark was behind processing time. It is shown before and after each advance, so that the lag is seen to grow
 * while the watermark stands still.
 */
public final class WatermarkLag {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 180;
    private static final int TICKS = 7;

    private WatermarkLag() {}

    /** Draws the lag from the first finite watermark until the last thing that happened, or until the end of input. */
    public static Chart of(EventTimeData data) {
        List<Lag> lags = lags(data);
        long most = lags.stream().mapToLong(Lag::lagMillis).max().orElse(0);
        Times.Unit unit = Times.unit(most);
        Rows rows = Rows.from(lags)
                .timeMillis("at", Lag::atMillis)
                .number("lag", lag -> (double) lag.lagMillis() / unit.millis())
                .number("order", Lag::order)
                .rows();
        Span span = Span.of(lags.stream().mapToLong(Lag::atMillis));
        Field x = Field.time("at")
                .domainMillis(span.startMillis(), span.endMillis())
                .title(span.axisTitle("processing time"))
                .format(span.format())
                .ticks(TICKS);
        Field y = Field.number("lag").title("behind (" + unit.name() + ")").unstacked();
        UnitView area = UnitView.of(rows, Mark.area().opacity(0.18).color("#1e8449"))
                .x(x)
                .y(y);
        UnitView line = UnitView.of(rows, Mark.line().strokeWidth(1.6).color("#1e8449"))
                .x(x)
                .y(y)
                .encode(Channel.ORDER, Field.number("order"));
        String summary = lags.isEmpty()
                ? "no watermark yet"
                : "the watermark is at most " + Times.duration(most) + " behind processing time";
        Spec spec = Spec.of(LayerView.of(List.of(area, line)))
                .title(data.title() + " · watermark lag")
                .subtitle(List.of(summary))
                .size(WIDTH, HEIGHT);
        return new Chart(spec, data.title() + ": " + summary);
    }

    private static List<Lag> lags(EventTimeData data) {
        List<Lag> lags = new ArrayList<>();
        WatermarkPoint current = null;
        boolean ended = false;
        for (WatermarkPoint next : data.watermarks()) {
            if (current != null) {
                lags.add(Lag.of(next.processingTimeMillis(), current.watermarkMillis(), lags.size()));
            }
            ended = next.watermarkMillis() > 0 && !Times.isFinite(next.watermarkMillis());
            if (ended) {
                break;
            }
            if (Times.isFinite(next.watermarkMillis())) {
                lags.add(Lag.of(next.processingTimeMillis(), next.watermarkMillis(), lags.size()));
                current = next;
            }
        }
        if (current != null && !ended) {
            long since = current.processingTimeMillis();
            long end = data.drawableEvents().stream()
                    .mapToLong(EventPoint::arrivalMillis)
                    .max()
                    .orElse(since);
            if (end > since) {
                lags.add(Lag.of(end, current.watermarkMillis(), lags.size()));
            }
        }
        return lags;
    }

    private record Lag(long atMillis, long lagMillis, int order) {
        static Lag of(long atMillis, long watermarkMillis, int order) {
            return new Lag(atMillis, atMillis - watermarkMillis, order);
        }
    }
}
