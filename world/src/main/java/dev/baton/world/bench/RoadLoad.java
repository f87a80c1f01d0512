package dev.baton.world.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A store under load: posts signed {@code orders/create} webhooks over a number of kept-alive connections, with a
 * blocking thread each. HTTP is read and written by hand: whatever the load takes of the cores is missing to the road it
 * measures.
 */
public final class RoadLoad {

    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration SWEEP = Duration.ofMillis(250);

    private final RoadTarget target;
    private final OrderMix mix;
    private final RoadLedger ledger;
    private final Clock clock;

    /**
     * A store that has not posted yet.
     *
     * @param ledger gets what was posted; the suppliers write in it what arrived
     * @param clock the time the orders carry
     */
    public RoadLoad(RoadTarget target, OrderMix mix, RoadLedger ledger, Clock clock) {
        this.target = target;
        this.mix = mix;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Posts as fast as the road takes orders.
     *
     * @param mostInFlight orders under way to their suppliers at most. What has not arrived ten seconds after it was
     *     posted no longer counts as under way
     */
    public LoadResult closedLoop(int connections, int mostInFlight, Duration length) throws InterruptedException {
        long start = System.nanoTime();
        long end = start + length.toNanos();
        return run(connections, new Pace.Closed(ledger, mostInFlight, end), start, end);
    }

    /** Posts at a fixed rate, whatever the answers take; needs enough connections for those that wait. */
    public LoadResult openLoop(int connections, double ordersPerSecond, Duration length) throws InterruptedException {
        long start = System.nanoTime();
        long end = start + length.toNanos();
        double interval = TimeUnit.SECONDS.toNanos(1) / ordersPerSecond;
        return run(connections, new Pace.Open(new AtomicLong(), start, interval, end), start, end);
    }

    private LoadResult run(int connections, Pace pace, long start, long end) throws InterruptedException {
        var lanes = new ArrayList<PostingLane>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < connections; i++) {
            var webhook = new ShopifyWebhook(target, mix, ledger, clock);
            var lane = new PostingLane(pace, mix, ledger, webhook, new HttpLane(target.address()));
            lanes.add(lane);
            threads.add(Thread.ofPlatform().name("road-load-" + i).daemon().start(lane));
        }
        await(threads, end);
        hangUp(lanes, threads);
        return sum(lanes, start, end);
    }

    private void await(List<Thread> threads, long end) throws InterruptedException {
        long giveUp = end + GRACE.toNanos();
        for (var thread : threads) {
            while (thread.isAlive() && System.nanoTime() - giveUp < 0) {
                thread.join(SWEEP);
                ledger.writeOffPostedBefore(System.nanoTime() - GRACE.toNanos());
            }
        }
    }

    private static void hangUp(List<PostingLane> lanes, List<Thread> threads) throws InterruptedException {
        for (var lane : lanes) {
            try {
                lane.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        for (var thread : threads) {
            thread.join();
        }
    }

    private static LoadResult sum(List<PostingLane> lanes, long start, long end) {
        long accepted = 0;
        long unanswered = 0;
        var refused = new TreeMap<Integer, Long>();
        var accept = new LatencyHistogram();
        for (var lane : lanes) {
            accepted += lane.accept().count();
            unanswered += lane.unanswered();
            lane.refused().forEach((status, count) -> refused.merge(status, count, Long::sum));
            accept.add(lane.accept());
        }
        return new LoadResult(start, end, accepted, refused, unanswered, accept);
    }
}
