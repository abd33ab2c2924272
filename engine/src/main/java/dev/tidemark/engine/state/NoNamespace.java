package dev.tidemark.engine.state;

/** The namespace of state that belongs to a key alone. */
public enum NoNamespace {
    INSTANCE;

    @Override
    public String toString() {
        return "";
    }
}
