package dev.tidemark.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.tidemark.kernel.render.Json;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What goes to and fro beyond a cell's own output: questions to the reader, the pager, comms, options of a request. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConversationTest {
    private Client client;

    @BeforeAll
    void start() throws Exception {
        client = new Client();
    }

    @AfterAll
    void stop() {
        client.close();
    }

    private static JsonObject json(String text) {
        return Json.object(text);
    }

    @Test
    void a_cell_can_ask_with_a_prompt() {
        String id = client.sendCell("\"Hello \" + input(\"Your name? \")");
        JsonObject question = client.receive(client.stdin, Channel.STDIN).getAsJsonObject("content");
        assertThat(question.get("prompt").getAsString()).isEqualTo("Your name? ");
        assertThat(question.get("password").getAsBoolean()).isFalse();
        client.send(client.stdin, "input_reply", json("{\"value\": \"Ada\"}"));
        assertThat(client.finish(id).contents("execute_result").toString()).contains("Hello Ada");
    }

    @Test
    void a_password_is_asked_for_hidden() {
        String id = client.sendCell("password(\"Key: \").length()");
        assertThat(client.receive(client.stdin, Channel.STDIN)
                        .getAsJsonObject("content")
                        .get("password")
                        .getAsBoolean())
                .isTrue();
        client.send(client.stdin, "input_reply", json("{\"value\": \"secret\"}"));
        Client.Exchange cell = client.finish(id);
        assertThat(cell.contents("execute_result").toString()).contains("\"6\"").doesNotContain("secret");
    }

    @Test
    void a_question_with_a_prompt_can_be_interrupted() {
        String id = client.sendCell("input(\"?\")");
        client.receive(client.stdin, Channel.STDIN);
        client.ask(client.control, "interrupt_request", new JsonObject());
        assertThat(client.finish(id).reply().get("ename").getAsString()).isEqualTo("Interrupted");
    }

    @Test
    void what_is_printed_before_a_question_is_seen_before_it() {
        String id = client.sendCell("System.out.print(\"thinking\"); input(\"?\")");
        client.awaitPublished(id, "stream");
        client.receive(client.stdin, Channel.STDIN);
        client.send(client.stdin, "input_reply", json("{\"value\": \"\"}"));
        assertThat(client.finish(id).printed()).isEqualTo("thinking");
    }

    @Test
    void the_pager_gets_what_a_cell_gives_it() {
        JsonObject payload = payload("page(html(\"<b>more</b>\"))");
        assertThat(payload.get("source").getAsString()).isEqualTo("page");
        assertThat(payload.getAsJsonObject("data").get("text/html").getAsString())
                .isEqualTo("<b>more</b>");
        assertThat(client.run("1").reply().getAsJsonArray("payload")).isEmpty();
    }

    @Test
    void a_question_mark_shows_what_a_name_is() {
        assertThat(payload("Math.floorMod?")
                        .getAsJsonObject("data")
                        .get("text/plain")
                        .getAsString())
                .contains("int Math.floorMod(int x, int y)");
        assertThat(client.run("nobody.knows??").reply().get("evalue").getAsString())
                .isEqualTo("nothing is known of 'nobody.knows'");
    }

    private JsonObject payload(String code) {
        return client.run(code).reply().getAsJsonArray("payload").get(0).getAsJsonObject();
    }

    @Test
    void a_cell_that_is_not_stored_takes_no_number_and_leaves_no_history() {
        int before = client.run("0").reply().get("execution_count").getAsInt();
        JsonObject cell = Client.cell("\"not for history\"");
        cell.addProperty("store_history", false);
        assertThat(client.ask(client.shell, "execute_request", cell).contents("execute_result"))
                .hasSize(1);
        assertThat(client.run("0").reply().get("execution_count").getAsInt()).isEqualTo(before + 1);
        assertThat(client.ask(client.shell, "history_request", json("{\"hist_access_type\": \"tail\"}"))
                        .reply()
                        .toString())
                .doesNotContain("not for history");
    }

    @Test
    void a_user_expression_that_is_no_text_is_its_own_error() {
        JsonObject cell = Client.cell("1");
        cell.add("user_expressions", json("{\"odd\": [1], \"good\": \"1 + 1\"}"));
        JsonObject reply = client.ask(client.shell, "execute_request", cell).reply();
        assertThat(reply.get("status").getAsString()).isEqualTo("ok");
        assertThat(reply.getAsJsonObject("user_expressions")
                        .getAsJsonObject("odd")
                        .get("evalue")
                        .getAsString())
                .isEqualTo("a user expression is a string, not [1]");
        assertThat(reply.getAsJsonObject("user_expressions")
                        .getAsJsonObject("good")
                        .get("status")
                        .getAsString())
                .isEqualTo("ok");
    }

    @Test
    void a_second_front_end_is_welcomed_and_sees_the_cells_of_the_first() throws Exception {
        try (Client second = new Client(client.connection, null)) {
            String id = client.sendCell("\"seen by both\"");
            client.finish(id);
            assertThat(second.untilIdle(id).toString()).contains("seen by both");
        }
    }

    @Test
    void the_ports_are_told() {
        JsonObject reply =
                client.ask(client.shell, "connect_request", new JsonObject()).reply();
        assertThat(reply.get("shell_port").getAsInt()).isEqualTo(client.connection.getShellPort());
        assertThat(reply.get("iopub_port").getAsInt()).isEqualTo(client.connection.getIopubPort());
    }

    @Test
    void a_request_for_a_subshell_is_refused_as_the_features_say() {
        JsonObject info = client.ask(client.shell, "kernel_info_request", new JsonObject())
                .reply();
        assertThat(info.getAsJsonArray("supported_features")).isEmpty();
        JsonObject reply = client.ask(client.control, "create_subshell_request", new JsonObject())
                .reply();
        assertThat(reply.get("status").getAsString()).isEqualTo("error");
        assertThat(reply.get("evalue").getAsString()).isEqualTo("this kernel does not know create_subshell_request");
    }

    @Test
    void a_comm_carries_bytes_both_ways() {
        client.run("""
                kernel().commTarget("mirror", (comm, opening) -> {
                    comm.onMessage(said -> comm.send(said.data(), said.metadata(), said.buffers()));
                    comm.onClose(() -> System.out.println("mirror closed"));
                });""");
        client.untilIdle(client.send(
                client.shell, "comm_open", json("{\"comm_id\": \"m1\", \"target_name\": \"mirror\", \"data\": {}}")));
        assertThat(comms("mirror").keySet()).containsExactly("m1");
        assertThat(comms("nobody").keySet()).isEmpty();

        List<byte[]> bytes = List.of(new byte[] {0, -1, 127}, new byte[0]);
        String said = client.send(
                client.shell,
                "comm_msg",
                json("{\"comm_id\": \"m1\", \"data\": {\"a\": [1.5, null]}}"),
                "{\"b\":2}",
                bytes);
        JsonObject echo = client.untilIdle(said).stream()
                .filter(message -> Client.type(message).equals("comm_msg"))
                .findFirst()
                .orElseThrow();
        assertThat(echo.getAsJsonObject("content").toString()).contains("\"data\":{\"a\":[1.5,null]}");
        assertThat(echo.getAsJsonArray("buffers").toString()).isEqualTo("[\"00ff7f\",\"\"]");

        String closed = client.send(client.shell, "comm_close", json("{\"comm_id\": \"m1\", \"data\": {}}"));
        assertThat(printed(closed)).isEqualTo("mirror closed\n");
        assertThat(comms("").keySet()).isEmpty();
    }

    @Test
    void a_handler_of_a_widget_that_never_ends_is_interrupted_and_the_next_click_is_answered() {
        Client.Exchange shown = client.run("""
                import dev.tidemark.kernel.widgets.*;
                var spins = new java.util.concurrent.atomic.AtomicInteger();
                var button = new Button("Spin");
                button.onClick(() -> {
                    System.out.println("spin " + spins.incrementAndGet());
                    while (spins.get() == 1) {}
                });
                button""");
        String id = shown.contents("comm_open").get(0).get("comm_id").getAsString();
        JsonObject view = shown.contents("execute_result").get(0).getAsJsonObject("data");
        assertThat(view.getAsJsonObject("application/vnd.jupyter.widget-view+json")
                        .get("model_id")
                        .getAsString())
                .isEqualTo(id);
        assertThat(view.get("text/plain").getAsString()).isEqualTo("Button: Spin");

        String first = click(id);
        client.awaitPublished(first, "stream");
        client.ask(client.control, "interrupt_request", new JsonObject());
        assertThat(printed(first))
                .startsWith("spin 1\n")
                .contains("a handler failed: ")
                .contains("interrupted");
        assertThat(printed(click(id))).isEqualTo("spin 2\n");
    }

    private String click(String id) {
        return client.send(
                client.shell,
                "comm_msg",
                json("{\"comm_id\": \"" + id
                        + "\", \"data\": {\"method\": \"custom\", \"content\": {\"event\": \"click\"}}}"));
    }

    private String printed(String request) {
        return new Client.Exchange(client.untilIdle(request), new JsonObject()).printed();
    }

    @Test
    void throwables_that_are_no_exceptions_leave_the_kernel_alive() {
        for (String cell : List.of(
                "int deeper(int n) { return deeper(n + 1) + 1; }\ndeeper(0)",
                "throw new OutOfMemoryError(\"pretended\");",
                "throw new ThreadDeath();",
                "new Object() { public String toString() { throw new Error(\"no text\"); } }")) {
            assertThat(client.run(cell).status()).as(cell).isEqualTo("error");
            assertThat(client.run("1 + 1").status()).as("after " + cell).isEqualTo("ok");
        }
    }

    private JsonObject comms(String target) {
        JsonObject content = new JsonObject();
        content.addProperty("target_name", target);
        return client.ask(client.shell, "comm_info_request", content).reply().getAsJsonObject("comms");
    }
}
