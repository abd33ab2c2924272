package dev.tidemark.kernel.shell;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.SPIResolutionException;
import org.jspecify.annotations.Nullable;

/**
 * Runs compiled snippets on the cell thread and remembers what they gave: the value or throwable itself, not its text.
 *
 * <p>While a snippet runs the compiler's lock is free, so that completion and inspection answer meanwhile.
 */
final class SnippetExecution extends DirectExecutionControl {
    /**
     * What the last invocation gave.
     *
     * @param value what the snippet returned, null included
     * @param thrown what it threw instead, or null
     */
    record Invocation(@Nullable Object value, @Nullable Throwable thrown) {}

    private final SnippetLoader loader;
    private final CellThread cellThread;
    private final ReentrantLock compiler;
    private @Nullable Invocation last;

    SnippetExecution(SnippetLoader loader, CellThread cellThread, ReentrantLock compiler, CarriedValues carried) {
        super(new Delegate(loader, carried));
        this.loader = loader;
        this.cellThread = cellThread;
        this.compiler = compiler;
    }

    /** Takes the outcome of the last invocation away; null if nothing was invoked since. */
    @Nullable
    Invocation takeLast() {
        Invocation taken = last;
        last = null;
        return taken;
    }

    @Override
    public String invoke(String className, String methodName)
            throws RunException, EngineTerminationException, InternalException {
        Method method = method(className, methodName);
        int holds = compiler.getHoldCount();
        for (int i = 0; i < holds; i++) {
            compiler.unlock();
        }
        Invocation invocation;
        try {
            invocation = run(method);
        } finally {
            for (int i = 0; i < holds; i++) {
                compiler.lock();
            }
        }
        last = invocation;
        if (invocation.thrown() == null) {
            return "";
        }
        throw converted(invocation.thrown());
    }

    private Invocation run(Method method) {
        try {
            return new Invocation(cellThread.<@Nullable Object>call(() -> method.invoke(null)), null);
        } catch (InvocationTargetException e) {
            return new Invocation(null, e.getCause() == null ? e : e.getCause());
        } catch (Throwable thrown) {
            return new Invocation(null, thrown);
        }
    }

    private static RunException converted(Throwable thrown) {
        if (thrown instanceof SPIResolutionException unresolved) {
            return new ResolutionException(unresolved.id(), unresolved.getStackTrace());
        }
        if (thrown instanceof CellStuck || thrown instanceof CellInterrupted) {
            return new StoppedException();
        }
        return new UserException(
                String.valueOf(thrown.getMessage()), thrown.getClass().getName(), thrown.getStackTrace());
    }

    private Method method(String className, String methodName) throws InternalException {
        try {
            Method method = loader.loadClass(className).getDeclaredMethod(methodName);
            method.setAccessible(true);
            return method;
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new InternalException(className + "." + methodName + " cannot be invoked: " + e);
        }
    }

    /** Values are shown by renderers, so their text is never asked for here. */
    @Override
    public String varValue(String className, String varName) {
        return "";
    }

    @Override
    public void stop() {
        cellThread.interrupt();
    }

    private static final class Delegate implements LoaderDelegate {
        private final SnippetLoader loader;
        private final CarriedValues carried;

        Delegate(SnippetLoader loader, CarriedValues carried) {
            this.loader = loader;
            this.carried = carried;
        }

        @Override
        public void load(ExecutionControl.ClassBytecodes[] classes)
                throws ClassInstallException, NotImplementedException, EngineTerminationException {
            boolean[] loaded = new boolean[classes.length];
            try {
                for (ExecutionControl.ClassBytecodes one : classes) {
                    loader.declare(one.name(), one.bytecodes());
                }
                for (int i = 0; i < classes.length; i++) {
                    // asking for the methods makes the verifier and the linker speak up now
                    Class<?> snippetClass = loader.loadClass(classes[i].name());
                    loaded[i] = snippetClass.getDeclaredMethods() != null;
                    carried.loaded(snippetClass);
                }
            } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
                throw new ClassInstallException("a snippet's class cannot be loaded: " + e, loaded);
            }
        }

        @Override
        public void classesRedefined(ExecutionControl.ClassBytecodes[] classes) {
            for (ExecutionControl.ClassBytecodes one : classes) {
                loader.declare(one.name(), one.bytecodes());
            }
        }

        @Override
        public void addToClasspath(String path) {
            for (String entry : path.split(File.pathSeparator, -1)) {
                if (!entry.isEmpty()) {
                    loader.add(Path.of(entry));
                }
            }
        }

        @Override
        public Class<?> findClass(String name) throws ClassNotFoundException {
            return loader.loadClass(name);
        }
    }
}
