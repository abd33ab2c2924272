package dev.tidemark.kernel.shell;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.security.CodeSource;
import java.security.cert.Certificate;
import java.util.jar.Manifest;

/**
 * A class file out of a jar or a folder, with what the JVM wants to know of where it came from.
 *
 * @param classFile its bytes
 * @param source the jar or folder, with the certificates of those who signed the file
 * @param manifest the jar's manifest; empty for a folder or a jar that has none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LibraryClass(byte[] classFile, CodeSource source, Manifest manifest) {
    /** Reads the file that a loader found under a path within its jar or folder. */
    static LibraryClass read(String path, URL file) throws IOException {
        URLConnection connection = file.openConnection();
        byte[] classFile;
        try (InputStream in = connection.getInputStream()) {
            classFile = in.readAllBytes();
        }
        if (connection instanceof JarURLConnection jar) {
            // the certificates are known only when the whole entry was read
            CodeSource source = new CodeSource(jar.getJarFileURL(), jar.getCertificates());
            Manifest manifest = jar.getManifest();
            return new LibraryClass(classFile, source, manifest == null ? new Manifest() : manifest);
        }
        String place = file.toString();
        URL folder =
                URI.create(place.substring(0, place.length() - path.length())).toURL();
        return new LibraryClass(classFile, new CodeSource(folder, (Certificate[]) null), new Manifest());
    }
}
