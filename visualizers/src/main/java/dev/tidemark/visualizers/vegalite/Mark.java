package dev.tidemark.visualizers.vegalite;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The shape that is drawn for a row, and how it looks where no column decides it. Lengths are pixels, opacities 0 to 1,
 * colours CSS. Immutable: every method gives a new mark.
 */
public final class Mark {
    private final Map<String, Object> properties;

    private Mark(Map<String, Object> properties) {
        this.properties = Collections.unmodifiableMap(properties);
    }

    private static Mark of(String type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("type", type);
        return new Mark(properties);
    }

    /** A filled symbol. */
    public static Mark point() {
        return of("point").with("filled", true);
    }

    /** A line through the rows, in the order of the {@code ORDER} channel or of x. */
    public static Mark line() {
        return of("line");
    }

    /** A line filled down to the axis. */
    public static Mark area() {
        return of("area");
    }

    /** A bar. */
    public static Mark bar() {
        return of("bar");
    }

    /** A rectangle from (x, y) to (x2, y2). */
    public static Mark rect() {
        return of("rect");
    }

    /** A straight line from (x, y) to (x2, y2), or across the whole picture. */
    public static Mark rule() {
        return of("rule");
    }

    /** A short stroke. */
    public static Mark tick() {
        return of("tick");
    }

    /** Words. */
    public static Mark text() {
        return of("text");
    }

    /** The colour, of fill or stroke as the mark has it. */
    public Mark color(String css) {
        return with("color", css);
    }

    /** The colour of the outline. */
    public Mark stroke(String css) {
        return with("stroke", css);
    }

    /** How opaque the whole mark is. */
    public Mark opacity(double opacity) {
        return with("opacity", opacity);
    }

    /** How opaque the inside is. */
    public Mark fillOpacity(double opacity) {
        return with("fillOpacity", opacity);
    }

    /** How opaque the outline is. */
    public Mark strokeOpacity(double opacity) {
        return with("strokeOpacity", opacity);
    }

    /** How thick lines and outlines are. */
    public Mark strokeWidth(double pixels) {
        return with("strokeWidth", pixels);
    }

    /** Dashes instead of a solid line. */
    public Mark dashed() {
        return with("strokeDash", List.of(4, 4));
    }

    /** The area of a symbol in square pixels, or the height of a tick. */
    public Mark size(double size) {
        return with("size", size);
    }

    /** How high a bar is within its band. */
    public Mark height(double pixels) {
        return with("height", pixels);
    }

    /** How round the corners of a bar are. */
    public Mark cornerRadius(double pixels) {
        return with("cornerRadius", pixels);
    }

    /** The symbol of a point, such as {@code diamond} or {@code triangle-down}. */
    public Mark shape(String vegaShape) {
        return with("shape", vegaShape);
    }

    /** How a line or an area goes from point to point. */
    public Mark interpolate(Interpolation interpolation) {
        return with("interpolate", interpolation.key());
    }

    /** Cuts the mark off where the axes end. */
    public Mark clipped() {
        return with("clip", true);
    }

    /** Moves words to the right of their place. */
    public Mark dx(double pixels) {
        return with("dx", pixels);
    }

    /** Moves words below their place; above it if negative. */
    public Mark dy(double pixels) {
        return with("dy", pixels);
    }

    /** Moves a symbol below its place; above it if negative. */
    public Mark yOffset(double pixels) {
        return with("yOffset", pixels);
    }

    /** {@code left}, {@code center} or {@code right}. */
    public Mark align(String align) {
        return with("align", align);
    }

    /** Which line of the words stands at their place: {@code top}, {@code middle}, {@code bottom} or {@code alphabetic}. */
    public Mark baseline(String baseline) {
        return with("baseline", baseline);
    }

    /** How large words are. */
    public Mark fontSize(double pixels) {
        return with("fontSize", pixels);
    }

    /** Heavy words. */
    public Mark bold() {
        return with("fontWeight", "bold");
    }

    private Mark with(String name, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(properties);
        copy.put(name, value);
        return new Mark(copy);
    }

    Map<String, Object> tree() {
        return properties;
    }
}
