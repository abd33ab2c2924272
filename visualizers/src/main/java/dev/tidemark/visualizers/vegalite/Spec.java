package dev.tidemark.visualizers.vegalite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole Vega-Lite 5 specification: a view with its titles and its size, data included. Immutable; the
 * same content prints as the same JSON, byte for byte.
 *
 * @param view what is drawn
 * @param title the headline, empty for none
 * @param subtitle lines under the headline
 * @param width the width of the axes' inside in pixels
 * @param height the height of the axes' inside in pixels, or of each band if {@code heightPerBand}
 * @param heightPerBand whether the height is that of one band of an ordinal y
 */
public record Spec(View view, String title, List<String> subtitle, int width, int height, boolean heightPerBand) {
    /** The version of Vega-Lite that specifications are written for. */
    public static final String SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json";

    private static final int WIDTH = 620;
    private static final int HEIGHT = 360;

    /** Checks the size. */
    public Spec {
        subtitle = List.copyOf(subtitle);
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException(
                    "a chart needs a width and a height above zero, not " + width + " x " + height);
        }
    }

    /** A view without titles, in the usual size. */
    public static Spec of(View view) {
        return new Spec(view, "", List.of(), WIDTH, HEIGHT, false);
    }

    /** Sets the headline. */
    public Spec title(String words) {
        return new Spec(view, words, subtitle, width, height, heightPerBand);
    }

    /** Sets the lines under the headline. */
    public Spec subtitle(List<String> lines) {
        return new Spec(view, title, lines, width, height, heightPerBand);
    }

    /** Sets the inside of the axes, in pixels. */
    public Spec size(int widthPixels, int heightPixels) {
        return new Spec(view, title, subtitle, widthPixels, heightPixels, false);
    }

    /** Sets the height of each band of an ordinal y, in pixels. */
    public Spec bandHeight(int pixels) {
        return new Spec(view, title, subtitle, width, pixels, true);
    }

    Spec view(View other) {
        return new Spec(other, title, subtitle, width, height, heightPerBand);
    }

    /** How many marks, or points of lines, the specification draws one row each. */
    public int marks() {
        return view.units().stream()
                .filter(UnitView::drawsEachRow)
                .mapToInt(unit -> unit.rows().size())
                .sum();
    }

    /** A specification of at most so many marks, and what was left out. */
    public Sample sample(int mostMarks) {
        return Sample.of(this, mostMarks);
    }

    /** The specification as maps, lists, strings, numbers, booleans and nulls, in a stable order. */
    public Map<String, @Nullable Object> tree() {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("$schema", SCHEMA);
        if (!title.isEmpty()) {
            Map<String, Object> words = new LinkedHashMap<>();
            words.put("text", title);
            if (!subtitle.isEmpty()) {
                words.put("subtitle", new ArrayList<>(subtitle));
            }
            tree.put("title", words);
        }
        tree.put("width", width);
        tree.put("height", heightPerBand ? Map.of("step", height) : height);
        DataNames names = new DataNames();
        Map<String, @Nullable Object> drawn = view.tree(names);
        tree.put("datasets", names.tree());
        tree.putAll(drawn);
        tree.put("config", Look.CONFIG);
        return tree;
    }

    /** The specification as JSON, without line breaks; {@code <}, {@code >} and {@code &} are escaped, so it can stand in HTML. */
    public String json() {
        return JsonText.of(tree());
    }
}
