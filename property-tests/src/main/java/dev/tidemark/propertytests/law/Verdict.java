package dev.tidemark.propertytests.law;

/** What a law says about one attempt. */
public sealed interface Verdict {
    /** It holds; {@code how} tells how strictly it was checked. */
    record Held(String how) implements Verdict {}

    /** It says nothing here, since something that it assumes is not so. */
    record Rejected(String reason) implements Verdict {}

    /** It is broken. */
    record Broken(Finding finding) implements Verdict {}
}
