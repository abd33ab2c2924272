package dev.tidemark.propertytests.provider;

import dev.tidemark.propertytests.CrashPlan;
import dev.tidemark.propertytests.CrashPlans;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/** Lets {@code @ForAll CrashPlan} stand in a property. */
public final class CrashPlanProvider implements ArbitraryProvider {
    @Override
    public boolean canProvideFor(TypeUsage targetType) {
        return targetType.isOfType(CrashPlan.class);
    }

    @Override
    public Set<Arbitrary<?>> provideFor(TypeUsage targetType, SubtypeProvider subtypeProvider) {
        return Set.of(CrashPlans.any());
    }
}
