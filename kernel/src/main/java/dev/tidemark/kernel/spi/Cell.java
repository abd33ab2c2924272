package dev.tidemark.kernel.spi;

/**
 * The text of a cell and its number.
 *
 * @param number the execution count, from 1; errors speak of {@code cell[number]}
 * @param code the text as the user wrote it
 */
public record Cell(int number, String code) {}
