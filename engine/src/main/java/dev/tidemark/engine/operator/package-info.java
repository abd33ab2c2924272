/**
 * What an operator is to the runtime, and the operators without windows. Begin with {@link dev.tidemark.engine.operator.Operator}.
 */
@NullMarked
package dev.tidemark.engine.operator;

import org.jspecify.annotations.NullMarked;
