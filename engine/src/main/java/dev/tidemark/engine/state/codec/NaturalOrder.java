package dev.tidemark.engine.state.codec;

import java.util.Comparator;

/** Natural order, ties broken by bytes ({@code 1.0} and {@code 1.00} are two decimals that compare as equal). */
public final class NaturalOrder<T> implements Comparator<T> {
    private final Comparator<T> ties;

    NaturalOrder(Codec<T> codec) {
        this.ties = Order.ofBytes(codec);
    }

    @Override
    @SuppressWarnings("unchecked") // made only for types that are Comparable to themselves
    public int compare(T left, T right) {
        int natural = ((Comparable<T>) left).compareTo(right);
        return natural != 0 ? natural : ties.compare(left, right);
    }
}
