/**
 * How values travel through Flink: by the engine's codecs, never by Kryo. Begin with
 * {@link dev.tidemark.flink.type.CodecTypeInformation}.
 */
@NullMarked
package dev.tidemark.flink.type;

import org.jspecify.annotations.NullMarked;
