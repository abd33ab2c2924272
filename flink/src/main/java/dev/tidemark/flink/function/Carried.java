package dev.tidemark.flink.function;

import dev.tidemark.engine.function.Prototype;
import java.io.IOException;
import java.io.Serializable;
import org.apache.flink.util.InstantiationUtil;
import org.jspecify.annotations.Nullable;

/**
 * A user's function on its way to where it runs: its serialized form, made into one instance at the first use.
 *
 * <p>The classes are those of the thread's context loader, which in a task of Flink's is the job's own: there a job
 * finds what travels with it in a jar.
 */
public final class Carried<F> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final byte[] bytes;
    private final String description;
    private final String owner;
    private transient @Nullable F instance;

    private Carried(byte[] bytes, String description, String owner) {
        this.bytes = bytes;
        this.description = description;
        this.owner = owner;
    }

    /** The function of a prototype; {@code owner} is the operator that it belongs to. */
    public static <F> Carried<F> of(Prototype<? extends F> prototype, String owner) {
        return new Carried<>(prototype.bytes(), prototype.toString(), owner);
    }

    /** A function; {@code owner} is the operator that it belongs to. */
    public static <F extends Serializable> Carried<F> of(F function, String owner) {
        return of(Prototype.of(function, owner), owner);
    }

    /** The operator that it belongs to. */
    public String owner() {
        return owner;
    }

    /** The function; the same one at each call. */
    public F get() {
        F known = instance;
        if (known == null) {
            known = make();
            instance = known;
        }
        return known;
    }

    private F make() {
        try {
            return InstantiationUtil.deserializeObject(
                    bytes, Thread.currentThread().getContextClassLoader());
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(
                    "the function " + description + " of '" + owner + "' can't be made where Flink runs it: "
                            + e.getMessage() + "; its class, and those of what it holds, have to travel with the job",
                    e);
        }
    }

    @Override
    public String toString() {
        return description;
    }
}
