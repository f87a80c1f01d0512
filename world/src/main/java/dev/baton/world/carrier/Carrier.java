package dev.baton.world.carrier;

import dev.baton.world.http.BatonApi;
import dev.baton.world.http.Json;
import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.time.Agenda;
import dev.baton.world.time.WorldClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Carries every parcel to its door and reports the scans in batches, as a carrier's push does. */
public final class Carrier {

    private static final int BATCH_LIMIT = 100;

    private static final List<Step> STEPS = List.of(
            new Step("PRE_TRANSIT", 2, "Label printed"),
            new Step("IN_TRANSIT", 35, "Departed facility"),
            new Step("OUT_FOR_DELIVERY", 80, "On the van"),
            new Step("DELIVERED", 110, "Left at the door"));

    private static final Step LOST = new Step("EXCEPTION", 0, "Cannot be found");

    private record Step(String code, int minutes, String text) {}

    private record Scan(String order, String carrier, String trackingNumber, Step step, Instant occurredAt) {}

    private final WorldClock clock;
    private final Agenda agenda;
    private final Ledger ledger;
    private final BatonApi baton;
    private final List<Scan> waiting = new ArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final Map<String, String> carriers = new ConcurrentHashMap<>();
    private final Set<String> lost = ConcurrentHashMap.newKeySet();

    /** Reports to Baton with the merchant's key. */
    public Carrier(WorldClock clock, Agenda agenda, Ledger ledger, BatonApi baton) {
        this.clock = clock;
        this.agenda = agenda;
        this.ledger = ledger;
        this.baton = baton;
    }

    /** Starts carrying whatever suppliers ship from now on. */
    public void start() {
        ledger.follow(fact -> {
            if (fact instanceof Fact.Shipped shipped && shipped.status() >= 200 && shipped.status() < 300) {
                shipped.parcels().forEach(parcel -> carry(shipped.order(), parcel));
            }
        });
        agenda.everyOnTheWall(Duration.ofMillis(200), this::report);
    }

    /** Scans not yet reported. */
    public int waiting() {
        synchronized (waiting) {
            return waiting.size() + underWay.get();
        }
    }

    /**
     * Something goes wrong with a parcel that is under way.
     *
     * @return its number; null when nothing is under way
     */
    public @Nullable String lose() {
        List<Fact.Scanned> scans = ledger.facts(Fact.Scanned.class);
        Set<String> ended = new HashSet<>();
        for (Fact.Scanned scan : scans.reversed()) {
            if (scan.code().equals("DELIVERED") || scan.code().equals("EXCEPTION")) {
                ended.add(scan.trackingNumber());
            } else if (!ended.contains(scan.trackingNumber()) && lost.add(scan.trackingNumber())) {
                add(new Scan(
                        scan.order(),
                        carriers.getOrDefault(scan.trackingNumber(), ""),
                        scan.trackingNumber(),
                        LOST,
                        clock.instant()));
                return scan.trackingNumber();
            }
        }
        return null;
    }

    private void carry(String order, Fact.Parcel parcel) {
        carriers.put(parcel.trackingNumber(), parcel.carrier());
        int draw = Math.floorMod(parcel.trackingNumber().hashCode(), 100);
        for (Step step : STEPS) {
            Duration happens = Duration.ofMinutes(step.minutes());
            boolean late = draw < 10 && step.code().equals("IN_TRANSIT");
            boolean twice = draw >= 90 && step.code().equals("OUT_FOR_DELIVERY");
            Instant occurs = clock.instant().plus(happens);
            Scan scan = new Scan(order, parcel.carrier(), parcel.trackingNumber(), step, occurs);
            agenda.after(late ? happens.plusMinutes(90) : happens, () -> add(scan));
            if (twice) {
                agenda.after(happens.plusMinutes(5), () -> add(scan));
            }
        }
    }

    /** Nothing more is heard of a parcel that is lost. */
    private void add(Scan scan) {
        if (lost.contains(scan.trackingNumber()) && !scan.step().equals(LOST)) {
            return;
        }
        synchronized (waiting) {
            waiting.add(scan);
        }
    }

    private void report() {
        List<Scan> batch;
        synchronized (waiting) {
            int size = Math.min(BATCH_LIMIT, waiting.size());
            batch = List.copyOf(waiting.subList(0, size));
            waiting.subList(0, size).clear();
            underWay.addAndGet(size);
        }
        try {
            if (!batch.isEmpty()) {
                send(batch);
            }
        } finally {
            underWay.addAndGet(-batch.size());
        }
    }

    private void send(List<Scan> batch) {
        ObjectNode body = Json.object();
        ArrayNode scans = body.putArray("scans");
        for (Scan scan : batch) {
            scans.addObject()
                    .put("carrier", scan.carrier())
                    .put("trackingNumber", scan.trackingNumber())
                    .put("code", scan.step().code())
                    .put("occurredAt", scan.occurredAt().toString())
                    .put("text", scan.step().text())
                    .put("place", "Hub");
        }
        BatonApi.Answer answer = baton.post("/api/v1/scans", body);
        for (Scan scan : batch) {
            ledger.write(new Fact.Scanned(
                    scan.order(), scan.trackingNumber(), scan.step().code(), scan.occurredAt(), answer.status()));
        }
    }
}
