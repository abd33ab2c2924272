package dev.tidemark.kernel.widgets;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which model and view in the front end belong to a widget.
 *
 * <p>They have other names in ipywidgets 6 (the classic Notebook of Debian 12) than from 7 on, so each has both.
 *
 * @param module the package of the model from version 7 on
 * @param model the model's name there
 * @param earlyModel the model's name in version 6
 * @param view the view's name in both, or null for a model without one
 */
record Kind(
        String module,
        String model,
        String earlyModel,
        @Nullable String view) {
    private static final String EARLY_MODULE = "jupyter-js-widgets";
    /** Front ends take their own version; the names used here are in all of them. */
    private static final String ANY_VERSION = "*";

    /** A control with the same names everywhere: {@code ButtonModel} and {@code ButtonView}. */
    static Kind control(String name) {
        return new Kind("@jupyter-widgets/controls", name + "Model", name + "Model", name + "View");
    }

    /** The part of a state that names the classes, for version 7 and later or for 6. */
    Map<String, @Nullable Object> names(boolean early) {
        Map<String, @Nullable Object> names = new LinkedHashMap<>();
        names.put("_model_module", early ? EARLY_MODULE : module);
        names.put("_model_module_version", ANY_VERSION);
        names.put("_model_name", early ? earlyModel : model);
        names.put("_view_module", early ? EARLY_MODULE : module);
        names.put("_view_module_version", ANY_VERSION);
        names.put("_view_name", view);
        return names;
    }
}
