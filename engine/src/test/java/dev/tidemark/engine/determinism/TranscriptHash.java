package dev.tidemark.engine.determinism;

import dev.tidemark.engine.Run;
import dev.tidemark.engine.Simulation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of everything that runs said and hold; its main method prints that of many, for another JVM to compare. */
public final class TranscriptHash {
    private TranscriptHash() {}

    /** Prints the hash of the pipelines of the seeds from 0 to the argument. */
    public static void main(String[] args) {
        System.out.println(ofSeeds(Integer.parseInt(args[0])));
    }

    static String ofSeeds(int count) {
        StringBuilder all = new StringBuilder();
        for (long seed = 0; seed < count; seed++) {
            Simulation run = Simulation.of(RandomPipelines.pipeline(seed).build(), RandomPipelines.options(seed));
            run.runToEnd();
            all.append(of(run));
        }
        return sha256(all.toString());
    }

    /** Of the transcript, the digests and the topology. */
    static String of(Run run) {
        return sha256(run.transcript() + "\n" + run.digest() + "\n" + run.contentDigest() + "\n" + run.describe());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
