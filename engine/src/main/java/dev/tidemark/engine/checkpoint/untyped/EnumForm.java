package dev.tidemark.engine.checkpoint.untyped;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import java.util.List;

/** An enum's constant: its place among the names. */
final class EnumForm extends UntypedCodec {
    private final String name;
    private final List<String> constants;

    EnumForm(String name, String text, List<String> constants) {
        super(text);
        this.name = name;
        this.constants = List.copyOf(constants);
    }

    @Override
    public void write(Object value, ByteSink out) {
        String constant = value instanceof Enum<?> typed ? typed.name() : value.toString();
        if (!constants.contains(constant)) {
            throw refused(value, "it is none of " + constants);
        }
        out.writeLength(constants.indexOf(constant));
    }

    @Override
    public boolean roomForNull() {
        return true;
    }

    @Override
    public Object read(ByteSource in) {
        return new EnumValue(name, constants.get(in.readPlace(constants)));
    }
}
