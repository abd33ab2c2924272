/**
 * Libraries from Maven repositories: {@code %maven}, {@code %mavenRepo} and {@code %%pom}.
 *
 * <p>Begin with {@link dev.tidemark.kernel.maven.MavenMagics}; it knows no class of the resolver library, so that a session
 * that never asks for a library loads none of it.
 */
@NullMarked
package dev.tidemark.kernel.maven;

import org.jspecify.annotations.NullMarked;
