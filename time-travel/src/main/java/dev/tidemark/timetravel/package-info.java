/** See the module’s description. */
@NullMarked
package dev.tidemark.timetravel;

import org.jspecify.annotations.NullMarked;
