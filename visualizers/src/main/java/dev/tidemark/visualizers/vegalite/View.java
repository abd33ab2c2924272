package dev.tidemark.visualizers.vegalite;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Something drawn on one pair of axes: one mark, or layers of them. */
public abstract sealed class View permits UnitView, LayerView {

    /** The views with one mark each that this one is made of, in drawing order. */
    abstract List<UnitView> units();

    /** The same view with every unit replaced. */
    abstract View replaceUnits(Function<UnitView, UnitView> change);

    /** The view as a specification writes it; the data are named, not written. */
    abstract Map<String, @Nullable Object> tree(DataNames names);
}
