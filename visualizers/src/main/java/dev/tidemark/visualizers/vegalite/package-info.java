/**
 * Vega-Lite specifications as small immutable values: {@link dev.tidemark.visualizers.vegalite.Rows} are the data,
 * a {@link dev.tidemark.visualizers.vegalite.UnitView} draws them with one mark, a
 * {@link dev.tidemark.visualizers.vegalite.LayerView} puts several on the same axes, and a
 * {@link dev.tidemark.visualizers.vegalite.Spec} is the whole. Begin reading at {@code Spec}.
 *
 * <pre>{@code
 * Rows rows = Rows.from(quakes).time("time", Quake::time).number("mag", Quake::mag).rows();
 * Spec spec = Spec.of(UnitView.of(rows, Mark.point()).x(Field.time("time")).y(Field.number("mag"))).title("quakes");
 * spec.json();
 * }</pre>
 *
 * Only what Tidemark's charts need is here. Time scales are always UTC, so that a picture does not depend on the zone of
 * the machine that draws it, and equal values print as equal text, byte for byte.
 */
@NullMarked
package dev.tidemark.visualizers.vegalite;

import org.jspecify.annotations.NullMarked;
