package dev.tidemark.propertytests.run;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a run did that some laws assume it does not, each as a sentence; empty where the assumption holds.
 *
 * @param late an element, or a timer that it set, lay behind the watermark of the operator that it came to
 * @param processingTimer a timer of processing time was set
 * @param touchingSessions a session began exactly where one had fired: which of the two happens first decides whether
 *     they are one
 */
public record Assumptions(
        Optional<String> late, Optional<String> processingTimer, Optional<String> touchingSessions) {
    /** The first that is broken. */
    public Optional<String> broken() {
        return Stream.of(late, processingTimer, touchingSessions)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
