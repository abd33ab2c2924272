package dev.tidemark.engine.cep;

import dev.tidemark.engine.time.Times;
import java.io.Serializable;
import java.time.Duration;

/**
 * How often a part of a pattern has to occur, and what may lie between its occurrences.
 *
 * <p>Source: Flink's {@code Quantifier} and {@code Times}.
 *
 * @param kind once, a number of times, or without end
 * @param from the least number of occurrences, at least 1
 * @param to the largest; equal to {@code from} when there is no end
 * @param optional whether none at all will do too
 * @param greedy whether an event that could go to this part or to the next goes to this one alone
 * @param inner what may lie between two occurrences: {@link Contiguity#NEXT}, {@link Contiguity#FOLLOWED_BY} or
 *     {@link Contiguity#FOLLOWED_BY_ANY}
 * @param eachWithinMillis the limit that {@link EventPattern#eachWithin} says, 0 for none
 */
public record Quantifier(
        Kind kind, int from, int to, boolean optional, boolean greedy, Contiguity inner, long eachWithinMillis)
        implements Serializable {
    /** What is said of a part's number. */
    public enum Kind {
        ONE,
        TIMES,
        OR_MORE
    }

    private static final Quantifier ONE = new Quantifier(Kind.ONE, 1, 1, false, false, Contiguity.FOLLOWED_BY, 0);

    public Quantifier {
        if (from < 1 || to < from || inner.negated() || eachWithinMillis < 0) {
            throw new IllegalArgumentException("no quantifier goes from " + from + " to " + to + " with " + inner
                    + " and " + eachWithinMillis + " ms between occurrences");
        }
    }

    /** Exactly once. */
    public static Quantifier one() {
        return ONE;
    }

    Quantifier times(String owner, int least, int most) {
        requireFirst(owner, "times(" + (least == most ? "" + least : least + ", " + most) + ")");
        if (least == most && least < 1) {
            throw new IllegalArgumentException(
                    owner + " has times(" + least + "); write at least 1, or times(0, n) for at most n");
        }
        if (least < 0 || most < Math.max(1, least)) {
            throw new IllegalArgumentException(owner + " has times(" + least + ", " + most
                    + "); write the smaller number first, and at least 1 for the larger");
        }
        return new Quantifier(Kind.TIMES, Math.max(1, least), most, least == 0, false, Contiguity.FOLLOWED_BY, 0);
    }

    Quantifier orMore(String owner, int least) {
        requireFirst(owner, least == 1 ? "oneOrMore()" : "timesOrMore(" + least + ")");
        if (least < 1) {
            throw new IllegalArgumentException(owner + " has timesOrMore(" + least
                    + "); write at least 1, or oneOrMore().optional() for any number");
        }
        return new Quantifier(Kind.OR_MORE, least, least, false, false, Contiguity.FOLLOWED_BY, 0);
    }

    private void requireFirst(String owner, String said) {
        if (kind != Kind.ONE) {
            throw new IllegalArgumentException(owner + " has " + text() + " already; leave out " + said + " or that");
        }
        if (optional) {
            throw new IllegalArgumentException(
                    owner + " would forget its optional() at " + said + "; write " + said + ".optional()");
        }
    }

    Quantifier asOptional(String owner) {
        if (optional) {
            throw new IllegalArgumentException(owner + " is optional already; leave out the second optional()");
        }
        return new Quantifier(kind, from, to, true, greedy, inner, eachWithinMillis);
    }

    Quantifier asGreedy(String owner) {
        requireSeveral(owner, "greedy()");
        if (inner == Contiguity.FOLLOWED_BY_ANY) {
            throw new IllegalArgumentException(
                    owner + " has allowCombinations(), with which greedy() does not go; leave out one of the two");
        }
        return new Quantifier(kind, from, to, optional, true, inner, eachWithinMillis);
    }

    Quantifier between(String owner, Contiguity contiguity) {
        String said = method(contiguity);
        requireSeveral(owner, said);
        if (inner == contiguity) {
            throw new IllegalArgumentException(owner + " has " + said + " already; leave out the second");
        }
        if (inner != Contiguity.FOLLOWED_BY) {
            throw new IllegalArgumentException(owner + " has " + method(inner) + ", with which " + said
                    + " does not go; leave out one of the two");
        }
        return new Quantifier(kind, from, to, optional, greedy, contiguity, eachWithinMillis);
    }

    Quantifier eachWithin(String owner, long millis) {
        requireSeveral(owner, "eachWithin(…)");
        return new Quantifier(kind, from, to, optional, greedy, inner, millis);
    }

    private void requireSeveral(String owner, String said) {
        if (kind == Kind.ONE) {
            throw new IllegalArgumentException(owner + " occurs once, so " + said
                    + " does not apply to it; write times(…), timesOrMore(…) or oneOrMore() before it");
        }
    }

    private static String method(Contiguity inner) {
        return inner == Contiguity.NEXT ? "consecutive()" : "allowCombinations()";
    }

    /** The calls that say it, joined by dots; empty for exactly once. */
    public String text() {
        StringBuilder text = new StringBuilder();
        if (kind == Kind.TIMES) {
            text.append(".times(")
                    .append(from)
                    .append(from == to ? "" : ", " + to)
                    .append(')');
        } else if (kind == Kind.OR_MORE) {
            text.append(from == 1 ? ".oneOrMore()" : ".timesOrMore(" + from + ")");
        }
        text.append(
                eachWithinMillis == 0 ? "" : ".eachWithin(" + Times.text(Duration.ofMillis(eachWithinMillis)) + ")");
        text.append(inner == Contiguity.FOLLOWED_BY ? "" : "." + method(inner));
        text.append(greedy ? ".greedy()" : "").append(optional ? ".optional()" : "");
        return text.length() == 0 ? "" : text.substring(1);
    }
}
