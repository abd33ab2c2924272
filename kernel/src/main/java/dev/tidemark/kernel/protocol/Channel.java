package dev.tidemark.kernel.protocol;

/** The channels of a kernel that carry messages (Jupyter messaging, "Introduction"). */
enum Channel {
    SHELL,
    CONTROL,
    STDIN,
    IOPUB
}
