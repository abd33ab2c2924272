package dev.tidemark.notebooks.tidy;

/** What is wrong in one line, and what to write instead. */
record Finding(String path, int line, String what, String instead) {

    @Override
    public String toString() {
        return path + ":" + line + ": " + what + "; " + instead;
    }
}
