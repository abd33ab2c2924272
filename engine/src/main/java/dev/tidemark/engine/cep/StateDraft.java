package dev.tidemark.engine.cep;

import dev.tidemark.engine.cep.CompiledPattern.Action;
import dev.tidemark.engine.cep.CompiledPattern.Kind;
import java.util.ArrayList;
import java.util.List;

/** A state while its pattern is being compiled. */
final class StateDraft<T> {
    /** An edge while its pattern is being compiled. */
    record Edge<T>(Action action, StateDraft<T> target, Condition<T> condition) {}

    private final String name;
    private final List<Edge<T>> edges = new ArrayList<>();
    private Kind kind;
    private long gapMillis;

    StateDraft(String name, Kind kind) {
        this.name = name;
        this.kind = kind;
    }

    String name() {
        return name;
    }

    /** The part of the pattern that the name was made from. */
    String part() {
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }

    Kind kind() {
        return kind;
    }

    List<Edge<T>> edges() {
        return edges;
    }

    void begins() {
        kind = Kind.START;
    }

    void gap(long millis) {
        gapMillis = millis;
    }

    long gapMillis() {
        return gapMillis;
    }

    void take(StateDraft<T> target, Condition<T> condition) {
        edges.add(new Edge<>(Action.TAKE, target, condition));
    }

    void ignore(StateDraft<T> target, Condition<T> condition) {
        edges.add(new Edge<>(Action.IGNORE, target, condition));
    }

    void proceed(StateDraft<T> target, Condition<T> condition) {
        edges.add(new Edge<>(Action.PROCEED, target, condition));
    }

    /** Narrows every edge that there is: the condition must not hold. */
    void unless(Condition<T> condition) {
        edges.replaceAll(edge ->
                new Edge<>(edge.action(), edge.target(), edge.condition().and(condition.not())));
    }

    /** Adds an edge of another state; one that led back to that state leads back to this one. */
    void like(Edge<T> edge, StateDraft<T> other) {
        edges.add(new Edge<>(edge.action(), edge.target() == other ? this : edge.target(), edge.condition()));
    }

    CompiledPattern.State<T> freeze() {
        List<CompiledPattern.Edge<T>> frozen = edges.stream()
                .map(edge ->
                        new CompiledPattern.Edge<>(edge.action(), edge.target().name(), edge.condition()))
                .toList();
        return new CompiledPattern.State<>(name, part(), kind, frozen, gapMillis);
    }
}
