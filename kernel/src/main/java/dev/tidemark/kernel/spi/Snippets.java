package dev.tidemark.kernel.spi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The compiled code of the notebook, for those who ship it elsewhere or check what a function depends on. */
public interface Snippets {
    /** What happens to notebook variables that shipped code reads. */
    enum Capture {
        /** They are an error that names them: in another process they would silently be null, zero or false. */
        REFUSED,
        /** Their values of now go along, serialized, and are there when the code is loaded; later changes are not seen. */
        BY_VALUE
    }

    /**
     * The class files of all snippets, as the compiler made them.
     *
     * @return binary class name to bytes, in the order of definition
     */
    Map<String, byte[]> classes();

    /**
     * The notebook variables that a function's code reads, through any depth of notebook methods and of what the function
     * holds.
     *
     * <p>A variable of a notebook is a static field: a lambda does not capture it, sees every later change, and finds the
     * default value in another process.
     *
     * @param function a lambda, a method reference or an object of a class of the notebook
     * @return the variables, by name; empty if the code reads none or is not a snippet's
     */
    List<NotebookVariable> variablesReadBy(Object function);

    /**
     * The files that another process needs to run functions of the notebook: their classes, with all notebook classes that
     * these refer to, and the values of variables if they go along.
     *
     * @param capture what happens to notebook variables that the functions read
     * @param functions lambdas, method references or objects of classes of the notebook
     * @return path within a jar to bytes
     * @throws IllegalArgumentException if a function reads a variable that may not or cannot go along; the message names it
     */
    Map<String, byte[]> neededBy(Capture capture, Object... functions);

    /**
     * Writes what functions need as a jar, in a form that depends on nothing else: equal files make equal jars.
     *
     * @param jar where it goes; replaced if it exists
     * @param capture what happens to notebook variables that the functions read
     * @param functions lambdas, method references or objects of classes of the notebook; none for all of its classes
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException as {@link #neededBy}
     */
    void writeJar(Path jar, Capture capture, Object... functions) throws IOException;
}
