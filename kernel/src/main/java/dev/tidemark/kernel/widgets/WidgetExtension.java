package dev.tidemark.kernel.widgets;

import dev.tidemark.kernel.spi.KernelContext;
import dev.tidemark.kernel.spi.KernelExtension;

/** Answers what pages ask about widgets before any is shown. */
public final class WidgetExtension implements KernelExtension {
    /** The extension that every session has. */
    public WidgetExtension() {}

    @Override
    public void install(KernelContext kernel) {
        OpenWidgets widgets = kernel.shared(OpenWidgets.class, OpenWidgets::new);
        kernel.commTarget("jupyter.widget.version", widgets::versionAsked);
        kernel.commTarget("jupyter.widget.control", widgets::controlOpened);
    }
}
