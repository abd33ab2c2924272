package dev.tidemark.kernel.session;

import dev.tidemark.kernel.shell.CellFailure;
import dev.tidemark.kernel.shell.CellInterrupted;
import dev.tidemark.kernel.shell.CellOutcome;
import dev.tidemark.kernel.spi.CellHook;
import dev.tidemark.kernel.spi.Comm;
import dev.tidemark.kernel.spi.CommMessage;
import dev.tidemark.kernel.spi.CommTarget;
import dev.tidemark.kernel.spi.CompletionSource;
import dev.tidemark.kernel.spi.DisplayHandle;
import dev.tidemark.kernel.spi.EvaluationException;
import dev.tidemark.kernel.spi.KernelContext;
import dev.tidemark.kernel.spi.Magic;
import dev.tidemark.kernel.spi.Muting;
import dev.tidemark.kernel.spi.Renderer;
import dev.tidemark.kernel.spi.Snippets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A session as its extensions see it. */
final class SessionContext implements KernelContext {
    private final Session session;
    private final FrontEnd frontEnd;
    private final Map<Class<?>, Object> shared = new ConcurrentHashMap<>();

    SessionContext(Session session, FrontEnd frontEnd) {
        this.session = session;
        this.frontEnd = frontEnd;
    }

    @Override
    public <T> void renderer(Class<T> type, Renderer<? super T> renderer) {
        session.renderers().add(type, renderer);
    }

    @Override
    public void lineMagic(String name, String usage, Magic magic) {
        session.magics().line(name, usage, magic);
    }

    @Override
    public void cellMagic(String name, String usage, Magic magic) {
        session.magics().cell(name, usage, magic);
    }

    @Override
    public void imports(String... names) {
        session.evaluator().addImports(List.of(names));
    }

    @Override
    public void completions(CompletionSource source) {
        session.registered().completions().add(source);
    }

    @Override
    public void cellHook(CellHook hook) {
        session.registered().hooks().add(hook);
    }

    @Override
    public void onInterrupt(Runnable hook) {
        session.registered().interruptHooks().add(hook);
    }

    @Override
    public void onShutdown(Runnable hook) {
        session.registered().shutdownHooks().add(hook);
    }

    @Override
    public void commTarget(String name, CommTarget target) {
        session.comms().target(name, target);
    }

    @Override
    public Comm openComm(String target, Map<String, ?> data, Map<String, ?> metadata, List<byte[]> buffers) {
        CommMessage opening = new CommMessage(new LinkedHashMap<>(data), new LinkedHashMap<>(metadata), buffers);
        return session.comms().open(target, opening);
    }

    @Override
    public DisplayHandle display(@Nullable Object value) {
        String id = UUID.randomUUID().toString();
        if (!session.gate().closedHere()) {
            Map<String, Object> bundle = session.renderers().render(value);
            session.flush();
            frontEnd.display(bundle, id);
        }
        return new Shown(id);
    }

    @Override
    public void clearOutput(boolean wait) {
        if (!session.gate().closedHere()) {
            session.flush();
            frontEnd.clearOutput(wait);
        }
    }

    @Override
    public void page(@Nullable Object value) {
        if (!session.gate().closedHere()) {
            frontEnd.page(session.renderers().render(value));
        }
    }

    @Override
    public String ask(String prompt, boolean hidden) throws IOException {
        session.flush();
        try {
            return frontEnd.input(prompt, hidden);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CellInterrupted();
        }
    }

    @Override
    public Map<String, Object> render(@Nullable Object value) {
        return session.renderers().render(value);
    }

    @Override
    public void tableRows(int rows) {
        session.renderers().tableRows(rows);
    }

    @Override
    public Muting mute() {
        return session.gate().mute();
    }

    @Override
    public void flush() {
        session.flush();
    }

    @Override
    public String requestId() {
        return frontEnd.requestId();
    }

    @Override
    public <T> T shared(Class<T> type, Supplier<T> maker) {
        return type.cast(shared.computeIfAbsent(type, missing -> maker.get()));
    }

    @Override
    public Snippets snippets() {
        return session.evaluator().snippets();
    }

    @Override
    public ClassLoader loader() {
        return session.evaluator().loader();
    }

    @Override
    public @Nullable Object evaluate(String code) throws EvaluationException {
        CellOutcome outcome = session.evaluator().evaluate(session.current().number(), code);
        CellFailure failure = outcome.failure();
        if (failure != null) {
            throw new EvaluationException(failure.report(), failure.thrown());
        }
        return outcome.value();
    }

    @Override
    public void addToClasspath(List<Path> entries) {
        session.evaluator().addToClasspath(entries);
        session.extensions().installFound();
    }

    private final class Shown implements DisplayHandle {
        private final String id;

        Shown(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public void update(@Nullable Object value) {
            if (!session.gate().closedHere()) {
                Map<String, Object> bundle = session.renderers().render(value);
                session.flush();
                frontEnd.updateDisplay(bundle, id);
            }
        }
    }
}
