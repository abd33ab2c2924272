package dev.tidemark.kernel.shell;

/**
 * Whether a piece of code can run as it is.
 *
 * @param status whether it can
 * @param indent what the next line should begin with if the code is incomplete
 */
public record Completeness(Status status, String indent) {
    /** The words of the Jupyter protocol, in upper case. */
    public enum Status {
        /** It can run. */
        COMPLETE,
        /** Another line is needed. */
        INCOMPLETE,
        /** No further line can make it Java. */
        INVALID
    }
}
