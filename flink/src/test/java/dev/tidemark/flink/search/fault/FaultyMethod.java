package dev.tidemark.flink.search.fault;

import java.util.Map;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Copies a method's code with one fault in it. */
final class FaultyMethod extends MethodVisitor {
    private static final Map<Integer, Integer> EDGES = both(Map.of(
            Opcodes.IFLT, Opcodes.IFLE,
            Opcodes.IFGE, Opcodes.IFGT,
            Opcodes.IF_ICMPLT, Opcodes.IF_ICMPLE,
            Opcodes.IF_ICMPGE, Opcodes.IF_ICMPGT));

    private static final Map<Integer, Integer> NEGATIONS = both(Map.of(
            Opcodes.IFEQ, Opcodes.IFNE,
            Opcodes.IFLT, Opcodes.IFGE,
            Opcodes.IFGT, Opcodes.IFLE,
            Opcodes.IFNULL, Opcodes.IFNONNULL,
            Opcodes.IF_ICMPEQ, Opcodes.IF_ICMPNE,
            Opcodes.IF_ICMPLT, Opcodes.IF_ICMPGE,
            Opcodes.IF_ICMPGT, Opcodes.IF_ICMPLE,
            Opcodes.IF_ACMPEQ, Opcodes.IF_ACMPNE));

    private static final Map<Integer, Integer> SIGNS =
            both(Map.of(Opcodes.LADD, Opcodes.LSUB, Opcodes.IADD, Opcodes.ISUB));

    private final Fault fault;
    private final Runnable planted;
    private int met;

    /** {@code planted} is called when the fault is in. */
    FaultyMethod(MethodVisitor copy, Fault fault, Runnable planted) {
        super(Opcodes.ASM9, copy);
        this.fault = fault;
        this.planted = planted;
    }

    private static Map<Integer, Integer> both(Map<Integer, Integer> one) {
        Map<Integer, Integer> both = new java.util.TreeMap<>(one);
        one.forEach((from, to) -> both.put(to, from));
        return both;
    }

    /** Whether this is where the fault belongs. */
    private boolean here(boolean possible) {
        boolean here = possible && met++ == fault.occurrence();
        if (here) {
            planted.run();
        }
        return here;
    }

    private int changed(Fault.Change change, Map<Integer, Integer> table, int opcode) {
        Integer other = table.get(opcode);
        return other != null && here(fault.change() == change) ? other : opcode;
    }

    @Override
    public void visitJumpInsn(int opcode, org.objectweb.asm.Label label) {
        int edged = changed(Fault.Change.EDGE, EDGES, opcode);
        super.visitJumpInsn(changed(Fault.Change.NEGATED, NEGATIONS, edged), label);
    }

    @Override
    public void visitInsn(int opcode) {
        super.visitInsn(changed(Fault.Change.SIGN, SIGNS, opcode));
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
        if (!name.equals(fault.call()) || !here(true)) {
            super.visitMethodInsn(opcode, owner, name, descriptor, ofInterface);
        } else if (fault.change() == Fault.Change.LEFT_OUT) {
            leaveOut(opcode, descriptor);
        } else if (fault.change() == Fault.Change.SWAPPED) {
            super.visitInsn(Opcodes.SWAP);
            super.visitMethodInsn(opcode, owner, name, descriptor, ofInterface);
        } else {
            super.visitMethodInsn(opcode, owner, fault.other(), descriptor, ofInterface);
        }
    }

    private void leaveOut(int opcode, String descriptor) {
        Type[] arguments = Type.getArgumentTypes(descriptor);
        for (int i = arguments.length - 1; i >= 0; i--) {
            super.visitInsn(arguments[i].getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
        }
        if (opcode != Opcodes.INVOKESTATIC) {
            super.visitInsn(Opcodes.POP);
        }
        switch (Type.getReturnType(descriptor).getSort()) {
            case Type.VOID -> {}
            case Type.LONG -> super.visitInsn(Opcodes.LCONST_0);
            case Type.OBJECT, Type.ARRAY -> super.visitInsn(Opcodes.ACONST_NULL);
            default -> super.visitInsn(Opcodes.ICONST_0);
        }
    }
}
