/** See the module’s description. */
@NullMarked
package dev.tidemark.propertytests;

import org.jspecify.annotations.NullMarked;
