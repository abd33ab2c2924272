package dev.tidemark.kernel.magic;

import dev.tidemark.kernel.spi.Displayable;
import java.util.List;
import java.util.Map;

/** Lines of text as the value of a magic, shown without quotes or brackets. */
record Lines(List<String> lines) implements Displayable {
    Lines {
        lines = List.copyOf(lines);
    }

    static Lines of(String... lines) {
        return new Lines(List.of(lines));
    }

    @Override
    public Map<String, Object> mimeBundle() {
        return Map.of("text/plain", String.join("\n", lines));
    }
}
