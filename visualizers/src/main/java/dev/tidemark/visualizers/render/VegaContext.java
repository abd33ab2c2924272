package dev.tidemark.visualizers.render;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;

/** One JavaScript context with the chart script loaded. Belongs to one thread, apart from {@link #cancel}. */
final class VegaContext {
    /** What the script expects of a browser; a picture needs no clock, so timers never run. */
    private static final String POLYFILLS = """
            globalThis.setTimeout = () => 0;
            globalThis.clearTimeout = () => {};
            globalThis.setInterval = () => 0;
            globalThis.clearInterval = () => {};
            globalThis.structuredClone ??= (value) => value === undefined ? undefined : JSON.parse(JSON.stringify(value));
            globalThis.console = { log() {}, warn() {}, error() {}, info() {}, debug() {} };
            """;

    private static final String DRAW = """
            (specJson) => {
              const outcome = { svg: null, error: null };
              TidemarkVega.draw(specJson, (svg) => { outcome.svg = svg; }, (error) => { outcome.error = error; });
              return outcome;
            }
            """;

    private final Context context;
    private final Value draw;

    private VegaContext(Context context, Value draw) {
        this.context = context;
        this.draw = draw;
    }

    static VegaContext start() {
        Engine engine = Engine.newBuilder("js")
                .option("engine.WarnInterpreterOnly", "false")
                .build();
        Context context = Context.newBuilder("js")
                .engine(engine)
                .allowHostAccess(HostAccess.NONE)
                .allowHostClassLookup(name -> false)
                .allowIO(IOAccess.NONE)
                .build();
        context.eval("js", POLYFILLS);
        context.eval(Source.newBuilder(
                        "js", VegaBundle.script() + "\n;globalThis.TidemarkVega = TidemarkVega;", "tidemark-vega.js")
                .buildLiteral());
        return new VegaContext(context, context.eval("js", DRAW));
    }

    /** Promises are settled by the time the call returns, since the engine drains its queue of jobs before it does. */
    Still draw(String specJson) {
        try {
            Value outcome = draw.execute(specJson);
            Value svg = outcome.getMember("svg");
            if (svg.isString()) {
                return Still.drawn(svg.asString());
            }
            Value error = outcome.getMember("error");
            return Still.missing(error.isString() ? error.asString() : "the script drew nothing");
        } catch (PolyglotException failure) {
            return Still.missing(String.valueOf(failure.getMessage()));
        }
    }

    /** Ends whatever runs in the context, from any thread. */
    void cancel() {
        context.close(true);
        context.getEngine().close(true);
    }
}
