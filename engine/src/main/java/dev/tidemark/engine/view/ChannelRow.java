package dev.tidemark.engine.view;

import dev.tidemark.engine.element.StreamElement;
import java.util.List;

/**
 * What is in flight between two subtasks.
 *
 * @param blocked whether the receiver takes nothing of it: it waits for a barrier in other channels, or has no room
 * @param inFlight the elements, the next to be delivered first
 */
public record ChannelRow(String from, String to, boolean blocked, List<StreamElement> inFlight) {
    public ChannelRow {
        inFlight = List.copyOf(inFlight);
    }
}
