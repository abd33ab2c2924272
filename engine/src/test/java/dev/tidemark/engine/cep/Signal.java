package dev.tidemark.engine.cep;

/** An event that random patterns look for. */
public sealed interface Signal {
    String key();

    /** A letter; most conditions ask for it. */
    String kind();

    int value();

    /** Unique in its script. */
    int id();

    /** The usual one. */
    record Calm(String key, String kind, int value, int id) implements Signal {}

    /** One that a part can ask for by its class. */
    record Loud(String key, String kind, int value, int id) implements Signal {}
}
