/** What a recorded run promises. Begin with {@link dev.tidemark.timetravel.SeekTest}. */
@NullMarked
package dev.tidemark.timetravel;

import org.jspecify.annotations.NullMarked;
