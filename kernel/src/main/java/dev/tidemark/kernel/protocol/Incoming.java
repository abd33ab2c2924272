package dev.tidemark.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;

/**
 * A message that arrived with a valid signature.
 *
 * @param channel where it arrived
 * @param identities the routing prefix that a reply repeats
 * @param header its header
 * @param metadata its metadata
 * @param content its content
 * @param buffers its binary attachments
 */
record Incoming(
        Channel channel,
        List<byte[]> identities,
        JsonObject header,
        JsonObject metadata,
        JsonObject content,
        List<byte[]> buffers) {
    String id() {
        return string(header, "msg_id");
    }

    String type() {
        return string(header, "msg_type");
    }

    String text(String name) {
        return string(content, name);
    }

    boolean flag(String name, boolean otherwise) {
        boolean given = content.get(name) instanceof JsonPrimitive value && value.isBoolean();
        return given ? content.get(name).getAsBoolean() : otherwise;
    }

    int number(String name, int otherwise) {
        boolean given = content.get(name) instanceof JsonPrimitive value && value.isNumber();
        // a cast from double saturates, however large the number is
        return given ? (int) content.get(name).getAsDouble() : otherwise;
    }

    JsonObject object(String name) {
        return content.get(name) instanceof JsonObject value ? value : new JsonObject();
    }

    private static String string(JsonObject object, String name) {
        boolean given = object.get(name) instanceof JsonPrimitive value && value.isString();
        return given ? object.get(name).getAsString() : "";
    }

    static JsonArray array(List<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }
}
