package dev.tidemark.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.tidemark.kernel.render.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DebuggingTest {
    private Client client;

    @BeforeAll
    void open() throws Exception {
        client = new Client();
        client.run("record Port(String name) {}\nint rate = 5;\nvar port = new Port(\"Hull\");");
    }

    @AfterAll
    void close() {
        client.close();
    }

    private JsonObject ask(String command, String arguments) {
        JsonObject request = Json.object("{\"type\": \"request\", \"seq\": 7, \"command\": \"" + command
                + "\", \"arguments\": " + arguments + "}");
        JsonObject reply = client.ask(client.control, "debug_request", request).reply();
        assertThat(reply.get("request_seq").getAsInt()).isEqualTo(7);
        assertThat(reply.get("command").getAsString()).isEqualTo(command);
        return reply;
    }

    @Test
    void variables_are_listed_and_shown_in_full() {
        assertThat(ask("inspectVariables", "{}").getAsJsonObject("body").toString())
                .contains("\"name\":\"rate\"", "\"type\":\"int\"", "\"value\":\"5\"", "\"value\":\"Port[name=Hull]\"");
        assertThat(ask("richInspectVariables", "{\"variableName\": \"port\"}")
                        .getAsJsonObject("body")
                        .getAsJsonObject("data")
                        .toString())
                .contains("text/plain", "Hull");
        JsonObject none = ask("richInspectVariables", "{\"variableName\": \"nothing\"}");
        assertThat(none.get("success").getAsBoolean()).isFalse();
        assertThat(none.get("message").getAsString()).startsWith("there is no variable 'nothing'");
    }

    @Test
    void an_expression_is_evaluated_or_its_failure_told() {
        JsonObject reply = ask("evaluate", "{\"expression\": \"rate * 2\"}");
        assertThat(reply.getAsJsonObject("body").get("result").getAsString()).isEqualTo("10");
        JsonObject failed = ask("evaluate", "{\"expression\": \"rate / 0\"}");
        assertThat(failed.get("success").getAsBoolean()).isFalse();
        assertThat(failed.get("message").getAsString()).contains("/ by zero");
    }

    @Test
    void a_cell_is_written_where_a_front_end_expects_it() throws Exception {
        JsonObject info = ask("debugInfo", "{}").getAsJsonObject("body");
        assertThat(info.get("isStarted").getAsBoolean()).isFalse();
        String path = ask("dumpCell", "{\"code\": \"int a = 1;\"}")
                .getAsJsonObject("body")
                .get("sourcePath")
                .getAsString();
        int hash = CellFiles.murmur2("int a = 1;".getBytes(StandardCharsets.UTF_8), (int)
                info.get("hashSeed").getAsLong());
        assertThat(path)
                .isEqualTo(info.get("tmpFilePrefix").getAsString()
                        + Integer.toUnsignedString(hash)
                        + info.get("tmpFileSuffix").getAsString());
        assertThat(Files.readString(Path.of(path))).isEqualTo("int a = 1;");
    }

    /** The values are those of the reference implementation of MurmurHash2 with the seed of ipykernel. */
    @Test
    void the_hash_is_murmur2() {
        assertThat(Integer.toUnsignedString(CellFiles.murmur2(new byte[0], 0))).isEqualTo("0");
        assertThat(Integer.toUnsignedString(CellFiles.murmur2("abc".getBytes(StandardCharsets.UTF_8), 0)))
                .isEqualTo("324500635");
    }

    @Test
    void breakpoints_are_refused_and_the_kernel_does_not_claim_to_debug() {
        JsonObject breakpoint = ask("setBreakpoints", "{\"breakpoints\": [{\"line\": 1}]}")
                .getAsJsonObject("body")
                .getAsJsonArray("breakpoints")
                .get(0)
                .getAsJsonObject();
        assertThat(breakpoint.get("verified").getAsBoolean()).isFalse();
        assertThat(breakpoint.get("message").getAsString()).isEqualTo("this kernel cannot stop in a cell");
        assertThat(ask("attach", "{}").get("message").getAsString())
                .startsWith("this kernel does not debug: it cannot attach");
        JsonObject info = client.ask(client.shell, "kernel_info_request", new JsonObject())
                .reply();
        assertThat(info.get("debugger").getAsBoolean()).isFalse();
        assertThat(info.getAsJsonArray("supported_features")).isEmpty();
    }
}
