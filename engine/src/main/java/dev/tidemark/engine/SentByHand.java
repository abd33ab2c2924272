package dev.tidemark.engine;

import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.topology.Role;
import dev.tidemark.engine.topology.SourceInput;
import dev.tidemark.engine.topology.Topology;
import org.jspecify.annotations.Nullable;

/** Checks what a user sends to the sources of a topology, and reads its event time. */
record SentByHand(Topology topology) {
    Role.SourceRole source(String name) {
        Node node = topology.node(name);
        if (node.role() instanceof Role.SourceRole role) {
            return role;
        }
        throw new IllegalArgumentException("'" + name + "' is a " + node.kind() + " operator, not a source");
    }

    /** The event with the time that its source reads from it. */
    Event event(String source, Object event) {
        Object value = checked(source, event);
        long time = source(source).input() instanceof SourceInput.ByHand byHand && byHand.eventTime() != null
                ? EventTimes.of(value, byHand.eventTime())
                : Event.NO_TIMESTAMP;
        return new Event(value, time);
    }

    Object checked(String source, @Nullable Object event) {
        source(source);
        if (event == null) {
            throw new IllegalArgumentException("null was sent to source '" + source + "'; a stream holds no nulls");
        }
        if (topology.node(source).output().type() instanceof Class<?> type && !type.isInstance(event)) {
            throw new IllegalArgumentException("source '" + source + "' takes " + type.getSimpleName() + ", not "
                    + event.getClass().getSimpleName());
        }
        return event;
    }
}
