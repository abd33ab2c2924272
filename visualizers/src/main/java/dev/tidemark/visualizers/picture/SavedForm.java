package dev.tidemark.visualizers.picture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which of a picture's forms a file's name asks for. */
final class SavedForm {
    private SavedForm() {}

    static String of(Picture picture, Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".html")) {
            return picture.html();
        }
        Map<String, Object> forms = picture.mimeBundle();
        if (name.endsWith(".txt")) {
            return String.valueOf(forms.get(MimeTypes.TEXT));
        }
        if (name.endsWith(".svg") && forms.containsKey(MimeTypes.SVG)) {
            return String.valueOf(forms.get(MimeTypes.SVG));
        }
        List<String> endings = new ArrayList<>(List.of(".html", ".txt"));
        if (forms.containsKey(MimeTypes.SVG)) {
            endings.add(".svg");
        }
        throw new IllegalArgumentException(
                "cannot save this picture as " + file + "; use a name that ends in " + String.join(", ", endings));
    }
}
