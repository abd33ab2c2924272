package dev.tidemark.benchmarks.nexmark.query;

import dev.tidemark.benchmarks.Engine;
import dev.tidemark.benchmarks.Workload;
import dev.tidemark.benchmarks.nexmark.NexmarkPlan;
import dev.tidemark.benchmarks.program.FlinkProgram;
import dev.tidemark.benchmarks.program.PlainProgram;
import dev.tidemark.benchmarks.program.TidemarkProgram;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All queries, each as a workload. */
public final class NexmarkQueries {
    private final NexmarkPlan plan;
    private final long events;
    private final Map<Integer, Workload> queries = new TreeMap<>();

    private NexmarkQueries(NexmarkPlan plan, long events) {
        this.plan = plan;
        this.events = events;
    }

    /** The queries over a stream, in the order of their numbers; {@code events} make a run of full size. */
    public static List<Workload> over(NexmarkPlan plan, long events) {
        NexmarkQueries all = new NexmarkQueries(plan, events);
        all.ofBids();
        all.withWindows();
        all.withKeys();
        return List.copyOf(all.queries.values());
    }

    private void ofBids() {
        BidQueriesByHand plain = new BidQueriesByHand(plan);
        BidQueriesOnFlink flink = new BidQueriesOnFlink(plan);
        BidQueriesOnTidemark tidemark = new BidQueriesOnTidemark(plan);
        query(0, "bids as they are", plain::q0, flink::q0, tidemark::q0);
        query(1, "bids in euros", plain::q1, flink::q1, tidemark::q1);
        query(2, "bids of certain auctions", plain::q2, flink::q2, tidemark::q2);
        query(13, "bids with a side table", plain::q13, flink::q13, tidemark::q13);
        query(14, "bids with calculations", plain::q14, flink::q14, tidemark::q14);
        query(21, "bids with channel numbers", plain::q21, flink::q21, tidemark::q21);
        query(22, "bids with directories", plain::q22, flink::q22, tidemark::q22);
    }

    private void withWindows() {
        WindowQueriesByHand plain = new WindowQueriesByHand(plan);
        WindowQueriesOnFlink flink = new WindowQueriesOnFlink(plan);
        WindowQueriesOnTidemark tidemark = new WindowQueriesOnTidemark(plan);
        query(5, "hot items, sliding 10 s / 2 s", plain::q5, flink::q5, tidemark::q5);
        query(7, "highest bids, 10 s", plain::q7, flink::q7, tidemark::q7);
        query(8, "new sellers, 10 s", plain::q8, flink::q8, tidemark::q8);
        query(11, "bids by session of a bidder", plain::q11, flink::q11, tidemark::q11);
        query(12, "bids by 10 s of processing time", plain::q12, flink::q12, tidemark::q12);
    }

    private void withKeys() {
        KeyedQueriesByHand plain = new KeyedQueriesByHand(plan);
        KeyedQueriesOnFlink flink = new KeyedQueriesOnFlink(plan);
        KeyedQueriesOnTidemark tidemark = new KeyedQueriesOnTidemark(plan);
        query(3, "sellers in certain states", plain::q3, flink::q3, tidemark::q3);
        query(4, "average winning bid by category", plain::q4, flink::q4, tidemark::q4);
        query(9, "winning bids", plain::q9, flink::q9, tidemark::q9);
        query(18, "last bid of a bidder in an auction", plain::q18, flink::q18, tidemark::q18);
        query(19, "ten highest bids of an auction", plain::q19, flink::q19, tidemark::q19);
        query(20, "bids with their auctions", plain::q20, flink::q20, tidemark::q20);
    }

    private void query(int number, String title, PlainProgram plain, FlinkProgram flink, TidemarkProgram tidemark) {
        queries.put(
                number,
                Workload.ofEvents("q" + number, "Nexmark q" + number + ": " + title, events)
                        .on(Engine.PLAIN, plain.side())
                        .on(Engine.TIDEMARK, tidemark.side())
                        .on(Engine.FLINK, flink.side()));
    }
}
