package dev.tidemark.timetravel;

/**
 * One thing in which two runs differ where they stand.
 *
 * @param what {@code result}, {@code state}, {@code timer}, {@code watermark}, {@code late}, {@code clock} or {@code failure}
 * @param where the operator, sink or partition; empty for the whole run
 * @param about which one: its key, window and name
 * @param here what the one run has; empty for nothing
 * @param there what the other has; empty for nothing
 */
public record Difference(String what, String where, String about, String here, String there) {}
