package dev.tidemark.engine.runtime;

import dev.tidemark.engine.transcript.Effect;
import java.util.ArrayList;
import java.util.List;

/** Collects the effects of the step that runs, when somebody wants them, and mixes the structural digest always. */
final class Recorder {
    private final List<Effect> effects = new ArrayList<>();
    private boolean detailed;
    private boolean telling;
    private long digest;

    /** Whether effects are collected. */
    boolean detailed() {
        return detailed;
    }

    void detailed(boolean wanted) {
        this.detailed = wanted;
    }

    /** Whether somebody wants to know what a step was. */
    boolean telling() {
        return telling;
    }

    void telling(boolean wanted) {
        this.telling = wanted;
    }

    void begin() {
        if (!effects.isEmpty()) {
            effects.clear();
        }
    }

    void add(Effect effect) {
        effects.add(effect);
    }

    List<Effect> effects() {
        return List.copyOf(effects);
    }

    long digest() {
        return digest;
    }

    void digest(long value) {
        this.digest = value;
    }

    /** Takes part of what happened into the digest. */
    void mix(long a, long b) {
        digest = (Long.rotateLeft(digest, 5) ^ (a * 0x9E3779B97F4A7C15L + b)) * 0xD6E8FEB86659FD93L;
    }
}
