package dev.tidemark.timetravel;

import dev.tidemark.engine.RunView;
import dev.tidemark.engine.transcript.Effect;
import dev.tidemark.engine.transcript.Happening;
import dev.tidemark.engine.transcript.Step;
import dev.tidemark.engine.transcript.TranscriptLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is kept of the steps of a branch, {@value #STEPS} by {@value #STEPS}, to find one without doing all of them again:
 * where the clock and the watermark stood, which keys' state changed, how much there was to tell.
 *
 * <p>It takes five bytes a step. Where it says that something may be, it has to be looked for; what it rules out is not there.
 */
final class Outline {
    /** How many steps make a block. */
    static final int STEPS = 256;

    private static final int WORDS = 128;
    private static final int PROBES = 5;

    /** Where a block begins, and what is in it. */
    private static final class Block {
        private final long clockMillis;
        private final long watermark;
        private final long[] keys;
        /** Whether the watermark may have fallen in it: the job started again, or something woke that was idle. */
        private boolean uncertain;

        Block(long clockMillis, long watermark) {
            this(clockMillis, watermark, new long[WORDS], false);
        }

        private Block(long clockMillis, long watermark, long[] keys, boolean uncertain) {
            this.clockMillis = clockMillis;
            this.watermark = watermark;
            this.keys = keys;
            this.uncertain = uncertain;
        }

        Block copy() {
            return new Block(clockMillis, watermark, keys.clone(), uncertain);
        }
    }

    private final List<Block> blocks;
    private byte[] lines;
    private int size;

    /** Of a run that has not begun. */
    Outline(long clockMillis, long watermark) {
        this(new ArrayList<>(), new byte[STEPS], 0);
        blocks.add(new Block(clockMillis, watermark));
    }

    private Outline(List<Block> blocks, byte[] lines, int size) {
        this.blocks = blocks;
        this.lines = lines;
        this.size = size;
    }

    /** Takes in the next step, behind which the run stands. */
    void add(Step step, RunView run) {
        if (size == lines.length) {
            lines = Arrays.copyOf(lines, 2 * size);
        }
        lines[size++] = lines(step);
        Block block = blocks.get(blocks.size() - 1);
        block.uncertain |= step.happening() instanceof Happening.Restored;
        for (Effect effect : step.effects()) {
            if (effect instanceof Effect.StateChanged change) {
                mark(block.keys, hash(change.operator(), change.key()));
            }
            block.uncertain |= effect instanceof Effect.StatusChanged;
        }
        if (size % STEPS == 0) {
            blocks.add(new Block(run.clock().toEpochMilli(), run.watermark()));
        }
    }

    private static byte lines(Step step) {
        return TranscriptLine.isSpokenOf(step)
                ? (byte) Math.min(255, TranscriptLine.of(step).size())
                : 0;
    }

    /** The part about the first steps. */
    Outline until(long steps) {
        int kept = (int) (steps / STEPS) + 1;
        List<Block> shared = new ArrayList<>(blocks.subList(0, kept));
        shared.set(kept - 1, shared.get(kept - 1).copy());
        return new Outline(shared, Arrays.copyOf(lines, Math.max(STEPS, (int) steps)), (int) steps);
    }

    // ---- finding

    /** The first step behind {@code from} that ends a block. */
    static long blockEnd(long from) {
        return (from / STEPS + 1) * STEPS;
    }

    /** Whether state of a key of an operator may have changed in the block behind a step. */
    boolean mayHaveChanged(long from, String operator, Object key) {
        long[] keys = block(from).keys;
        long hash = hash(operator, key);
        for (int i = 0; i < PROBES; i++) {
            int bit = bit(hash, i);
            if ((keys[bit >>> 6] & 1L << bit) == 0) {
                return false;
            }
        }
        return true;
    }

    private Block block(long step) {
        return blocks.get((int) (step / STEPS));
    }

    /** The last step that ends a block and that the clock had not passed a time before; 0 when there is none. */
    long lastBlockBefore(long clockMillis) {
        int low = 0;
        int high = blocks.size();
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (blocks.get(middle).clockMillis <= clockMillis) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (long) low * STEPS;
    }

    /** Whether the watermark may have reached a time in the block behind a step. */
    boolean mayReach(long from, long watermark) {
        int block = (int) (from / STEPS);
        return blocks.get(block).uncertain
                || block + 1 == blocks.size()
                || blocks.get(block + 1).watermark >= watermark;
    }

    /** The step that tells a line of the transcript, counted from 1; −1 when there are fewer lines. */
    long stepOfLine(long line) {
        long told = 0;
        for (int i = 0; i < size; i++) {
            told += Byte.toUnsignedInt(lines[i]);
            if (told >= line) {
                return i + 1L;
            }
        }
        return -1;
    }

    /** How many lines the transcript has. */
    long lines() {
        long told = 0;
        for (int i = 0; i < size; i++) {
            told += Byte.toUnsignedInt(lines[i]);
        }
        return told;
    }

    // ---- a Bloom filter of the keys

    private static long hash(String operator, Object key) {
        long mixed = (operator.hashCode() * 31L + key.hashCode()) * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 32;
    }

    /** The bit of one of the probes. */
    private static int bit(long hash, int probe) {
        return (int) ((hash + probe * (hash >>> 32 | 1)) & (WORDS * 64 - 1));
    }

    private static void mark(long[] keys, long hash) {
        for (int i = 0; i < PROBES; i++) {
            int bit = bit(hash, i);
            keys[bit >>> 6] |= 1L << bit;
        }
    }
}
