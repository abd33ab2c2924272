/**
 * What plugs into the kernel, with JDK types only: renderers, magics, imports, completions, hooks, comms.
 *
 * <p>Begin with {@link dev.tidemark.kernel.spi.KernelExtension}. A provider is named in
 * {@code META-INF/services/dev.tidemark.kernel.spi.KernelExtension} and installs itself once per session:
 *
 * <pre>{@code
 * public final class TemperatureExtension implements KernelExtension {
 *     public void install(KernelContext kernel) {
 *         kernel.imports("com.example.weather.*");
 *         kernel.renderer(Temperature.class, t -> Map.of("text/plain", t.celsius() + " °C"));
 *     }
 * }
 * }</pre>
 *
 * <p>A MIME bundle is a {@code Map<String, Object>}: MIME type to a {@code String}, or to a JSON value made of
 * {@code Map}, {@code List}, {@code String}, {@code Number}, {@code Boolean} and {@code null}; binary types carry base64.
 */
@NullMarked
package dev.tidemark.kernel.spi;

import org.jspecify.annotations.NullMarked;
