package dev.tidemark.kernel.shell;

import dev.tidemark.kernel.spi.NotebookVariable;
import dev.tidemark.kernel.spi.Snippets;
import java.io.IOException;
import java.io.Serializable;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Reads the class files of the notebook to find what a function depends on. */
final class SnippetCode implements Snippets {
    private static final String PREFIX = Placements.PREFIX;

    /** A method of a snippet class, or all of its methods when the name is null. */
    record Code(String className, @Nullable String method) {}

    /** A top-level variable that code reads: a static field of a snippet's class. */
    record Read(String className, String field) {}

    private final SnippetLoader loader;

    SnippetCode(SnippetLoader loader) {
        this.loader = loader;
    }

    @Override
    public Map<String, byte[]> classes() {
        return loader.compiled();
    }

    @Override
    public List<NotebookVariable> variablesReadBy(Object function) {
        List<NotebookVariable> variables = new ArrayList<>();
        for (Object held : HeldObjects.of(List.of(function))) {
            for (Read read : readBy(held)) {
                NotebookVariable variable = variable(read);
                if (!variables.contains(variable)) {
                    variables.add(variable);
                }
            }
        }
        return List.copyOf(variables);
    }

    @Override
    public Map<String, byte[]> neededBy(Capture capture, Object... functions) {
        return new ShippedCode(this, capture, List.of(functions)).files();
    }

    @Override
    public void writeJar(Path jar, Capture capture, Object... functions) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        if (functions.length == 0) {
            classes().forEach((name, bytes) -> files.put(ShippedCode.path(name), bytes));
        } else {
            files.putAll(neededBy(capture, functions));
        }
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                JarEntry entry = new JarEntry(file.getKey());
                entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                out.putNextEntry(entry);
                out.write(file.getValue());
                out.closeEntry();
            }
        }
    }

    /** The variables that the code of one object reads. */
    Set<Read> readBy(Object function) {
        Set<Read> reads = new LinkedHashSet<>();
        Set<Code> seen = new LinkedHashSet<>();
        Deque<Code> open = new ArrayDeque<>(List.of(codeOf(function)));
        while (!open.isEmpty()) {
            Code code = open.pop();
            byte[] classFile = loader.compiled().get(code.className());
            if (classFile != null && seen.add(code)) {
                new ClassReader(classFile).accept(new References(code, reads, open), ClassReader.SKIP_DEBUG);
            }
        }
        reads.removeIf(read -> !isVariable(read));
        return reads;
    }

    NotebookVariable variable(Read read) {
        Field field = field(read);
        return new NotebookVariable(field.getName(), field.getType(), CarriedValues.get(field));
    }

    private boolean isVariable(Read read) {
        boolean topLevel = read.className().equals(Placements.outerClass(read.className()));
        Field field = field(read);
        return topLevel && Modifier.isStatic(field.getModifiers()) && !field.isSynthetic();
    }

    private Field field(Read read) {
        try {
            Field field = Class.forName(read.className(), false, loader).getDeclaredField(read.field());
            field.setAccessible(true);
            return field;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the variable '" + read.field() + "' cannot be read: " + e, e);
        }
    }

    /** Where a function's code is: a serializable lambda says so itself, others are found by their class's name. */
    Code codeOf(Object function) {
        SerializedLambda lambda = function instanceof Serializable ? serialized(function) : null;
        if (lambda != null) {
            return new Code(lambda.getImplClass().replace('/', '.'), lambda.getImplMethodName());
        }
        String className = function.getClass().getName();
        int hidden = className.indexOf("$$Lambda");
        return new Code(hidden < 0 ? className : className.substring(0, hidden), null);
    }

    private static @Nullable SerializedLambda serialized(Object function) {
        try {
            Method replace = function.getClass().getDeclaredMethod("writeReplace");
            replace.setAccessible(true);
            return replace.invoke(function) instanceof SerializedLambda lambda ? lambda : null;
        } catch (ReflectiveOperationException | RuntimeException notALambda) {
            return null;
        }
    }

    /** Collects the static fields that code reads, and the snippet code that it calls. */
    private static final class References extends ClassVisitor {
        private final Code code;
        private final Set<Read> reads;
        private final Deque<Code> open;

        References(Code code, Set<Read> reads, Deque<Code> open) {
            super(Opcodes.ASM9);
            this.code = code;
            this.reads = reads;
            this.open = open;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            boolean wanted = code.method() == null ? !name.startsWith("do_it$") : name.equals(code.method());
            return wanted ? new Body() : null;
        }

        private final class Body extends MethodVisitor {
            Body() {
                super(Opcodes.ASM9);
            }

            @Override
            public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
                String className = owner.replace('/', '.');
                if (opcode == Opcodes.GETSTATIC && className.startsWith(PREFIX)) {
                    reads.add(new Read(className, name));
                }
            }

            @Override
            public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
                follow(owner, name);
            }

            @Override
            public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
                for (Object argument : arguments) {
                    if (argument instanceof Handle handle) {
                        follow(handle.getOwner(), handle.getName());
                    }
                }
            }

            private void follow(String owner, String method) {
                String className = owner.replace('/', '.');
                if (className.startsWith(PREFIX)) {
                    open.push(method.equals("<init>") ? new Code(className, null) : new Code(className, method));
                }
            }
        }
    }
}
