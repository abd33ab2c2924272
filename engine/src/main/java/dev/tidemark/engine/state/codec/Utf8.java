package dev.tidemark.engine.state.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** UTF-8 that keeps surrogates without a partner, as three bytes each, so that every String survives. */
final class Utf8 {
    /** ASCII text up to this length is written without its length: it ends with the byte whose high bit is set. */
    static final int LONGEST_MARKED = 32;

    private Utf8() {}

    /** Whether a text of so many bytes is written without its length. One char is not: its byte could not be told from a length. */
    static boolean marked(int length, String text) {
        return length > 1 && length <= LONGEST_MARKED && length == text.length();
    }

    /** The text whose last byte has its high bit set and whose others have not. */
    static String marked(byte[] bytes, int offset, int length) {
        byte[] ascii = Arrays.copyOfRange(bytes, offset, offset + length);
        ascii[length - 1] &= 0x7F;
        return new String(ascii, StandardCharsets.ISO_8859_1);
    }

    /** The number of bytes that {@link #encode} writes. */
    static int length(String text) {
        int chars = text.length();
        long bytes = chars;
        for (int i = 0; i < chars; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                continue;
            }
            bytes += c < 0x800 ? 1 : 2;
            if (pairAt(text, i, chars)) {
                i++; // four bytes for two chars: one more than each char, and the second adds nothing further
            }
        }
        return Math.toIntExact(bytes);
    }

    /** Writes the text to the array, which has room for it. */
    @SuppressWarnings("deprecation") // the low byte of each char is the whole char when the text is ASCII
    static void encode(String text, int length, byte[] out, int offset) {
        int chars = text.length();
        if (length == chars) {
            text.getBytes(0, chars, out, offset);
            return;
        }
        int at = offset;
        for (int i = 0; i < chars; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                out[at++] = (byte) c;
            } else if (c < 0x800) {
                out[at++] = (byte) (0xC0 | (c >> 6));
                out[at++] = continuation(c);
            } else if (pairAt(text, i, chars)) {
                int point = Character.toCodePoint(c, text.charAt(++i));
                out[at++] = (byte) (0xF0 | (point >> 18));
                out[at++] = continuation(point >> 12);
                out[at++] = continuation(point >> 6);
                out[at++] = continuation(point);
            } else {
                out[at++] = (byte) (0xE0 | (c >> 12));
                out[at++] = continuation(c >> 6);
                out[at++] = continuation(c);
            }
        }
    }

    private static byte continuation(int bits) {
        return (byte) (0x80 | (bits & 0x3F));
    }

    private static boolean pairAt(String text, int index, int chars) {
        return Character.isHighSurrogate(text.charAt(index))
                && index + 1 < chars
                && Character.isLowSurrogate(text.charAt(index + 1));
    }

    /** The text; null if the bytes are not what {@link #encode} writes. */
    static @Nullable String decode(byte[] bytes, int offset, int length) {
        String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
        // The JDK replaces what is not strict UTF-8, lone surrogates among it; only then is the slow path needed.
        return text.indexOf('\uFFFD') < 0 ? text : decodeLoosely(bytes, offset, length);
    }

    private static @Nullable String decodeLoosely(byte[] bytes, int offset, int length) {
        StringBuilder loose = new StringBuilder(length);
        int end = offset + length;
        int at = offset;
        while (at < end) {
            int lead = bytes[at++] & 0xFF;
            int more = lead < 0x80 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
            int point = more == 0 ? lead : lead & (0x3F >> more);
            for (; more > 0 && at < end; more--) {
                point = (point << 6) | (bytes[at++] & 0x3F);
            }
            loose.appendCodePoint(Math.min(point, Character.MAX_CODE_POINT));
        }
        String text = loose.toString();
        return same(text, bytes, offset, length) ? text : null;
    }

    /** True if the bytes are the form of the text; what was read from damaged bytes has another form. */
    private static boolean same(String text, byte[] bytes, int offset, int length) {
        if (length(text) != length) {
            return false;
        }
        byte[] form = new byte[length];
        encode(text, length, form, 0);
        return Arrays.equals(form, 0, length, bytes, offset, offset + length);
    }
}
