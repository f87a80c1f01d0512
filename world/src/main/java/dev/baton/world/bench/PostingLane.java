package dev.baton.world.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** One connection of the load. What it counted may be read once its thread has ended. */
final class PostingLane implements Runnable, AutoCloseable {

    private static final long NAP_AFTER_FAILURE_NANOS = Duration.ofMillis(20).toNanos();

    private final Pace pace;
    private final OrderMix mix;
    private final RoadLedger ledger;
    private final ShopifyWebhook webhook;
    private final HttpLane http;
    private final LatencyHistogram accept = new LatencyHistogram();
    private final Map<Integer, Long> refused = new HashMap<>();
    private long unanswered;

    PostingLane(Pace pace, OrderMix mix, RoadLedger ledger, ShopifyWebhook webhook, HttpLane http) {
        this.pace = pace;
        this.mix = mix;
        this.ledger = ledger;
        this.webhook = webhook;
        this.http = http;
    }

    @Override
    public void run() {
        for (long due = pace.awaitNext(); due != Pace.OVER && !http.isClosed(); due = pace.awaitNext()) {
            int order = ledger.nextOrder();
            if (order < 0) {
                return;
            }
            ledger.posted(order, due, mix.unitsExpected(order));
            post(order, due);
        }
    }

    private void post(int order, long due) {
        int length = webhook.write(order);
        try {
            int status = http.exchange(webhook.request(), length);
            if (status >= 200 && status < 300) {
                accept.record(System.nanoTime() - due);
                return;
            }
            refused.merge(status, 1L, Long::sum);
        } catch (IOException e) {
            unanswered++;
        }
        ledger.writeOff(order);
        // A server that refuses everything would otherwise be asked as fast as it can refuse.
        LockSupport.parkNanos(NAP_AFTER_FAILURE_NANOS);
    }

    LatencyHistogram accept() {
        return accept;
    }

    Map<Integer, Long> refused() {
        return refused;
    }

    long unanswered() {
        return unanswered;
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
