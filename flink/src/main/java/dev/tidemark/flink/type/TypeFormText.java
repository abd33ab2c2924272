package dev.tidemark.flink.type;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The names of the classes in a {@link TypeForm}, as a savepoint keeps them. */
record TypeFormText(char kind, String name, List<TypeFormText> arguments) {
    TypeFormText {
        arguments = List.copyOf(arguments);
    }

    static TypeFormText of(TypeForm form) {
        if (form instanceof TypeForm.Plain plain) {
            return new TypeFormText('c', plain.type().getName(), List.of());
        }
        if (form instanceof TypeForm.ArrayOf array) {
            return new TypeFormText('a', "", List.of(of(array.element())));
        }
        TypeForm.Generic generic = (TypeForm.Generic) form;
        return new TypeFormText(
                'g',
                generic.raw().getName(),
                generic.arguments().stream().map(TypeFormText::of).toList());
    }

    /**
     * The form with its classes.
     *
     * @throws IllegalStateException if a class is gone; the message names it
     */
    TypeForm resolve(ClassLoader loader) {
        if (kind == 'a') {
            return new TypeForm.ArrayOf(arguments.get(0).resolve(loader));
        }
        Class<?> found;
        try {
            found = Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "state was written with values of " + name
                            + ", and there is no such class now; put it back, or start without that state",
                    e);
        }
        return kind == 'c'
                ? new TypeForm.Plain(found)
                : new TypeForm.Generic(
                        found,
                        arguments.stream().map(each -> each.resolve(loader)).toList());
    }

    void write(DataOutputView out) throws IOException {
        out.writeByte(kind);
        out.writeUTF(name);
        out.writeInt(arguments.size());
        for (TypeFormText argument : arguments) {
            argument.write(out);
        }
    }

    static TypeFormText read(DataInputView in) throws IOException {
        char kind = (char) in.readByte();
        String name = in.readUTF();
        int count = in.readInt();
        List<TypeFormText> arguments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            arguments.add(read(in));
        }
        return new TypeFormText(kind, name, arguments);
    }
}
