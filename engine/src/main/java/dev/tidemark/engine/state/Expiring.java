package dev.tidemark.engine.state;

/**
 * What an inspector shows of a value with a time to live.
 *
 * @param expiresAt milliseconds of processing time; {@link Long#MAX_VALUE} for never
 * @param expired whether that is over and only nobody has met the value since
 */
public record Expiring<T>(T value, long expiresAt, boolean expired) {}
