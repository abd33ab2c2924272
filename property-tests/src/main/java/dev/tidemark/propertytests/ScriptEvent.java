package dev.tidemark.propertytests;

/**
 * An event of a script, as an oracle sees it.
 *
 * @param eventTimeMillis when it happened, {@link Long#MIN_VALUE} for no time
 * @param arrivalMillis when it arrives
 */
public record ScriptEvent<T>(T value, long eventTimeMillis, long arrivalMillis, String source, String partition) {}
