/** Tests of the laws: on pipelines as users write them, and on faults planted in such pipelines. */
@NullMarked
package dev.tidemark.propertytests;

import org.jspecify.annotations.NullMarked;
