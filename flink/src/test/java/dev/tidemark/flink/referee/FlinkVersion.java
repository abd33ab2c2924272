package dev.tidemark.flink.referee;

import org.apache.flink.runtime.util.EnvironmentInformation;

/** Which Flink is on the class path. */
public final class FlinkVersion {
    private FlinkVersion() {}

    /** Whether it is older than {@code version}, such as {@code 2.3}. */
    @SuppressWarnings("StringSplitter") // versions have no empty parts
    public static boolean before(String version) {
        String[] here = EnvironmentInformation.getVersion().split("\\.");
        String[] other = version.split("\\.");
        for (int i = 0; i < other.length; i++) {
            int difference = Integer.parseInt(here[i]) - Integer.parseInt(other[i]);
            if (difference != 0) {
                return difference < 0;
            }
        }
        return false;
    }
}
