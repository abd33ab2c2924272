/**
 * Running a pipeline over a script, with crashes and snapshots between its steps. Begin with {@link dev.tidemark.propertytests.run.Bench}.
 */
@NullMarked
package dev.tidemark.propertytests.run;

import org.jspecify.annotations.NullMarked;
