/** What patterns match: random ones, and one by one. */
@NullMarked
package dev.tidemark.engine.cep;

import org.jspecify.annotations.NullMarked;
