package dev.tidemark.engine.function;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A user's function in its serialized form, from which each subtask and each restart gets a fresh instance.
 *
 * @param <F> the function
 */
public final class Prototype<F> {
    private final byte[] bytes;
    private final Map<String, Class<?>> classes;
    private final String description;

    private Prototype(byte[] bytes, Map<String, Class<?>> classes, String description) {
        this.bytes = bytes;
        this.classes = classes;
        this.description = description;
    }

    /**
     * Serializes {@code function}.
     *
     * @throws IllegalArgumentException if it, or something that it captured, is not serializable; the message names it
     */
    public static <F extends Serializable> Prototype<F> of(F function, String owner) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Map<String, Class<?>> classes = new LinkedHashMap<>();
        try (ObjectOutputStream out = new RememberingOutput(bytes, classes)) {
            out.writeObject(function);
        } catch (NotSerializableException e) {
            throw new IllegalArgumentException(
                    "the function of '" + owner + "' holds a " + e.getMessage()
                            + ", which is not serializable; make it so, or make it inside the function",
                    e);
        } catch (IOException e) {
            throw new IllegalArgumentException("the function of '" + owner + "' can't be serialized: " + e, e);
        }
        return new Prototype<>(bytes.toByteArray(), classes, function.getClass().getName());
    }

    /** A fresh instance. */
    @SuppressWarnings({"unchecked", "BanSerializableRead"}) // the bytes were written by this object
    public F instance() {
        try (ObjectInputStream in = new KnownClassesInput(new ByteArrayInputStream(bytes), classes)) {
            return (F) in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("a fresh instance of " + description + " can't be made: " + e, e);
        }
    }

    /** The serialized form, for a runner that makes instances elsewhere. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The function's class, by name. */
    @Override
    public String toString() {
        return description;
    }

    /** Remembers every class that is written: a lambda may hold another of a different loader, as in a notebook. */
    private static final class RememberingOutput extends ObjectOutputStream {
        private final Map<String, Class<?>> classes;

        RememberingOutput(OutputStream out, Map<String, Class<?>> classes) throws IOException {
            super(out);
            this.classes = classes;
        }

        @Override
        protected void annotateClass(Class<?> written) {
            classes.put(written.getName(), written);
        }
    }

    /** Resolves classes to those that were written, whatever their loader. */
    private static final class KnownClassesInput extends ObjectInputStream {
        private final Map<String, Class<?>> classes;

        KnownClassesInput(InputStream in, Map<String, Class<?>> classes) throws IOException {
            super(in);
            this.classes = classes;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            Class<?> known = classes.get(description.getName());
            return known != null ? known : super.resolveClass(description);
        }
    }
}
