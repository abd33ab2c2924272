package dev.tidemark.kernel.render;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.ToNumberPolicy;
import com.google.gson.TypeAdapter;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON of bundles and messages: nulls are kept, and a number that JSON has no word for (NaN, infinity) becomes null. */
public final class Json {
    private static final Gson GSON = new GsonBuilder()
            .disableHtmlEscaping()
            .serializeNulls()
            .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
            .registerTypeAdapter(Double.class, new Finite<>(Double.class))
            .registerTypeAdapter(Float.class, new Finite<>(Float.class))
            .create();
    private static final TypeToken<Map<String, Object>> OBJECT = new TypeToken<>() {};

    private Json() {}

    /**
     * The JSON of maps, lists, strings, numbers and booleans.
     *
     * @param value the value, null included
     * @return its tree
     */
    public static JsonElement tree(@Nullable Object value) {
        return GSON.toJsonTree(value);
    }

    /**
     * Writes JSON in one line.
     *
     * @param json a tree
     * @return its text
     */
    public static String text(JsonElement json) {
        return GSON.toJson(json);
    }

    /**
     * Writes JSON, indented by one blank as Jupyter does.
     *
     * @param json a tree
     * @return its text
     */
    public static String indented(JsonElement json) {
        StringWriter text = new StringWriter();
        JsonWriter writer = new JsonWriter(text);
        writer.setIndent(" ");
        GSON.toJson(json, writer);
        return text.toString();
    }

    /**
     * Reads a JSON object.
     *
     * @param text JSON
     * @return the object
     * @throws JsonParseException if the text is not a JSON object
     */
    public static JsonObject object(String text) {
        JsonElement json = JsonParser.parseString(text);
        if (!json.isJsonObject()) {
            throw new JsonParseException("not a JSON object: " + Text.cell(text));
        }
        return json.getAsJsonObject();
    }

    /**
     * JSON as maps, lists, strings, longs, doubles and booleans.
     *
     * @param json a tree
     * @return its value; null for JSON's null
     */
    public static @Nullable Object value(JsonElement json) {
        return GSON.fromJson(json, Object.class);
    }

    /**
     * A JSON object as maps and lists.
     *
     * @param json the object
     * @return names to values
     */
    public static Map<String, Object> map(JsonObject json) {
        return GSON.fromJson(json, OBJECT);
    }

    private static final class Finite<N extends Number> extends TypeAdapter<N> {
        private final Class<N> type;

        Finite(Class<N> type) {
            this.type = type;
        }

        @Override
        public void write(JsonWriter out, @Nullable N value) throws IOException {
            if (value == null || !Double.isFinite(value.doubleValue())) {
                out.nullValue();
            } else {
                out.value(value);
            }
        }

        @Override
        public N read(JsonReader in) throws IOException {
            double value = in.nextDouble();
            return type.cast(type == Float.class ? (Object) (float) value : (Object) value);
        }
    }
}
