package dev.tidemark.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.tidemark.kernel.render.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dflib.jjava.jupyter.messages.HMACGenerator;

/**
 * Valid messages of every type, changed at random: in their JSON, signed rightly; in their text, so that it is no JSON; in
 * their bytes and frames, so that the signature or the framing is wrong.
 */
final class Mutation {
    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
    private static final int CONTENT = 5;

    /** A message of each type; {@code code} does nothing that a mutation could make dangerous. */
    private static final List<String> SEEDS = List.of(
            "execute_request {\"code\":\"1 + 1\",\"silent\":false,\"store_history\":true,\"user_expressions\":{\"a\":\"2\"},"
                    + "\"allow_stdin\":false,\"stop_on_error\":true}",
            "execute_request {\"code\":\"record P(int x) {}\",\"silent\":true}",
            "inspect_request {\"code\":\"Math.max(1, 2)\",\"cursor_pos\":11,\"detail_level\":1}",
            "complete_request {\"code\":\"Math.ma\",\"cursor_pos\":7}",
            "history_request {\"output\":true,\"raw\":true,\"hist_access_type\":\"range\",\"session\":0,\"start\":0,\"stop\":5}",
            "history_request {\"hist_access_type\":\"search\",\"pattern\":\"1*\",\"unique\":true,\"n\":3}",
            "is_complete_request {\"code\":\"if (true) {\"}",
            "connect_request {}",
            "comm_info_request {\"target_name\":\"x\"}",
            "kernel_info_request {}",
            "interrupt_request {}",
            "debug_request {\"type\":\"request\",\"seq\":1,\"command\":\"initialize\",\"arguments\":{}}",
            "create_subshell_request {}",
            "comm_open {\"comm_id\":\"c\",\"target_name\":\"jupyter.widget\",\"data\":{\"state\":{}}}",
            "comm_msg {\"comm_id\":\"c\",\"data\":{\"method\":\"update\",\"state\":{\"value\":3},\"buffer_paths\":[]}}",
            "comm_close {\"comm_id\":\"c\",\"data\":{}}",
            "input_reply {\"value\":\"x\",\"status\":\"ok\"}");

    private static final List<JsonElement> ODDITIES = List.of(
            JsonNull.INSTANCE,
            new JsonPrimitive(-1),
            new JsonPrimitive(1e300),
            new JsonPrimitive(Long.MAX_VALUE),
            new JsonPrimitive(true),
            new JsonPrimitive(""),
            new JsonPrimitive("\u0000\uD83D\uDE00\uD800"),
            new JsonPrimitive("((((\"'{{{/*"),
            new JsonPrimitive("x".repeat(5_000)),
            new JsonArray(),
            new JsonObject());

    private final Random random;
    private final HMACGenerator signatures;

    Mutation(long seed, HMACGenerator signatures) {
        random = new Random(seed);
        this.signatures = signatures;
    }

    /** The frames of the next message. */
    List<byte[]> next() {
        String[] seed = SEEDS.get(random.nextInt(SEEDS.size())).split(" ", 2);
        JsonObject header = new JsonObject();
        header.addProperty("msg_id", "m" + random.nextInt());
        header.addProperty("session", "fuzz");
        header.addProperty("username", "fuzz");
        header.addProperty("date", "2018-02-01T00:00:00Z");
        header.addProperty("msg_type", seed[0]);
        header.addProperty("version", "5.4");
        JsonObject content = Json.object(seed[1]);
        List<byte[]> parts = new ArrayList<>(List.of(text(header), text("{}"), text("{}"), text(content)));
        int kind = random.nextInt(10);
        if (kind < 5) {
            change(content);
            parts.set(3, text(content));
        } else if (kind == 5) {
            change(header);
            parts.set(0, text(header));
        } else if (kind == 6) {
            int part = random.nextInt(parts.size());
            parts.set(part, spoilt(parts.get(part)));
        }
        List<byte[]> frames = new ArrayList<>(List.of(DELIMITER, signature(parts)));
        frames.addAll(parts);
        while (random.nextInt(8) == 0) {
            frames.add(bytes(random.nextInt(300)));
        }
        if (kind == 7) {
            frames.set(random.nextInt(frames.size()), bytes(random.nextInt(40)));
        } else if (kind == 8) {
            frames.remove(random.nextInt(frames.size()));
        } else if (kind == 9) {
            frames.add(random.nextInt(CONTENT), bytes(random.nextInt(40)));
        }
        return frames;
    }

    /** Removes, adds or replaces a member, here or further inside. */
    private void change(JsonObject object) {
        List<String> names = List.copyOf(object.keySet());
        if (names.isEmpty() || random.nextInt(5) == 0) {
            object.add("odd" + random.nextInt(3), oddity());
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        if (object.get(name) instanceof JsonObject inner && random.nextBoolean()) {
            change(inner);
        } else if (random.nextInt(4) == 0) {
            object.remove(name);
        } else if (object.get(name) instanceof JsonPrimitive value && value.isString() && random.nextBoolean()) {
            object.addProperty(name, new String(spoilt(text(value.getAsString())), StandardCharsets.ISO_8859_1));
        } else {
            object.add(name, oddity());
        }
    }

    private JsonElement oddity() {
        return ODDITIES.get(random.nextInt(ODDITIES.size()));
    }

    /** Some bytes replaced, or the end cut off. */
    private byte[] spoilt(byte[] bytes) {
        byte[] spoilt = bytes.clone();
        if (spoilt.length == 0 || random.nextInt(4) == 0) {
            return java.util.Arrays.copyOf(spoilt, random.nextInt(spoilt.length + 1));
        }
        for (int i = random.nextInt(3); i >= 0; i--) {
            spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
        }
        return spoilt;
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] signature(List<byte[]> parts) {
        return text(signatures.calculateSignature(parts.get(0), parts.get(1), parts.get(2), parts.get(3)));
    }

    private static byte[] text(JsonObject json) {
        return text(Json.text(json));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
