/**
 * What a user meets, tried as a user does: the script {@code tidemark}, the installed kernel, the classic Notebook in a
 * browser. These tests carry the tag {@code distribution} and run after the distribution has been packaged. Begin reading
 * at {@link dev.tidemark.notebooks.door.Command}.
 */
@NullMarked
package dev.tidemark.notebooks.door;

import org.jspecify.annotations.NullMarked;
