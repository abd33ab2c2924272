package dev.tidemark.engine.topology;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;

/**
 * A user's function in its serialized form, from which each subtask and each restart gets a fresh instance.
 *
 * @param <F> the function
 */
public final class Prototype<F> {
    private final byte[] bytes;
    private final ClassLoader loader;
    private final String description;

    private Prototype(byte[] bytes, ClassLoader loader, String description) {
        this.bytes = bytes;
        this.loader = loader;
        this.description = description;
    }

    /**
     * Serializes {@code function}.
     *
     * @throws IllegalArgumentException if it, or something that it captured, is not serializable; the message names it
     */
    public static <F extends Serializable> Prototype<F> of(F function, String owner) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(function);
        } catch (NotSerializableException e) {
            throw new IllegalArgumentException(
                    "the function of '" + owner + "' holds a " + e.getMessage()
                            + ", which is not serializable; make it so, or make it inside the function",
                    e);
        } catch (IOException e) {
            throw new IllegalArgumentException("the function of '" + owner + "' can't be serialized: " + e, e);
        }
        ClassLoader loader = function.getClass().getClassLoader();
        return new Prototype<>(
                bytes.toByteArray(),
                loader == null ? ClassLoader.getSystemClassLoader() : loader,
                function.getClass().getName());
    }

    /** A fresh instance. */
    @SuppressWarnings({"unchecked", "BanSerializableRead"}) // the bytes were written by this object
    public F instance() {
        try (ObjectInputStream in = new LoaderInput(new ByteArrayInputStream(bytes), loader)) {
            return (F) in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("a fresh instance of " + description + " can't be made: " + e, e);
        }
    }

    private static final class LoaderInput extends ObjectInputStream {
        private final ClassLoader loader;

        LoaderInput(InputStream in, ClassLoader loader) throws IOException {
            super(in);
            this.loader = loader;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(description.getName(), false, loader);
            } catch (ClassNotFoundException e) {
                return super.resolveClass(description);
            }
        }
    }
}
