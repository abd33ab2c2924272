package dev.tidemark.flink.search.fault;

/**
 * One thing done wrong in one method of the engine.
 *
 * @param name what is wrong
 * @param owner the class, without the engine's package
 * @param method its method; of a lambda the beginning of its name
 * @param change what is done to the method's code
 * @param call the method whose call is changed, empty where none is
 * @param other the method that is called instead, empty where none is
 * @param occurrence which of those that the change could be done to, from 0
 */
public record Fault(
        String name, String owner, String method, Change change, String call, String other, int occurrence) {
    private static final String ENGINE = "dev.tidemark.engine.";

    /** What can be done to code. */
    enum Change {
        /** A comparison lets its edge in where it did not, or no more where it did. */
        EDGE,
        /** A condition is turned round. */
        NEGATED,
        /** A sum is a difference, or the other way round. */
        SIGN,
        /** A call is left out: what it would have given is zero, false or null. */
        LEFT_OUT,
        /** Another method is called instead. */
        INSTEAD,
        /** The last two arguments of a call change places. */
        SWAPPED
    }

    static Fault edge(String name, String owner, String method, int occurrence) {
        return new Fault(name, owner, method, Change.EDGE, "", "", occurrence);
    }

    static Fault negated(String name, String owner, String method, int occurrence) {
        return new Fault(name, owner, method, Change.NEGATED, "", "", occurrence);
    }

    static Fault sign(String name, String owner, String method, int occurrence) {
        return new Fault(name, owner, method, Change.SIGN, "", "", occurrence);
    }

    static Fault leftOut(String name, String owner, String method, String call) {
        return new Fault(name, owner, method, Change.LEFT_OUT, call, "", 0);
    }

    static Fault instead(String name, String owner, String method, String call, String other) {
        return new Fault(name, owner, method, Change.INSTEAD, call, other, 0);
    }

    static Fault swapped(String name, String owner, String method, String call) {
        return new Fault(name, owner, method, Change.SWAPPED, call, "", 0);
    }

    /** The class with its package. */
    public String className() {
        return ENGINE + owner;
    }

    @Override
    public String toString() {
        return name;
    }
}
