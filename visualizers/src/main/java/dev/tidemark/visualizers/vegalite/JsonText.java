package dev.tidemark.visualizers.vegalite;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import org.jspecify.annotations.Nullable;

/** Prints trees of maps and lists as JSON; the one place that knows the JSON library. */
final class JsonText {
    private static final Gson GSON = new GsonBuilder().serializeNulls().create();

    private JsonText() {}

    static String of(@Nullable Object tree) {
        return GSON.toJson(tree);
    }
}
