/**
 * Pictures of runs, in every form that a front end may want. Begin reading at {@link dev.tidemark.visualizers.Charts}, the
 * front door; each picture is a value of {@link dev.tidemark.visualizers.picture.Picture}.
 *
 * <pre>{@code
 * EventTimeData data = EventTimeData.named("clicks").events(events).watermarks(watermarks).panes(panes);
 * Charts.eventTimePlane(data);                             // as a cell's value: the picture
 * Charts.eventTimePlane(data).save(Path.of("plane.html")); // a page that needs no network
 * }</pre>
 *
 * {@code eventtime} has the charts of event time, {@code state} the state table, {@code graph} the job graph and {@code run} the
 * card and the transcript. {@code vegalite} builds specifications, {@code render} draws them inside the JVM and {@code picture}
 * packs them for front ends.
 */
@NullMarked
package dev.tidemark.visualizers;

import org.jspecify.annotations.NullMarked;
