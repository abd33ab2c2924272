package dev.tidemark.engine.cep;

import java.io.Serializable;
import java.util.Comparator;

/** Says which of two events of equal time is seen first (Flink's {@code EventComparator}). */
@FunctionalInterface
public interface EventOrder<T> extends Comparator<T>, Serializable {}
