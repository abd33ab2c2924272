package dev.tidemark.timetravel;

/** How closely a replay is compared with the first pass. */
public enum Verification {
    /** The structural digest and the results at every step, the content wherever a keyframe is met. */
    AT_KEYFRAMES,
    /** The digest of the whole content, at every step: slow, for tests. */
    EVERY_STEP
}
