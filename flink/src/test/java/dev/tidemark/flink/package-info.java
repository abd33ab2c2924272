@NullMarked
package dev.tidemark.flink;

import org.jspecify.annotations.NullMarked;
