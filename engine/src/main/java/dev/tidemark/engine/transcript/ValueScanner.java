package dev.tidemark.engine.transcript;

import org.jspecify.annotations.Nullable;

/** Takes the words, quoted texts and signs of a value's text one after another. */
final class ValueScanner {
    private final String text;
    private int at;

    ValueScanner(String text) {
        this.text = text;
    }

    /** The index of the next char that is not blank. */
    int position() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    boolean atEnd() {
        return position() == text.length();
    }

    /** Steps over the sign if it is next. */
    boolean take(char sign) {
        if (!next(sign)) {
            return false;
        }
        at++;
        return true;
    }

    boolean next(char sign) {
        return position() < text.length() && text.charAt(at) == sign;
    }

    void require(char sign, String where) {
        if (!take(sign)) {
            throw expected("'" + sign + "' " + where);
        }
    }

    /** The bare word that is next, which may be empty, without stepping over it. */
    String peekWord() {
        int from = position();
        int to = from;
        while (to < text.length() && inWord(to)) {
            to++;
        }
        return text.substring(from, to);
    }

    /** Steps over the word if it is next. */
    boolean takeWord(String word) {
        if (!peekWord().equals(word)) {
            return false;
        }
        at += word.length();
        return true;
    }

    /** A Java name that stands before the given sign, without stepping over it; null if there is none. */
    @Nullable
    String peekNameBefore(char sign) {
        int from = position();
        int to = from;
        while (to < text.length() && Character.isJavaIdentifierPart(text.charAt(to))) {
            to++;
        }
        int behind = to;
        while (behind < text.length() && Character.isWhitespace(text.charAt(behind))) {
            behind++;
        }
        boolean found = to > from && behind < text.length() && text.charAt(behind) == sign;
        return found ? text.substring(from, to) : null;
    }

    /** Steps over a name and the sign behind it. */
    void takeNameAnd(String name, char sign) {
        at = position() + name.length();
        require(sign, "behind " + name);
    }

    /** The bare word or quoted text that is next. */
    String takeText(String expected) {
        if (next('"')) {
            return takeQuoted();
        }
        String word = peekWord();
        if (word.isEmpty()) {
            throw expected(expected);
        }
        at += word.length();
        return word;
    }

    private String takeQuoted() {
        int from = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return value.toString();
            }
            value.append(c == '\\' ? takeEscape() : c);
        }
        throw new ValueTextException(from + 1, "a closing quote for the one here", "the end of the text");
    }

    private char takeEscape() {
        char letter = at < text.length() ? text.charAt(at) : ' ';
        if (letter == 'u') {
            try {
                char c = (char) Integer.parseInt(text, at + 1, at + 5, 16);
                at += 5;
                return c;
            } catch (NumberFormatException | IndexOutOfBoundsException e) {
                throw new ValueTextException(at + 2, "four hexadecimal digits", found(at + 1));
            }
        }
        if ("\"\\/bfnrt".indexOf(letter) < 0) {
            throw new ValueTextException(at + 1, "one of \" \\ / b f n r t u behind a backslash", found(at));
        }
        at++;
        return Quotes.unescape(letter);
    }

    /** The error that something else was expected at what comes next. */
    ValueTextException expected(String expected) {
        return new ValueTextException(position() + 1, expected, found(at));
    }

    private String found(int index) {
        if (index >= text.length()) {
            return "the end of the text";
        }
        int to = index;
        while (to < text.length() && inWord(to)) {
            to++;
        }
        return "'" + text.substring(index, Math.max(to, index + 1)) + "'";
    }

    /** A colon belongs to a word only before a char that does and is no colon; else it stands behind a map's key. */
    private boolean inWord(int index) {
        char c = text.charAt(index);
        if (c == ':') {
            return index + 1 < text.length() && text.charAt(index + 1) != ':' && inWord(index + 1);
        }
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "_./+-".indexOf(c) >= 0;
    }
}
