package dev.tidemark.kernel.shell;

import dev.tidemark.kernel.spi.NotebookVariable;
import dev.tidemark.kernel.spi.ShippedValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Gives the static fields of a class file values that they have as soon as the class is initialized. */
final class InitialValues extends ClassVisitor {
    private static final String READER = Type.getInternalName(ShippedValue.class);
    private static final String INITIALIZER = "<clinit>";

    private final Map<String, NotebookVariable> values;
    private String className = "";
    private boolean initialized;

    private InitialValues(ClassVisitor next, Map<String, NotebookVariable> values) {
        super(Opcodes.ASM9, next);
        this.values = values;
    }

    /** The class file with these values of its fields, by their names. */
    static byte[] put(Map<String, NotebookVariable> values, byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(new InitialValues(writer, values), 0);
        return writer.toByteArray();
    }

    /** Whether a value can stand in the class file itself; any other is read from a file beside it. */
    static boolean isConstant(NotebookVariable variable) {
        return variable.value() == null || variable.type().isPrimitive() || variable.value() instanceof String;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        className = name;
        super.visit(version, access, name, signature, superName, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        if (!name.equals(INITIALIZER)) {
            return next;
        }
        initialized = true;
        return new MethodVisitor(Opcodes.ASM9, next) {
            @Override
            public void visitCode() {
                super.visitCode();
                putAll(next);
            }
        };
    }

    @Override
    public void visitEnd() {
        if (!initialized) {
            MethodVisitor method = super.visitMethod(Opcodes.ACC_STATIC, INITIALIZER, "()V", null, null);
            method.visitCode();
            putAll(method);
            method.visitInsn(Opcodes.RETURN);
            method.visitMaxs(0, 0);
            method.visitEnd();
        }
        super.visitEnd();
    }

    private void putAll(MethodVisitor method) {
        values.forEach((field, variable) -> {
            if (variable.value() != null) {
                put(field, variable.type(), variable.value(), method);
            }
        });
    }

    private void put(String field, Class<?> type, Object value, MethodVisitor method) {
        if (type.isPrimitive()) {
            method.visitLdcInsn(value instanceof Boolean flag ? (flag ? 1 : 0) : constant(value));
        } else if (value instanceof String) {
            method.visitLdcInsn(value);
        } else {
            method.visitLdcInsn(Type.getObjectType(className));
            method.visitLdcInsn(field);
            method.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    READER,
                    "read",
                    "(Ljava/lang/Class;Ljava/lang/String;)Ljava/lang/Object;",
                    false);
            method.visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(type));
        }
        method.visitFieldInsn(Opcodes.PUTSTATIC, className, field, Type.getDescriptor(type));
    }

    /** As the JVM has it: small numbers are ints. */
    private static Object constant(Object value) {
        if (value instanceof Character letter) {
            return (int) letter;
        }
        return value instanceof Byte || value instanceof Short ? ((Number) value).intValue() : value;
    }
}
