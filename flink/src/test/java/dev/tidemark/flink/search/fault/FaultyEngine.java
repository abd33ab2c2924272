package dev.tidemark.flink.search.fault;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Loads copies of the project's own classes, one of which has a fault; all others are those of the parent. */
public final class FaultyEngine extends ClassLoader {
    private static final String OURS = "dev.tidemark.";

    private final @Nullable Fault fault;
    private int planted;

    /** An engine with a fault; null for none. */
    public FaultyEngine(@Nullable Fault fault) {
        super(FaultyEngine.class.getClassLoader());
        this.fault = fault;
    }

    /** How often the fault was planted: once, when its class has been loaded. */
    public int planted() {
        return planted;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known != null ? known : copy(name);
        }
    }

    private Class<?> copy(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] code = in.readAllBytes();
            byte[] used = fault != null && name.equals(fault.className()) ? faulty(code, fault) : code;
            return defineClass(name, used, 0, used.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private byte[] faulty(byte[] code, Fault wrong) {
        ClassWriter copy = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        new ClassReader(code)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, copy) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access,
                                    String name,
                                    String descriptor,
                                    @Nullable String signature,
                                    String @Nullable [] exceptions) {
                                MethodVisitor method =
                                        super.visitMethod(access, name, descriptor, signature, exceptions);
                                boolean bridge = (access & Opcodes.ACC_BRIDGE) != 0;
                                return !bridge && meant(name, wrong.method())
                                        ? new FaultyMethod(method, wrong, () -> planted++)
                                        : method;
                            }
                        },
                        0);
        return copy.toByteArray();
    }

    private static boolean meant(String name, String wanted) {
        return name.equals(wanted) || (wanted.startsWith("lambda$") && name.startsWith(wanted));
    }
}
