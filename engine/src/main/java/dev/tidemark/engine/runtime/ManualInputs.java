package dev.tidemark.engine.runtime;

import dev.tidemark.engine.element.EndOfInput;
import dev.tidemark.engine.element.StreamElement;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the user sent by hand, for each source and partition, in order; a restarted source reads it again. */
final class ManualInputs {
    private Map<String, AppendLog<StreamElement>> logs = new LinkedHashMap<>();

    AppendLog<StreamElement> log(String source, String partition) {
        AppendLog<StreamElement> log = logs.get(key(source, partition));
        return log == null ? AppendLog.empty() : log;
    }

    void add(String source, String partition, StreamElement element) {
        AppendLog<StreamElement> log = log(source, partition);
        if (finished(source, partition)) {
            throw new IllegalStateException(
                    "source '" + source + "', partition '" + partition + "' is finished and takes nothing more");
        }
        logs.put(key(source, partition), log.append(element));
    }

    /** Whether the user has said that nothing more will come. */
    boolean finished(String source, String partition) {
        AppendLog<StreamElement> log = log(source, partition);
        return log.size() > 0 && log.get(log.size() - 1) == EndOfInput.INSTANCE;
    }

    private static String key(String source, String partition) {
        return source + "\n" + partition;
    }

    Map<String, AppendLog<StreamElement>> mark() {
        return new LinkedHashMap<>(logs);
    }

    void restore(Map<String, AppendLog<StreamElement>> mark) {
        logs = new LinkedHashMap<>(mark);
    }
}
