package dev.tidemark.kernel.spi;

import java.util.List;
import java.util.Map;

/** The compiled code of the notebook, for those who ship it elsewhere or check what a function depends on. */
public interface Snippets {
    /**
     * The class files of all snippets, as the compiler made them.
     *
     * @return binary class name to bytes, in the order of definition
     */
    Map<String, byte[]> classes();

    /**
     * The notebook variables that a function's code reads, through any depth of notebook methods.
     *
     * <p>A variable of a notebook is a static field: a lambda does not capture it, sees every later change, and finds the
     * default value in another process.
     *
     * @param function a lambda, a method reference or an object of a class of the notebook
     * @return the variables, by name; empty if the code reads none or is not a snippet's
     */
    List<NotebookVariable> variablesReadBy(Object function);
}
