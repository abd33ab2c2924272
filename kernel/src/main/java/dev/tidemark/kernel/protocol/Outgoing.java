package dev.tidemark.kernel.protocol;

import com.google.gson.JsonObject;
import dev.tidemark.kernel.render.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to be sent, its parts already text (Jupyter messaging, "General Message Format").
 *
 * @param channel where it goes
 * @param prefix identities of the receiver, or the topic on iopub
 * @param header the header's JSON
 * @param parent the parent's header, or {@code {}}
 * @param metadata the metadata's JSON
 * @param content the content's JSON
 * @param buffers binary attachments
 */
record Outgoing(
        Channel channel,
        List<byte[]> prefix,
        String header,
        String parent,
        String metadata,
        String content,
        List<byte[]> buffers) {
    static final String PROTOCOL_VERSION = "5.4";
    private static final String SESSION = UUID.randomUUID().toString();
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

    /** A reply on the channel of its request, or an input request on the stdin channel. */
    static Outgoing to(Incoming parent, Channel channel, String type, JsonObject content) {
        return make(channel, parent.identities(), type, parent, new JsonObject(), content, List.of());
    }

    /** A message to every front end. */
    static Outgoing broadcast(@Nullable Incoming parent, String type, JsonObject content) {
        return broadcast(parent, type, content, new JsonObject(), List.of());
    }

    static Outgoing broadcast(
            @Nullable Incoming parent, String type, JsonObject content, JsonObject metadata, List<byte[]> buffers) {
        List<byte[]> topic = List.of(type.getBytes(StandardCharsets.UTF_8));
        return make(Channel.IOPUB, topic, type, parent, metadata, content, buffers);
    }

    private static Outgoing make(
            Channel channel,
            List<byte[]> prefix,
            String type,
            @Nullable Incoming parent,
            JsonObject metadata,
            JsonObject content,
            List<byte[]> buffers) {
        JsonObject header = new JsonObject();
        header.addProperty("msg_id", UUID.randomUUID().toString());
        header.addProperty("session", SESSION);
        header.addProperty("username", "kernel");
        header.addProperty("date", DATE.format(Instant.now().atOffset(ZoneOffset.UTC)));
        header.addProperty("msg_type", type);
        header.addProperty("version", PROTOCOL_VERSION);
        JsonObject parentHeader = parent == null ? new JsonObject() : parent.header();
        return new Outgoing(
                channel,
                prefix,
                Json.text(header),
                Json.text(parentHeader),
                Json.text(metadata),
                Json.text(content),
                buffers);
    }
}
