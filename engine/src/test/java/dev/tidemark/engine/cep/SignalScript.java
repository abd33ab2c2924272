package dev.tidemark.engine.cep;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Signals and moves of time, in order; disordered, with equal times and late ones. */
public record SignalScript(List<Step> steps) {
    /** One thing that happens. */
    public sealed interface Step {}

    /** A signal arrives; {@code at} is its event time in milliseconds. */
    public record Arrival(Signal signal, long at) implements Step {}

    /** The watermark rises; milliseconds. */
    public record Rise(long watermark) implements Step {}

    /** Processing time jumps; milliseconds. */
    public record Jump(long clock) implements Step {}

    public SignalScript {
        steps = List.copyOf(steps);
    }

    /** The script of a seed. */
    public static SignalScript of(long seed, int signals) {
        Random random = new Random(seed);
        int keys = random.nextInt(4) == 0 ? 2 : 1;
        boolean watermarked = random.nextInt(3) == 0;
        boolean negative = random.nextInt(20) == 0;
        List<Step> steps = new ArrayList<>();
        long clock = 0;
        long time = negative ? -12 : 1;
        long watermark = Long.MIN_VALUE;
        for (int i = 0; i < signals; i++) {
            time += random.nextInt(3) == 0 ? 0 : random.nextInt(4);
            String key = "k" + random.nextInt(keys);
            String kind = String.valueOf(RandomPattern.KINDS.charAt(random.nextInt(RandomPattern.KINDS.length())));
            int value = random.nextInt(6);
            Signal signal = random.nextInt(4) == 0
                    ? new Signal.Loud(key, kind, value, i)
                    : new Signal.Calm(key, kind, value, i);
            steps.add(new Arrival(signal, time - (random.nextInt(6) == 0 ? random.nextInt(8) : 0)));
            if (watermarked || random.nextInt(5) == 0) {
                watermark = Math.max(watermark, time - random.nextInt(4));
                steps.add(new Rise(watermark));
            }
            if (random.nextInt(2) == 0) {
                clock += 2L * random.nextInt(4);
                steps.add(new Jump(clock));
            }
        }
        steps.add(new Jump(clock + 1000));
        steps.add(new Rise(Math.max(watermark, time + random.nextInt(20))));
        steps.add(new Rise(Long.MAX_VALUE));
        return new SignalScript(steps);
    }
}
