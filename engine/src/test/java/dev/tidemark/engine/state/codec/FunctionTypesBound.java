package dev.tidemark.engine.state.codec;

import dev.tidemark.engine.state.codec.FunctionTypesTest.Quake;
import java.io.Serializable;
import java.util.List;

/** An instance whose method a reference is bound to. */
final class FunctionTypesBound implements Serializable {
    private static final long serialVersionUID = 1L;

    List<Long> lengths(Quake quake) {
        return List.of((long) quake.id().length());
    }
}
