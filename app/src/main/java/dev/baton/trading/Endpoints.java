package dev.baton.trading;

import dev.baton.platform.MerchantId;
import dev.baton.platform.http.OutboundHttp;
import dev.baton.platform.http.OutboundReply;
import dev.baton.platform.http.OutboundReply.Answered;
import dev.baton.platform.http.OutboundReply.NotSent;
import dev.baton.platform.http.OutboundRequest;
import dev.baton.suppliers.SupplierId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * The suppliers' endpoints as this node knows them: each gets a bounded number of calls at a time, and one that
 * does not answer rests a while, so that it takes nothing from the others.
 */
@Component
class Endpoints {

    /** For one whole exchange. */
    static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final Duration LEASE_MARGIN = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final int CALLS_AT_A_TIME = 32;
    private static final int FAILURES_BEFORE_REST = 3;
    private static final int MOST_DOUBLINGS = 6;

    private final OutboundHttp http;
    private final Clock clock;
    private final Map<Key, Endpoint> endpoints = new ConcurrentHashMap<>();

    Endpoints(OutboundHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    private record Key(MerchantId merchant, SupplierId supplier) {}

    private static final class Endpoint {
        private final Semaphore calls = new Semaphore(CALLS_AT_A_TIME, true);
        private int failures;
        private Instant restsUntil = Instant.EPOCH;

        private synchronized void failed(Instant now) {
            failures++;
            if (failures >= FAILURES_BEFORE_REST) {
                long seconds = 1L << Math.min(MOST_DOUBLINGS, failures - FAILURES_BEFORE_REST + 1);
                restsUntil = now.plusSeconds(seconds);
            }
        }

        private synchronized void answered() {
            failures = 0;
            restsUntil = Instant.EPOCH;
        }

        private synchronized void restUntil(Instant end) {
            restsUntil = end;
        }

        private synchronized Instant restsUntil() {
            return restsUntil;
        }
    }

    /** Until when nothing is sent to the supplier; empty when it may be called. */
    Optional<Instant> restsUntil(MerchantId merchant, SupplierId supplier) {
        Endpoint endpoint = endpoints.get(new Key(merchant, supplier));
        return Optional.ofNullable(endpoint).map(Endpoint::restsUntil).filter(end -> end.isAfter(clock.instant()));
    }

    /** Sends on the calling (virtual) thread, after those before it; never throws for what the other side does. */
    ReplyVerdict send(Outgoing outgoing, Way.Post way) {
        Endpoint endpoint = endpoints.computeIfAbsent(
                new Key(outgoing.work().merchant(), outgoing.row().supplier()), key -> new Endpoint());
        try {
            if (!endpoint.calls.tryAcquire(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                return notSent(outgoing, "the endpoint is busy with documents before this one");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return notSent(outgoing, "stopped before sending");
        }
        try {
            return outgoing.work().hasLeft(TIMEOUT.plus(LEASE_MARGIN))
                    ? call(endpoint, outgoing, way)
                    : notSent(outgoing, "too little time was left to wait for an answer");
        } finally {
            endpoint.calls.release();
        }
    }

    /** Our own waiting: it says nothing about the supplier, who was not called. */
    private static ReplyVerdict notSent(Outgoing outgoing, String why) {
        return ReplyVerdict.of(new NotSent(why), outgoing.row().number());
    }

    private ReplyVerdict call(Endpoint endpoint, Outgoing outgoing, Way.Post way) {
        OutboundReply reply = http.send(request(outgoing, way));
        ReplyVerdict verdict = ReplyVerdict.of(reply, outgoing.row().number());
        Instant now = clock.instant();
        if (!(reply instanceof Answered)) {
            endpoint.failed(now);
        } else if (verdict.outcome() == AttemptOutcome.BUSY && verdict.retryAfter() != null) {
            endpoint.restUntil(now.plus(verdict.retryAfter()));
        } else {
            endpoint.answered();
        }
        return verdict;
    }

    private OutboundRequest request(Outgoing outgoing, Way.Post way) {
        Instant now = clock.instant();
        String id = outgoing.row().id().webhookId();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put("webhook-signature", WebhookSignature.of(way.secret(), id, now, outgoing.body()));
        headers.put("idempotency-key", outgoing.row().idempotencyKey());
        return new OutboundRequest("POST", way.url(), headers, outgoing.body(), TIMEOUT);
    }
}
