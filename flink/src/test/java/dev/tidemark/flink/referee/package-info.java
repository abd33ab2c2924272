/**
 * What Flink, as the referee, is asked and says: outcomes of a case line by line, and verdicts. Begin with
 * {@link dev.tidemark.flink.referee.Outcomes}.
 */
@NullMarked
package dev.tidemark.flink.referee;

import org.jspecify.annotations.NullMarked;
