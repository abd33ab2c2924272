package dev.tidemark.flink.referee;

import java.util.function.Function;

/**
 * What the referee says of a case.
 *
 * @param id of the case: a timeline's name, a search's seeds
 * @param statements the numbers of the statements that it shows
 * @param says agrees, differs, or can't be asked
 * @param detail what differs, or why it can't be asked
 */
public record Verdict(String id, String statements, Says says, String detail) {
    /** The kinds of verdict. */
    public enum Says {
        /** Everything is the same, in the same order after each line. */
        AGREES,
        /** After each line everything is the same but for an order that Flink leaves open. */
        AGREES_BUT_FOR_ORDER,
        /** Flink can't be asked. */
        NOT_ASKED,
        /** Something is not the same. */
        DIFFERS
    }

    /**
     * The verdict about what the engine and Flink say.
     *
     * @param lane of what the order is not open: see {@link Outcomes#differenceFrom(Outcomes, Function)}
     */
    public static Verdict of(
            String id, String statements, Outcomes engine, Outcomes flink, Function<Outcome, String> lane) {
        String difference = engine.differenceFrom(flink, lane);
        Says says = !difference.isEmpty()
                ? Says.DIFFERS
                : engine.sameOrderAs(flink) ? Says.AGREES : Says.AGREES_BUT_FOR_ORDER;
        return new Verdict(id, statements, says, difference);
    }

    /** The same where the order is that of a cluster's threads: that it is the same says nothing. */
    public Verdict withoutOrder() {
        return says == Says.AGREES ? new Verdict(id, statements, Says.AGREES_BUT_FOR_ORDER, detail) : this;
    }

    /** One line, the parts separated by tabs. */
    String line(String test) {
        return String.join("\t", id, statements, test, says.name(), detail.replaceAll("[\t\n]+ *", " "));
    }
}
