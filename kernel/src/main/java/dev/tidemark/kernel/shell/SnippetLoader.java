package dev.tidemark.kernel.shell;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The class loader of snippets and of jars added later; it keeps the class file of every snippet.
 *
 * <p>Whatever it defines looks at the interrupt flag in its loops and methods ({@link InterruptWeaver}).
 *
 * <p>{@link #getResourceAsStream} serves a snippet's class file as the compiler made it, without the interrupt checks, so
 * that it can be shipped to another process.
 */
final class SnippetLoader extends URLClassLoader {
    static {
        ClassLoader.registerAsParallelCapable();
    }

    private final Map<String, byte[]> compiled = Collections.synchronizedMap(new LinkedHashMap<>());

    SnippetLoader(ClassLoader parent) {
        super("snippets", new URL[0], parent);
    }

    void declare(String name, byte[] classFile) {
        compiled.put(name, classFile);
    }

    Map<String, byte[]> compiled() {
        synchronized (compiled) {
            return new LinkedHashMap<>(compiled);
        }
    }

    void add(Path entry) {
        try {
            addURL(entry.toUri().toURL());
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("'" + entry + "' cannot be a class path entry: " + e.getMessage(), e);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] classFile = compiled.get(name);
        if (classFile == null) {
            return findLibraryClass(name);
        }
        byte[] woven = InterruptWeaver.weave(classFile);
        return defineClass(name, woven, 0, woven.length);
    }

    /** A library's class gets the checks too, so that a cell that hangs in one can be stopped. */
    private Class<?> findLibraryClass(String name) throws ClassNotFoundException {
        String path = name.replace('.', '/') + ".class";
        URL file = findResource(path);
        if (file == null) {
            throw new ClassNotFoundException(name);
        }
        try {
            LibraryClass found = LibraryClass.read(path, file);
            definePackage(name, found);
            byte[] woven = InterruptWeaver.weaveIfPossible(found.classFile());
            return defineClass(name, woven, 0, woven.length, found.source());
        } catch (IOException e) {
            throw new ClassNotFoundException(name + " cannot be read from " + file, e);
        }
    }

    private void definePackage(String className, LibraryClass found) {
        int dot = className.lastIndexOf('.');
        if (dot < 0) {
            return;
        }
        String packageName = className.substring(0, dot);
        if (getDefinedPackage(packageName) == null) {
            try {
                definePackage(packageName, found.manifest(), found.source().getLocation());
            } catch (IllegalArgumentException definedMeanwhile) {
                // by another thread, which loads another class of it
            }
        }
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        if (name.endsWith(".class")) {
            byte[] classFile = compiled.get(
                    name.substring(0, name.length() - ".class".length()).replace('/', '.'));
            if (classFile != null) {
                return new ByteArrayInputStream(classFile);
            }
        }
        return super.getResourceAsStream(name);
    }
}
