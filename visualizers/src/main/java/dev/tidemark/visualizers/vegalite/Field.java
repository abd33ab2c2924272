package dev.tidemark.visualizers.vegalite;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column as a channel uses it: its kind, its title, and its scale, axis and legend.
 * Settings that a channel does not have (the axis of a colour, the legend of an x) are left out there, so that one field can
 * serve several channels. Immutable: every method gives a new field.
 */
public final class Field {
    private final @Nullable String column;
    private final String type;
    private final Map<String, @Nullable Object> definition;
    private final Map<String, Object> scale;
    private final @Nullable Map<String, Object> guide;
    private final @Nullable String format;

    private Field(
            @Nullable String column,
            String type,
            Map<String, @Nullable Object> definition,
            Map<String, Object> scale,
            @Nullable Map<String, Object> guide,
            @Nullable String format) {
        this.column = column;
        this.type = type;
        this.definition = definition;
        this.scale = scale;
        this.guide = guide;
        this.format = format;
    }

    private static Field of(@Nullable String column, String type) {
        return new Field(column, type, Map.of(), Map.of(), Map.of(), null);
    }

    /** A column of times, on a UTC scale that ends where the data end. */
    public static Field time(String column) {
        return of(column, "temporal").scale("type", "utc").scale("nice", false);
    }

    /** A column of numbers. */
    public static Field number(String column) {
        return of(column, "quantitative");
    }

    /** A column of names without an order. */
    public static Field category(String column) {
        return of(column, "nominal");
    }

    /** A column of names or numbers in an order, each with a band of its own. */
    public static Field ordered(String column) {
        return of(column, "ordinal");
    }

    /** How many rows there are: no column, but a count. */
    public static Field count() {
        return of(null, "quantitative").with("aggregate", "count");
    }

    /** What axis, legend or tooltip call the field. */
    public Field title(String title) {
        return with("title", title);
    }

    /** Neither axis nor legend says what the field is. */
    public Field untitled() {
        return with("title", null);
    }

    /** A d3 format; of a time field, a d3 time format, read as UTC. */
    public Field format(String d3) {
        return new Field(column, type, definition, scale, guide, d3);
    }

    /** The values that the scale spans or knows, in this order. */
    public Field domain(Object... values) {
        return scale("domain", List.copyOf(Arrays.asList(values)));
    }

    /** The times that the scale spans, in epoch milliseconds. */
    public Field domainMillis(long start, long end) {
        return domain(start, end);
    }

    /** The times that the scale spans. */
    public Field domain(Instant start, Instant end) {
        return domainMillis(start.toEpochMilli(), end.toEpochMilli());
    }

    /** What the values of the domain look like: colours, shapes. */
    public Field range(Object... looks) {
        return scale("range", List.copyOf(Arrays.asList(looks)));
    }

    /** One of Vega's colour schemes, such as {@code viridis}. */
    public Field scheme(String vegaScheme) {
        return scale("scheme", vegaScheme);
    }

    /** A scale of logarithms that also knows zero. */
    public Field symlog() {
        return scale("type", "symlog");
    }

    /** Puts the rows into bins of this width. */
    public Field bin(double step) {
        return with("bin", Map.of("step", step));
    }

    /** Draws marks that share a place over each other instead of on each other. */
    public Field unstacked() {
        return with("stack", null);
    }

    /** Orders the bands as these values stand. */
    public Field sort(List<String> values) {
        return with("sort", List.copyOf(values));
    }

    /** Keeps the rows' own order instead of the alphabet's. */
    public Field unsorted() {
        return with("sort", null);
    }

    /** About how many ticks the axis has. */
    public Field ticks(int about) {
        return guide("tickCount", about);
    }

    /** No tick stands between whole numbers, as counts want it. */
    public Field wholeTicks() {
        return guide("tickMinStep", 1);
    }

    /** The place of the legend, such as {@code bottom}; no meaning for an axis. */
    public Field orient(String place) {
        return guide("orient", place);
    }

    /** Turns the labels of the axis. */
    public Field labelAngle(int degrees) {
        return guide("labelAngle", degrees);
    }

    /** How long a label may be before it is cut; 0 for no limit. */
    public Field labelLimit(int pixels) {
        return guide("labelLimit", pixels);
    }

    /** Writes every label of the axis, also where they touch. */
    public Field allLabels() {
        return guide("labelOverlap", false);
    }

    /** How opaque the symbols of the legend are, 0 to 1. */
    public Field symbolOpacity(double opacity) {
        return guide("symbolOpacity", opacity);
    }

    /** Draws no grid lines. */
    public Field noGrid() {
        return guide("grid", false);
    }

    /** Draws neither axis nor legend. */
    public Field hidden() {
        return new Field(column, type, definition, scale, null, format);
    }

    @Nullable
    String column() {
        return column;
    }

    /** True if the mark stands for many rows. */
    boolean gathers() {
        return definition.containsKey("aggregate") || definition.containsKey("bin");
    }

    /** The field as this channel writes it. */
    Map<String, @Nullable Object> tree(Channel channel) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        if (column != null) {
            tree.put("field", escaped(column));
        }
        if (channel.isSecondary()) {
            return tree;
        }
        tree.put("type", type);
        tree.putAll(definition);
        if (channel.hasScale() && !scale.isEmpty()) {
            tree.put("scale", scale);
        }
        if (channel.hasAxis() || channel.hasLegend()) {
            guideInto(tree, channel);
        }
        if (channel.isWords() && format != null) {
            tree.put("format", format);
            if (type.equals("temporal")) {
                tree.put("formatType", "utcFormat");
            }
        }
        return tree;
    }

    private void guideInto(Map<String, @Nullable Object> tree, Channel channel) {
        String name = channel.hasAxis() ? "axis" : "legend";
        if (guide == null) {
            tree.put(name, null);
            return;
        }
        Map<String, Object> settings = new LinkedHashMap<>(guide);
        if (format != null) {
            settings.put("format", format);
        }
        settings.keySet().retainAll(channel.hasAxis() ? AXIS_SETTINGS : LEGEND_SETTINGS);
        if (!settings.isEmpty()) {
            tree.put(name, Collections.unmodifiableMap(settings));
        }
    }

    private static final List<String> AXIS_SETTINGS =
            List.of("tickCount", "labelAngle", "labelLimit", "labelOverlap", "tickMinStep", "grid", "format");
    private static final List<String> LEGEND_SETTINGS =
            List.of("tickCount", "orient", "labelLimit", "symbolOpacity", "format");

    /** Vega reads dots and brackets in a field's name as a path; a column's name is only a name. */
    private static String escaped(String column) {
        return column.replaceAll("([\\\\.\\[\\]])", "\\\\$1");
    }

    private Field with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(definition);
        copy.put(name, value);
        return new Field(column, type, copy, scale, guide, format);
    }

    private Field scale(String name, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(scale);
        copy.put(name, value);
        return new Field(column, type, definition, copy, guide, format);
    }

    private Field guide(String name, Object value) {
        Map<String, Object> copy = guide == null ? new LinkedHashMap<>() : new LinkedHashMap<>(guide);
        copy.put(name, value);
        return new Field(column, type, definition, scale, copy, format);
    }
}
