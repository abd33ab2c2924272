package dev.tidemark.kernel.magic;

import dev.tidemark.kernel.shell.CodeAssistance;
import dev.tidemark.kernel.spi.EvaluationException;
import dev.tidemark.kernel.spi.KernelContext;
import dev.tidemark.kernel.spi.KernelExtension;
import dev.tidemark.kernel.spi.MagicCall;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Magics that say how long code takes: once, or again and again. */
final class TimeMagics implements KernelExtension {
    private final CodeAssistance assistance;

    TimeMagics(CodeAssistance assistance) {
        this.assistance = assistance;
    }

    @Override
    public void install(KernelContext kernel) {
        kernel.lineMagic("time", "CODE runs it and says how long it took", call -> time(kernel, call.line()));
        kernel.cellMagic("time", "runs the cell and says how long it took", call -> time(kernel, call.body()));
        kernel.cellMagic("bench", Bench.USAGE, call -> bench(kernel, call));
    }

    private static @Nullable Object time(KernelContext kernel, String code) throws EvaluationException {
        long start = System.nanoTime();
        Object value = kernel.evaluate(code);
        long nanos = System.nanoTime() - start;
        System.out.printf(Locale.ROOT, "took %,.1f ms%n", nanos / 1e6);
        return value;
    }

    private Measured bench(KernelContext kernel, MagicCall call) throws Exception {
        Bench bench = Bench.parse(call.arguments());
        if (call.body().isBlank()) {
            throw new IllegalArgumentException("%%bench: the cell has no code to measure");
        }
        return bench.measure(compiled(kernel, call.body()));
    }

    /** The code as one function; what its last expression gives is its result, unless it gives nothing. */
    private Callable<?> compiled(KernelContext kernel, String code) throws EvaluationException {
        int last = assistance.lastExpression(code);
        if (last < 0) {
            return function(kernel, code + "\nreturn null;");
        }
        try {
            return function(kernel, code.substring(0, last) + "return (" + code.substring(last) + "\n);");
        } catch (EvaluationException noValue) {
            try {
                return function(kernel, code + "\n;return null;");
            } catch (EvaluationException noStatement) {
                throw code.stripTrailing().endsWith("}") ? noStatement : noValue;
            }
        }
    }

    private static Callable<?> function(KernelContext kernel, String body) throws EvaluationException {
        // the code begins on the second line, where it stands in the cell
        Object function = kernel.evaluate("(java.util.concurrent.Callable<Object>) () -> {\n" + body + "\n}");
        if (function instanceof Callable<?> callable) {
            return callable;
        }
        throw new IllegalArgumentException("%%bench: the cell is not one piece of code that can be repeated");
    }
}
