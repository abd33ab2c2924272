package dev.tidemark.engine.connect.files;

/** A value in a row is not what its component needs. */
final class BadValue extends Exception {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String text;

    /**
     * @param field the path of the field; empty if it is the whole row
     * @param text what stands there
     */
    BadValue(String field, String text, String reason) {
        super(reason, null, false, false);
        this.field = field;
        this.text = text;
    }

    String field() {
        return field;
    }

    String text() {
        return text;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    /** The text in quotes, cut where it gets long. */
    static String quote(String text) {
        return "'" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "'";
    }
}
