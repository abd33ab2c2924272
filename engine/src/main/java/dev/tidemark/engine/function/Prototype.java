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
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user's function, of which each subtask and each restart gets a fresh instance by way of its serialized form.
 *
 * <p>One that holds nothing that could change, as a lambda that captures nothing, is its own fresh instance: a copy could
 * not be told from it, and the first result of a JVM comes sooner.
 *
 * @param <F> the function
 */
public final class Prototype<F> {
    /** Beside primitives, the types of fields that are taken to hold nothing that could change. */
    private static final Set<Class<?>> UNCHANGING = Set.of(String.class, Duration.class);

    private final F original;
    private final String owner;
    private final boolean unchanging;
    private byte @Nullable [] bytes;
    private final Map<String, Class<?>> classes = new LinkedHashMap<>();

    private Prototype(F function, String owner) {
        this.original = function;
        this.owner = owner;
        this.unchanging = holdsNothingThatChanges(function.getClass());
    }

    /**
     * Serializes {@code function}.
     *
     * @throws IllegalArgumentException if it, or something that it captured, is not serializable; the message names it
     */
    public static <F extends Serializable> Prototype<F> of(F function, String owner) {
        Prototype<F> prototype = new Prototype<>(function, owner);
        if (!prototype.unchanging) {
            prototype.serialized();
        }
        return prototype;
    }

    private static boolean holdsNothingThatChanges(Class<?> function) {
        for (Class<?> type = function; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !unchanging(field)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean unchanging(Field field) {
        Class<?> type = field.getType();
        return Modifier.isFinal(field.getModifiers())
                && !Modifier.isTransient(field.getModifiers())
                && (type.isPrimitive() || UNCHANGING.contains(type));
    }

    private byte[] serialized() {
        if (bytes != null) {
            return bytes;
        }
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new RememberingOutput(written, classes)) {
            out.writeObject(original);
        } catch (NotSerializableException e) {
            throw new IllegalArgumentException(
                    "the function of '" + owner + "' holds a " + e.getMessage()
                            + ", which is not serializable; make it so, or make it inside the function",
                    e);
        } catch (IOException e) {
            throw new IllegalArgumentException("the function of '" + owner + "' can't be serialized: " + e, e);
        }
        byte[] made = written.toByteArray();
        bytes = made;
        return made;
    }

    /** A fresh instance. */
    @SuppressWarnings({"unchecked", "BanSerializableRead"}) // the bytes were written by this object
    public F instance() {
        if (unchanging) {
            return original;
        }
        try (ObjectInputStream in = new KnownClassesInput(new ByteArrayInputStream(serialized()), classes)) {
            return (F) in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("a fresh instance of " + this + " can't be made: " + e, e);
        }
    }

    /** The serialized form, for a runner that makes instances elsewhere. */
    public byte[] bytes() {
        return serialized().clone();
    }

    /** The function's class, by name. */
    @Override
    public String toString() {
        return original.getClass().getName();
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
