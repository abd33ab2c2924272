/**
 * A test over the source tree. A {@link dev.tidemark.notebooks.tidy.Rule} looks at one file and says what to write instead.
 * Begin reading at {@code TidyTest}.
 */
@NullMarked
package dev.tidemark.notebooks.tidy;

import org.jspecify.annotations.NullMarked;
