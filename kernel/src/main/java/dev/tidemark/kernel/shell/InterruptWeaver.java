package dev.tidemark.kernel.shell;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Puts a call of {@link Interrupts#check()} in front of every backward branch and at the entry of every method.
 *
 * <p>The call takes nothing from the stack and leaves nothing on it, so frames and stack sizes stay as they are.
 */
final class InterruptWeaver {
    private static final String INTERRUPTS = Interrupts.class.getName().replace('.', '/');

    private InterruptWeaver() {}

    static byte[] weave(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        return new Checks(super.visitMethod(access, name, descriptor, signature, exceptions));
                    }
                },
                0);
        return writer.toByteArray();
    }

    /** The same for a class that others compiled: what cannot be woven, such as a method that would get too long, stays as it is. */
    static byte[] weaveIfPossible(byte[] classFile) {
        try {
            return weave(classFile);
        } catch (RuntimeException notForThisWeaver) {
            return classFile;
        }
    }

    private static final class Checks extends MethodVisitor {
        private final Set<Label> passed = new HashSet<>();

        Checks(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            check();
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label target) {
            if (passed.contains(target)) {
                check();
            }
            super.visitJumpInsn(opcode, target);
        }

        private void check() {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, INTERRUPTS, "check", "()V", false);
        }
    }
}
