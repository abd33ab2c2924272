package dev.tidemark.propertytests.provider;

import dev.tidemark.propertytests.EventScript;
import dev.tidemark.propertytests.EventScripts;
import java.util.LinkedHashSet;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/** Lets {@code @ForAll EventScript<Payment>} stand in a property, wherever jqwik can make payments. */
public final class EventScriptProvider implements ArbitraryProvider {
    @Override
    public boolean canProvideFor(TypeUsage targetType) {
        return targetType.isOfType(EventScript.class);
    }

    @Override
    public Set<Arbitrary<?>> provideFor(TypeUsage targetType, SubtypeProvider subtypeProvider) {
        Set<Arbitrary<?>> scripts = new LinkedHashSet<>();
        for (Arbitrary<?> values : subtypeProvider.apply(targetType.getTypeArgument(0))) {
            scripts.add(EventScripts.of(values));
        }
        return scripts;
    }
}
