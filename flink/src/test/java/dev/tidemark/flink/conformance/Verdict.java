package dev.tidemark.flink.conformance;

/**
 * What the referee says of a case.
 *
 * @param id of the case: a timeline's name
 * @param says agrees, or why it can't be asked; a difference is a failing test
 */
record Verdict(String id, Says says, String detail) {
    /** The kinds of verdict. */
    enum Says {
        /** Everything is the same, in the same order after each line. */
        AGREES,
        /** After each line everything is the same but for an order that Flink leaves open. */
        AGREES_BUT_FOR_ORDER,
        /** Flink can't be asked. */
        NOT_ASKED,
        /** Something is not the same. */
        DIFFERS
    }

    /** One line, the parts separated by tabs. */
    String line(String test) {
        return id + "\t" + test + "\t" + says + "\t" + detail.replace('\t', ' ').replace('\n', ' ');
    }
}
