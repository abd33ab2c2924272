package dev.tidemark.kernel.install;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The command line of {@code install}, {@code uninstall} and {@code doctor}.
 *
 * @param scope {@code --user}, {@code --sys-prefix}, {@code --prefix} or {@code --system}
 * @param prefix the folder of {@code --prefix}
 * @param name the kernel's name, also the name of its folder
 * @param displayName the name in menus
 * @param archive whether a class-data archive is made
 * @param jvmOptions options for the JVM, in order
 * @param environment variables to set for the kernel
 */
record InstallOptions(
        String scope,
        @Nullable String prefix,
        String name,
        String displayName,
        boolean archive,
        List<String> jvmOptions,
        Map<String, String> environment) {
    static final String USAGE = """
            usage: java -jar tidemark-kernel.jar install [options]   register the kernel with Jupyter
                   java -jar tidemark-kernel.jar uninstall [options] remove it from there
                   java -jar tidemark-kernel.jar doctor              say what is found, what is missing, how to mend it

              --user              for this user (the default)
              --sys-prefix        for the active Python environment
              --prefix FOLDER     for the Python in this folder
              --system            for all users
              --name NAME         the kernel's name (default tidemark-java)
              --display-name TEXT the name in menus
              --jvm-option OPTION an option for the JVM, such as -Xmx4g; may be repeated
              --classpath PATHS   TIDEMARK_CLASSPATH: what is on the class path from the start
              --startup FILES     TIDEMARK_STARTUP: .jsh, .java or .ipynb files that run before the first cell
              --env NAME=VALUE    another variable for the kernel; may be repeated
              --no-archive        no class-data archive: done sooner, but each start takes about a second longer
            """;

    static InstallOptions parse(List<String> arguments) {
        String scope = "--user";
        String prefix = null;
        String name = "tidemark-java";
        String displayName = "Java (Tidemark)";
        boolean archive = true;
        List<String> jvmOptions = new ArrayList<>();
        Map<String, String> environment = new TreeMap<>();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--user", "--sys-prefix", "--system" -> scope = option;
                case "--prefix" -> {
                    scope = option;
                    prefix = value(option, rest);
                }
                case "--name" -> name = name(value(option, rest));
                case "--display-name" -> displayName = value(option, rest);
                case "--jvm-option" -> jvmOptions.add(value(option, rest));
                case "--classpath" -> environment.put("TIDEMARK_CLASSPATH", value(option, rest));
                case "--startup" -> environment.put("TIDEMARK_STARTUP", value(option, rest));
                case "--no-archive" -> archive = false;
                case "--env" -> variable(value(option, rest), environment);
                default ->
                    throw new IllegalArgumentException(
                            "unknown option " + option + "; --help shows those that there are");
            }
        }
        return new InstallOptions(scope, prefix, name, displayName, archive, List.copyOf(jvmOptions), environment);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.next();
    }

    private static String name(String text) {
        if (!text.matches("[A-Za-z0-9._-]+") || text.matches("\\.+")) {
            throw new IllegalArgumentException("'" + text
                    + "' cannot be a kernel's name; Jupyter allows letters, digits, dots, hyphens and underscores");
        }
        return text;
    }

    private static void variable(String text, Map<String, String> environment) {
        int sign = text.indexOf('=');
        if (sign < 1) {
            throw new IllegalArgumentException("--env needs NAME=VALUE, not '" + text + "'");
        }
        environment.put(text.substring(0, sign), text.substring(sign + 1));
    }
}
