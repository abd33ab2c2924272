package dev.tidemark.notebooks;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Steps;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.engine.transcript.Transcript;
import dev.tidemark.kernel.spi.Displayable;
import dev.tidemark.kernel.spi.KernelContext;
import dev.tidemark.kernel.spi.KernelExtension;
import dev.tidemark.timetravel.RecordedRun;
import dev.tidemark.timetravel.WhyNotFired;
import dev.tidemark.visualizers.history.Views;
import dev.tidemark.visualizers.picture.Chart;
import dev.tidemark.visualizers.picture.NotebookLoader;
import dev.tidemark.visualizers.picture.Picture;
import java.util.List;

/** What a notebook gets from Tidemark: the imports of the front door, and a picture for everything that a call returns. */
public final class TidemarkExtension implements KernelExtension {
    private final NotebookLoader loader = new NotebookLoader();

    /** Found by the kernel. */
    public TidemarkExtension() {}

    @Override
    public String name() {
        return "Tidemark";
    }

    @Override
    public void install(KernelContext kernel) {
        kernel.imports(
                "java.time.*",
                "dev.tidemark.engine.*",
                "dev.tidemark.engine.cep.*",
                "dev.tidemark.engine.checkpoint.Checkpoint",
                "dev.tidemark.engine.checkpoint.store.*",
                "dev.tidemark.engine.fault.*",
                "dev.tidemark.engine.function.*",
                "dev.tidemark.engine.state.*",
                "dev.tidemark.engine.state.codec.TypeToken",
                "dev.tidemark.engine.time.Watermarks",
                "dev.tidemark.engine.transcript.*",
                "dev.tidemark.engine.trigger.*",
                "dev.tidemark.engine.window.*",
                "dev.tidemark.timetravel.*",
                "dev.tidemark.visualizers.Charts");
        kernel.renderer(Picture.class, Picture::mimeBundle);
        kernel.renderer(Chart.class, chart -> {
            loader.once().ifPresent(script -> kernel.display((Displayable) () -> script));
            return chart.mimeBundle();
        });
        kernel.renderer(RecordedRun.class, run -> Views.card(run).mimeBundle());
        kernel.renderer(Steps.class, steps -> Views.steps(steps).mimeBundle());
        kernel.renderer(
                Transcript.class, transcript -> Views.transcript(transcript).mimeBundle());
        kernel.renderer(Topology.class, topology -> Views.graph(topology).mimeBundle());
        kernel.renderer(
                Pipeline.class, pipeline -> Views.graph(pipeline.build()).mimeBundle());
        kernel.renderer(List.class, rows -> ViewTables.render(rows, kernel));
        kernel.renderer(WhyNotFired.class, answer -> Views.answer(answer).mimeBundle());
    }
}
