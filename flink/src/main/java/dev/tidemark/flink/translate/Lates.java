package dev.tidemark.flink.translate;

import dev.tidemark.engine.cep.PatternSpec;
import dev.tidemark.engine.join.IntervalJoinSpec;
import dev.tidemark.engine.operator.OperatorSpec;
import dev.tidemark.engine.window.WindowSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which operators know late elements, and into which side outputs each of their inputs' go. */
final class Lates {
    private static final Map<Class<?>, Function<OperatorSpec, List<@Nullable String>>> TAGS = Map.of(
            PatternSpec.class, spec -> Arrays.asList(((PatternSpec) spec).lateTag()),
            WindowSpec.class, spec -> Arrays.asList(((WindowSpec) spec).lateTag()),
            IntervalJoinSpec.class,
                    spec -> Arrays.asList(
                            ((IntervalJoinSpec) spec).leftLateTag(), ((IntervalJoinSpec) spec).rightLateTag()));

    private Lates() {}

    /** For each input that can have late elements the side output that its user names, or null. */
    static List<@Nullable String> tags(OperatorSpec spec) {
        return Objects.requireNonNull(TAGS.getOrDefault(spec.getClass(), any -> List.of()))
                .apply(spec);
    }
}
