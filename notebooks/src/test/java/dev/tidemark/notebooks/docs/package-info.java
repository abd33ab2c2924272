/**
 * Every code block of the README and of {@code docs} is run. Java blocks become the cells of a notebook, a {@code text} block
 * right after a Java block is what that cell must show, and {@code sh} blocks may only use what the script offers.
 * {@code docs/commands.md} tells writers how; begin reading at {@code DocumentationTest}.
 */
@NullMarked
package dev.tidemark.notebooks.docs;

import org.jspecify.annotations.NullMarked;
