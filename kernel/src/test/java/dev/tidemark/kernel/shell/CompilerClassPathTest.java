package dev.tidemark.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

class CompilerClassPathTest {
    private final CompilerClassPath classPath = new CompilerClassPath(
            String.join(File.pathSeparator, "lib/tides.jar", "lib/inner/script.jar", "", "inner"));

    @Test
    void jars_in_an_inner_folder_are_only_run_with() {
        assertThat(classPath.entries()).containsExactly(Path.of("lib/tides.jar"), Path.of("inner"));
    }

    @Test
    void a_compiler_sees_what_joins_later_too() throws Exception {
        try (StandardJavaFileManager files =
                ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
            classPath.seenBy(files);
            classPath.add(List.of(Path.of("lib/inner/asked-for.jar")));

            List<Path> seen = new ArrayList<>();
            files.getLocationAsPaths(StandardLocation.CLASS_PATH).forEach(seen::add);
            assertThat(seen)
                    .containsExactly(Path.of("lib/tides.jar"), Path.of("inner"), Path.of("lib/inner/asked-for.jar"));
        }
    }
}
