/**
 * Timelines: tests written as transcripts, run in many modes. Begin with {@link dev.tidemark.engine.timeline.Timeline};
 * the files are under {@code timelines/} in the test resources.
 */
@NullMarked
package dev.tidemark.engine.timeline;

import org.jspecify.annotations.NullMarked;
