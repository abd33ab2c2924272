package dev.tidemark.kernel.spi;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.util.List;

/**
 * Reads the value of a notebook variable that went along with shipped code; goes along itself.
 *
 * @see Snippets.Capture#BY_VALUE
 */
public final class ShippedValue {
    private ShippedValue() {}

    /**
     * The classes that go along.
     *
     * @return binary names
     */
    public static List<String> classNames() {
        return List.of(ShippedValue.class.getName(), OfLoader.class.getName());
    }

    /**
     * Where a variable's value lies within a jar.
     *
     * @param className the class that holds the variable
     * @param field its field
     * @return a path
     */
    public static String path(String className, String field) {
        return className.replace('.', '/') + "." + field + ".value";
    }

    /**
     * Reads a value; called by the initializers of shipped classes.
     *
     * @param holder the class that holds the variable
     * @param field its field
     * @return the value
     * @throws IllegalStateException if it is not there or cannot be read
     */
    public static Object read(Class<?> holder, String field) {
        String path = path(holder.getName(), field);
        ClassLoader loader = holder.getClassLoader();
        try (InputStream in = loader.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(
                        "the value of the notebook variable '" + field + "' is missing: " + path);
            }
            return new OfLoader(in, loader).readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(
                    "the value of the notebook variable '" + field + "' cannot be read: " + e, e);
        }
    }

    /** Finds classes where the shipped code is. */
    private static final class OfLoader extends ObjectInputStream {
        private final ClassLoader loader;

        OfLoader(InputStream in, ClassLoader loader) throws IOException {
            super(in);
            this.loader = loader;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(description.getName(), false, loader);
            } catch (ClassNotFoundException primitive) {
                return super.resolveClass(description);
            }
        }
    }
}
