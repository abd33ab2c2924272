package dev.tidemark.engine.cep;

import dev.tidemark.engine.function.FilterFunction;
import java.io.Serializable;

/**
 * What an event has to satisfy: the conditions of a pattern's part, joined as they were said.
 *
 * <p>Joined conditions are asked from left to right, and the right one only when the left one leaves the answer open.
 */
public sealed interface Condition<T> extends Serializable {
    /** Whether the event fits. */
    boolean holds(T event, IterativeCondition.Context<T> context) throws Exception;

    /** The answer is always yes. */
    static <T> Condition<T> always() {
        return new Always<>();
    }

    default Condition<T> and(Condition<T> right) {
        return new And<>(this, right);
    }

    default Condition<T> or(Condition<T> right) {
        return new Or<>(this, right);
    }

    default Condition<T> not() {
        return new Not<>(this);
    }

    /** Every event fits. */
    record Always<T>() implements Condition<T> {
        @Override
        public boolean holds(T event, IterativeCondition.Context<T> context) {
            return true;
        }
    }

    /** A function of the event alone. */
    record Simple<T>(FilterFunction<? super T> function) implements Condition<T> {
        @Override
        public boolean holds(T event, IterativeCondition.Context<T> context) throws Exception {
            return function.filter(event);
        }
    }

    /** A function of the event and of what was matched so far. */
    record Iterative<T>(IterativeCondition<T, T> function) implements Condition<T> {
        @Override
        public boolean holds(T event, IterativeCondition.Context<T> context) throws Exception {
            return function.filter(event, context);
        }
    }

    /** The event is of a class. */
    record Subtype<T>(Class<? extends T> type) implements Condition<T> {
        @Override
        public boolean holds(T event, IterativeCondition.Context<T> context) {
            return type.isInstance(event);
        }
    }

    record And<T>(Condition<T> left, Condition<T> right) implements Condition<T> {
        @Override
        public boolean holds(T event, IterativeCondition.Context<T> context) throws Exception {
            return left.holds(event, context) && right.holds(event, context);
        }
    }

    record Or<T>(Condition<T> left, Condition<T> right) implements Condition<T> {
        @Override
        public boolean holds(T event, IterativeCondition.Context<T> context) throws Exception {
            return left.holds(event, context) || right.holds(event, context);
        }
    }

    record Not<T>(Condition<T> condition) implements Condition<T> {
        @Override
        public boolean holds(T event, IterativeCondition.Context<T> context) throws Exception {
            return !condition.holds(event, context);
        }
    }
}
