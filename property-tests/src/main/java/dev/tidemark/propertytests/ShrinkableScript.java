package dev.tidemark.propertytests;

import dev.tidemark.propertytests.shrink.ScriptCandidates;
import dev.tidemark.propertytests.shrink.ScriptSize;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/** A script that jqwik can shrink: by leaving entries out, then by simpler times, partitions and values. */
record ShrinkableScript<T>(EventScript<T> value) implements Shrinkable<EventScript<T>> {
    @Override
    public Stream<Shrinkable<EventScript<T>>> shrink() {
        return ScriptCandidates.of(value).map(ShrinkableScript::new);
    }

    @Override
    public ShrinkingDistance distance() {
        return ShrinkingDistance.of(ScriptSize.of(value).parts());
    }
}
