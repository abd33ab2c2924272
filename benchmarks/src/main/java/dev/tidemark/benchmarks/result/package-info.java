/** What a run of a workload leaves behind: rows, and a checksum of all of them that does not depend on their order. */
@NullMarked
package dev.tidemark.benchmarks.result;

import org.jspecify.annotations.NullMarked;
