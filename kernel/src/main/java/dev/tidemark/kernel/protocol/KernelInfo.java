package dev.tidemark.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** What the kernel says of itself (Jupyter messaging, "Kernel info"). */
final class KernelInfo {
    private KernelInfo() {}

    static JsonObject reply() {
        JsonObject content = new JsonObject();
        content.addProperty("status", "ok");
        content.addProperty("protocol_version", Outgoing.PROTOCOL_VERSION);
        content.addProperty("implementation", "tidemark");
        content.addProperty("implementation_version", version());
        content.add("language_info", language());
        content.addProperty(
                "banner",
                "Tidemark " + version() + " · Java " + Runtime.version().feature() + " (" + Runtime.version() + ")");
        content.add("help_links", new JsonArray());
        content.addProperty("debugger", false);
        content.add("supported_features", new JsonArray());
        return content;
    }

    static JsonObject language() {
        JsonObject language = new JsonObject();
        language.addProperty("name", "java");
        language.addProperty("version", Runtime.version().toString());
        language.addProperty("mimetype", "text/x-java-source");
        language.addProperty("file_extension", ".java");
        language.addProperty("pygments_lexer", "java");
        language.addProperty("codemirror_mode", "text/x-java");
        language.addProperty("nbconvert_exporter", "script");
        return language;
    }

    private static String version() {
        String version = KernelInfo.class.getPackage().getImplementationVersion();
        return version == null ? "0.1.0" : version;
    }
}
