package dev.tidemark.engine.doors;

import dev.tidemark.engine.function.BroadcastProcessFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.state.MapStateDescriptor;
import dev.tidemark.engine.state.codec.TypeToken;
import java.util.ArrayList;
import java.util.List;

/** Notes each rule in a list of its own, and passes words. */
final class NotingRules extends BroadcastProcessFunction<Word, Word, Word> {
    static final MapStateDescriptor<String, List<String>> NOTES =
            MapStateDescriptor.of("notes", String.class, new TypeToken<List<String>>() {});

    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(Word word, ReadOnlyContext context, Output<Word> out) {
        out.collect(word);
    }

    @Override
    public void processBroadcastElement(Word rule, Context context, Output<Word> out) {
        context.broadcastState(NOTES).put(rule.text(), new ArrayList<>(List.of(rule.text())));
    }
}
