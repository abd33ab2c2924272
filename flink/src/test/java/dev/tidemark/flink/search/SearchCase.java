package dev.tidemark.flink.search;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.command.Command;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.flink.referee.Outcome;
import dev.tidemark.flink.search.stage.Feed;
import dev.tidemark.flink.search.stage.Hit;
import dev.tidemark.flink.search.stage.Stage;
import dev.tidemark.flink.source.Script;
import java.util.ArrayList;
import java.util.List;

/** A random pipeline with a random script. */
record SearchCase(String name, List<Feed> feeds, List<Stage> stages, List<Line> lines) {
    static final String OUT = "out";

    SearchCase {
        feeds = List.copyOf(feeds);
        stages = List.copyOf(stages);
        lines = List.copyOf(lines);
    }

    /** The pipeline, one source or the union of two, then the stages, then a sink. */
    Topology topology() {
        Pipeline pipeline = Pipeline.create(name);
        DataStream<Hit> hits = feeds.get(0).into(pipeline);
        for (Feed feed : feeds.subList(1, feeds.size())) {
            hits = hits.union(feed.into(pipeline)).name("union " + feed.name());
        }
        for (int i = 0; i < stages.size(); i++) {
            hits = stages.get(i).behind(pipeline, hits, name(i));
        }
        hits.collect(OUT);
        return pipeline.build();
    }

    private String name(int stage) {
        return stages.get(stage).kind() + " " + (stage + 1);
    }

    /** In which lane an outcome is: with the others of its key, unless Flink leaves the order open where it came out. */
    String lane(Outcome outcome) {
        for (int i = 0; i < stages.size(); i++) {
            boolean here = outcome.operator().equals(OUT) || outcome.operator().endsWith(name(i));
            if (stages.get(i).order() == Stage.Order.OPEN && here) {
                return outcome.toString();
            }
        }
        return outcome.ofKey();
    }

    Script script() {
        List<List<Command.Send>> all = new ArrayList<>();
        lines.forEach(line -> all.add(line.sends(feed(line.source()))));
        return new Script(all);
    }

    private Feed feed(String source) {
        return allFeeds().stream()
                .filter(feed -> feed.name().equals(source))
                .findFirst()
                .orElseThrow();
    }

    SearchCase withLines(List<Line> other) {
        return new SearchCase(name, feeds, stages, other);
    }

    /** Lines to sources that belong to stages that are gone go too. */
    SearchCase withStages(List<Stage> other) {
        SearchCase without = new SearchCase(name, feeds, other, List.of());
        List<String> sources = without.allFeeds().stream().map(Feed::name).toList();
        return without.withLines(
                lines.stream().filter(line -> sources.contains(line.source())).toList());
    }

    /** The sources, those of stages last. */
    List<Feed> allFeeds() {
        List<Feed> all = new ArrayList<>(feeds);
        stages.forEach(stage -> all.addAll(stage.feeds()));
        return all;
    }

    /** Whether the clock has a say in the results. */
    boolean byClock() {
        return stages.stream().anyMatch(Stage::byClock) || feeds.stream().anyMatch(Feed::byClock);
    }

    /** The case as a transcript: what the pipeline is, and what goes in line by line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(topology().describe());
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
