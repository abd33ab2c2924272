/**
 * What a cell or a page can show: a {@link dev.tidemark.visualizers.picture.Picture} gives itself in every form that a front
 * end may want. Begin there, then read {@link dev.tidemark.visualizers.picture.Chart}.
 *
 * <pre>{@code
 * Chart chart = Chart.of(spec);
 * chart.mimeBundle();               // for a notebook
 * chart.save(Path.of("chart.html")); // a page of its own, which needs no network
 * }</pre>
 *
 * A chart's HTML carries a still picture and its specification. Where scripts run and the page has
 * {@linkplain dev.tidemark.visualizers.picture.NotebookLoader the loader's output}, the still is replaced by the live chart;
 * elsewhere the still stays.
 */
@NullMarked
package dev.tidemark.visualizers.picture;

import org.jspecify.annotations.NullMarked;
