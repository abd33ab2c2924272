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
 * @param idleAtEnd a source ended while it was idle, and so did not say that time is over: windows stay open
 * @param idle an operator was idle, so that its watermark was not waited for
 */
public record Assumptions(
        Optional<String> late,
        Optional<String> processingTimer,
        Optional<String> touchingSessions,
        Optional<String> idleAtEnd,
        Optional<String> idle) {
    /** The first that is broken; idleness alone breaks none. */
    public Optional<String> broken() {
        return Stream.of(late, processingTimer, touchingSessions, idleAtEnd)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
