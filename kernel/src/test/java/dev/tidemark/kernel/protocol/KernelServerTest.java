package dev.tidemark.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.tidemark.kernel.history.CellHistory;
import dev.tidemark.kernel.render.Json;
import dev.tidemark.kernel.session.SessionOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KernelServerTest {
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
    void kernel_info_is_answered_in_full() {
        Client.Exchange info = client.ask(client.shell, "kernel_info_request", new JsonObject());
        assertThat(info.status()).isEqualTo("ok");
        assertThat(info.reply().get("protocol_version").getAsString()).isEqualTo("5.4");
        assertThat(info.reply().getAsJsonObject("language_info").get("name").getAsString())
                .isEqualTo("java");
    }

    @Test
    void kernel_info_is_answered_on_control_too() {
        assertThat(client.ask(client.control, "kernel_info_request", new JsonObject())
                        .status())
                .isEqualTo("ok");
    }

    @Test
    void the_heartbeat_echoes() {
        client.heartbeat.send("ping");
        assertThat(new String(client.heartbeat.recv(), StandardCharsets.UTF_8)).isEqualTo("ping");
    }

    @Test
    void a_cell_publishes_busy_input_result_and_idle_in_order() {
        Client.Exchange cell = client.run("20 + 1");
        assertThat(cell.published().stream().map(Client::type))
                .containsExactly("status", "execute_input", "execute_result", "status");
        assertThat(cell.contents("execute_result")
                        .get(0)
                        .getAsJsonObject("data")
                        .get("text/plain")
                        .getAsString())
                .isEqualTo("21");
        assertThat(cell.status()).isEqualTo("ok");
        assertThat(cell.reply().getAsJsonObject("user_expressions")).isNotNull();
    }

    @Test
    void twenty_thousand_lines_arrive_in_few_messages_and_idle_arrives() {
        Client.Exchange cell = client.run("for (int i = 0; i < 20_000; i++) System.out.println(\"line \" + i);");
        assertThat(cell.printed().lines()).hasSize(20_000).first().isEqualTo("line 0");
        assertThat(cell.printed()).endsWith("line 19999\n");
        assertThat(cell.contents("stream").size()).isLessThan(500);
    }

    @Test
    void standard_output_and_error_keep_their_order_and_their_characters() {
        Client.Exchange cell =
                client.run("System.out.print(\"a→\"); System.err.print(\"b😀\"); System.out.print(\"c\");");
        assertThat(cell.contents("stream").stream()
                        .map(content -> content.get("name").getAsString() + ":"
                                + content.get("text").getAsString()))
                .containsExactly("stdout:a→", "stderr:b😀", "stdout:c");
    }

    @Test
    void an_error_is_published_and_replied() {
        Client.Exchange cell = client.run("throw new IllegalStateException(\"on purpose\");");
        assertThat(cell.status()).isEqualTo("error");
        assertThat(cell.reply().get("ename").getAsString()).isEqualTo("java.lang.IllegalStateException");
        assertThat(cell.contents("error").get(0).get("evalue").getAsString()).isEqualTo("on purpose");
    }

    @Test
    void cells_that_wait_behind_a_failing_one_are_aborted() {
        assertThat(statusBehindAFailure(true)).isEqualTo("aborted");
    }

    @Test
    void cells_that_wait_behind_a_failing_one_run_if_they_shall() {
        assertThat(statusBehindAFailure(false)).isEqualTo("ok");
    }

    private String statusBehindAFailure(boolean stopOnError) {
        JsonObject cell = Client.cell("System.in.read(); throw new RuntimeException();");
        cell.addProperty("stop_on_error", stopOnError);
        String fails = client.send(client.shell, "execute_request", cell);
        client.receive(client.stdin, Channel.STDIN);
        String waits = client.sendCell("1 + 1");
        // answered at once, and so proves that the cell before it waits
        client.ask(client.shell, "kernel_info_request", new JsonObject());
        client.send(client.stdin, "input_reply", json("{\"value\": \"\"}"));
        assertThat(client.finish(fails).status()).isEqualTo("error");
        return client.finish(waits).status();
    }

    @Test
    void a_silent_cell_publishes_nothing_and_takes_no_number() {
        int before = client.run("0").reply().get("execution_count").getAsInt();
        JsonObject silent = Client.cell("System.out.println(\"x\"); 5");
        silent.addProperty("silent", true);
        assertThat(client.ask(client.shell, "execute_request", silent).published().stream()
                        .map(Client::type))
                .containsOnly("status");
        assertThat(client.run("0").reply().get("execution_count").getAsInt()).isEqualTo(before + 1);
    }

    @Test
    void user_expressions_are_evaluated_one_by_one() {
        JsonObject cell = Client.cell("int users = 3;");
        cell.add("user_expressions", json("{\"good\": \"users * 2\", \"bad\": \"nobody\"}"));
        JsonObject values =
                client.ask(client.shell, "execute_request", cell).reply().getAsJsonObject("user_expressions");
        assertThat(values.getAsJsonObject("good")
                        .getAsJsonObject("data")
                        .get("text/plain")
                        .getAsString())
                .isEqualTo("6");
        assertThat(values.getAsJsonObject("bad").get("status").getAsString()).isEqualTo("error");
    }

    @Test
    void completion_counts_code_points() {
        JsonObject reply = client.ask(
                        client.shell, "complete_request", json("{\"code\": \"\\\"😀\\\".toUpp\", \"cursor_pos\": 9}"))
                .reply();
        assertThat(reply.getAsJsonArray("matches")).contains(new com.google.gson.JsonPrimitive("toUpperCase("));
        assertThat(reply.get("cursor_start").getAsInt()).isEqualTo(4);
        assertThat(reply.get("cursor_end").getAsInt()).isEqualTo(9);
    }

    @Test
    void completion_and_kernel_info_are_answered_while_a_cell_runs() {
        String running = client.sendCell("System.out.println(\"go\"); while (true) {}");
        client.awaitPublished(running, "stream");
        assertThat(client.ask(client.shell, "complete_request", json("{\"code\": \"Math.ma\", \"cursor_pos\": 7}"))
                        .reply()
                        .getAsJsonArray("matches"))
                .isNotEmpty();
        assertThat(client.ask(client.shell, "kernel_info_request", new JsonObject())
                        .status())
                .isEqualTo("ok");
        assertThat(client.ask(client.control, "interrupt_request", new JsonObject())
                        .status())
                .isEqualTo("ok");
        Client.Exchange interrupted = client.finish(running);
        assertThat(interrupted.status()).isEqualTo("error");
        assertThat(interrupted.reply().get("ename").getAsString()).isEqualTo("Interrupted");
        assertThat(client.run("1 + 1").status()).isEqualTo("ok");
    }

    @Test
    void inspection_shows_signatures_and_variables() {
        client.run("int inspected = 7;");
        JsonObject call = client.ask(
                        client.shell, "inspect_request", json("{\"code\": \"Math.max(1, 2)\", \"cursor_pos\": 7}"))
                .reply();
        assertThat(call.getAsJsonObject("data").get("text/plain").getAsString()).contains("int Math.max(int a, int b)");
        JsonObject variable = client.ask(
                        client.shell, "inspect_request", json("{\"code\": \"inspected + 1\", \"cursor_pos\": 3}"))
                .reply();
        assertThat(variable.getAsJsonObject("data").get("text/plain").getAsString())
                .isEqualTo("int inspected = 7");
        assertThat(client.ask(client.shell, "inspect_request", json("{\"code\": \"nobodyKnows\", \"cursor_pos\": 3}"))
                        .reply()
                        .get("found")
                        .getAsBoolean())
                .isFalse();
    }

    @Test
    void completeness_is_judged() {
        assertThat(completeness("1 + 1")).isEqualTo("complete");
        assertThat(completeness("if (true) {")).isEqualTo("incomplete");
        assertThat(completeness("foo)")).isEqualTo("invalid");
        assertThat(completeness("%%time\\nint x = 1;")).isEqualTo("complete");
    }

    private String completeness(String code) {
        return client.ask(client.shell, "is_complete_request", json("{\"code\": \"" + code + "\"}"))
                .status();
    }

    @Test
    void history_is_told_by_tail_range_and_search() {
        int number = client.run("40 + 2").reply().get("execution_count").getAsInt();
        client.run("40 + 3");
        assertThat(history("{\"hist_access_type\": \"tail\", \"n\": 1}").toString())
                .endsWith("\"40 + 3\"]]");
        assertThat(history("{\"hist_access_type\": \"range\", \"session\": 0, \"start\": " + number + ", \"stop\": "
                                + (number + 1) + ", \"output\": true}")
                        .toString())
                .isEqualTo("[[1," + number + ",[\"40 + 2\",\"42\"]]]");
        assertThat(history("{\"hist_access_type\": \"search\", \"pattern\": \"40*2\", \"n\": 1}")
                        .toString())
                .contains("40 + 2");
    }

    private JsonArray history(String request) {
        return client.ask(client.shell, "history_request", json(request))
                .reply()
                .getAsJsonArray("history");
    }

    @Test
    void a_cell_can_ask_for_input() {
        String id = client.sendCell("var line = new Scanner(System.in).nextLine(); line.toUpperCase()");
        JsonObject question = client.receive(client.stdin, Channel.STDIN);
        assertThat(Client.type(question)).isEqualTo("input_request");
        client.send(client.stdin, "input_reply", json("{\"value\": \"tide\"}"));
        assertThat(client.finish(id).contents("execute_result").get(0).toString())
                .contains("TIDE");
    }

    @Test
    void waiting_for_input_can_be_interrupted() {
        String id = client.sendCell("new Scanner(System.in).nextLine()");
        client.receive(client.stdin, Channel.STDIN);
        client.ask(client.control, "interrupt_request", new JsonObject());
        assertThat(client.finish(id).reply().get("ename").getAsString()).isEqualTo("Interrupted");
    }

    @Test
    void input_is_refused_where_the_front_end_takes_none() {
        JsonObject cell = Client.cell("System.in.read()");
        cell.addProperty("allow_stdin", false);
        assertThat(client.ask(client.shell, "execute_request", cell)
                        .reply()
                        .get("evalue")
                        .getAsString())
                .isEqualTo("this front end does not take input");
    }

    @Test
    void a_display_can_be_updated_and_cleared() {
        Client.Exchange cell = client.run("var handle = display(\"one\"); handle.update(\"two\"); clearOutput();");
        String shown = cell.contents("display_data")
                .get(0)
                .getAsJsonObject("transient")
                .get("display_id")
                .getAsString();
        JsonObject update = cell.contents("update_display_data").get(0);
        assertThat(update.getAsJsonObject("transient").get("display_id").getAsString())
                .isEqualTo(shown);
        assertThat(update.getAsJsonObject("data").get("text/plain").getAsString())
                .isEqualTo("two");
        assertThat(cell.contents("clear_output").get(0).get("wait").getAsBoolean())
                .isTrue();
    }

    @Test
    void a_comm_to_an_unknown_target_is_closed() {
        String id = client.send(
                client.shell, "comm_open", json("{\"comm_id\": \"c1\", \"target_name\": \"nobody\", \"data\": {}}"));
        assertThat(client.untilIdle(id).stream().map(Client::type)).contains("comm_close");
        assertThat(client.ask(client.shell, "comm_info_request", new JsonObject())
                        .reply()
                        .getAsJsonObject("comms")
                        .size())
                .isEqualTo(0);
    }

    @Test
    void an_unknown_request_gets_an_error_and_unknown_messages_none() {
        Client.Exchange unknown = client.ask(client.control, "create_subshell_request", new JsonObject());
        assertThat(unknown.reply().get("evalue").getAsString())
                .isEqualTo("this kernel does not know create_subshell_request");
        client.send(client.shell, "gossip", new JsonObject());
        assertThat(client.run("1").status()).isEqualTo("ok");
    }

    @Test
    void rubbish_and_forged_messages_are_dropped_and_the_next_is_answered() {
        client.shell.send("rubbish");
        client.shell.sendMore("<IDS|MSG>");
        for (String frame : List.of("forged", "{}", "{}", "{}")) {
            client.shell.sendMore(frame);
        }
        client.shell.send("{}");
        assertThat(client.run("2").status()).isEqualTo("ok");
    }

    @Test
    void an_error_in_the_virtual_machine_sense_does_not_end_the_kernel() {
        assertThat(client.run("throw new LinkageError(\"odd\");")
                        .reply()
                        .get("ename")
                        .getAsString())
                .isEqualTo("java.lang.LinkageError");
        assertThat(client.run("1").status()).isEqualTo("ok");
    }

    @Test
    void a_text_that_is_no_connection_file_is_refused() {
        assertThatThrownBy(() -> KernelServer.bind("{}", SessionOptions.ofThisProcess(), CellHistory.inMemory()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("not a Jupyter connection file");
    }

    @Test
    void a_port_that_is_taken_is_a_plain_error() throws Exception {
        var connection = FreePorts.connection("secret");
        try (var taken = new ServerSocket(connection.getShellPort(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(() -> KernelServer.bind(
                            connection.toJsonString(), SessionOptions.ofThisProcess(), CellHistory.inMemory()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("a port of the connection is taken");
        }
    }
}
