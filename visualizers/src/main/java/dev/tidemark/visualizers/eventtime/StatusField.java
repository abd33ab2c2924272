package dev.tidemark.visualizers.eventtime;

import dev.tidemark.visualizers.vegalite.Field;
import java.util.Arrays;

/** The status of an event as a column, with the colour and the shape that it has in every chart. */
final class StatusField {
    private StatusField() {}

    /** A field for shape and fill; its range holds colours, the shapes come with {@link #shapes}. */
    static Field of(String column) {
        return Field.category(column)
                .domain(Arrays.stream(EventStatus.values())
                        .map(EventStatus::words)
                        .toArray())
                .range(Arrays.stream(EventStatus.values())
                        .map(EventStatus::color)
                        .toArray());
    }

    static Field shapes(String column) {
        return of(column)
                .range(Arrays.stream(EventStatus.values())
                        .map(EventStatus::shape)
                        .toArray());
    }
}
