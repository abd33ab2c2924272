package dev.tidemark.kernel.spi;

import org.jspecify.annotations.Nullable;

/** A display where there is no notebook: every value is printed on its own line. */
record PrintedDisplay(String id) implements DisplayHandle {
    static DisplayHandle of(@Nullable Object value) {
        DisplayHandle handle = new PrintedDisplay("printed");
        handle.update(value);
        return handle;
    }

    @Override
    public void update(@Nullable Object value) {
        Object shown = value instanceof Displayable displayable
                ? displayable.mimeBundle().getOrDefault("text/plain", value)
                : value;
        System.out.println(shown);
    }
}
