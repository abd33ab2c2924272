package dev.tidemark.timetravel;

/** How closely a replay is compared with the first pass. */
public enum Verification {
    /** The structural digest, wherever a keyframe was taken. */
    AT_KEYFRAMES,
    /** The digest of the whole content, at every step: slow, for tests. */
    EVERY_STEP
}
