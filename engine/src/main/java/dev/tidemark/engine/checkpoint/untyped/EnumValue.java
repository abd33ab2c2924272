package dev.tidemark.engine.checkpoint.untyped;

/** A constant of an enum that was read without its class. */
public record EnumValue(String type, String name) {
    @Override
    public String toString() {
        return name;
    }
}
