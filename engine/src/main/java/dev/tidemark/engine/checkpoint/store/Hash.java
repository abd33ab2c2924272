package dev.tidemark.engine.checkpoint.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** SHA-256, by which a file is named and seen to be whole. */
final class Hash {
    static final int LENGTH = 32;

    private Hash() {}

    static byte[] of(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Whether the bytes end with the hash of all before. */
    static boolean endsWithOwn(byte[] bytes) {
        int body = bytes.length - LENGTH;
        return body >= 0 && Arrays.equals(of(bytes, body), 0, LENGTH, bytes, body, bytes.length);
    }
}
