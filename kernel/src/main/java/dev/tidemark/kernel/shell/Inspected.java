package dev.tidemark.kernel.shell;

/**
 * One thing that the name or the call at a cursor may mean.
 *
 * @param signature its declaration in a line, or a variable's type, name and value
 * @param comment its documentation comment without stars, or empty
 * @param source its text where it is known and was asked for, or empty
 */
public record Inspected(String signature, String comment, String source) {}
