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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries every parcel to its door. Some carriers report their scans in batches themselves; of the others a tracking
 * service tells, parcel by parcel.
 */
public final class Carrier {

    private static final int BATCH_LIMIT = 100;

    private static final List<Step> STEPS = List.of(
            new Step("PRE_TRANSIT", "pre_transit", 2, "Label printed"),
            new Step("IN_TRANSIT", "in_transit", 35, "Departed facility"),
            new Step("OUT_FOR_DELIVERY", "out_for_delivery", 80, "On the van"),
            new Step("DELIVERED", "delivered", 110, "Left at the door"));

    private static final Step LOST = new Step("EXCEPTION", "failure", 0, "Cannot be found");

    private final WorldClock clock;
    private final Agenda agenda;
    private final Ledger ledger;
    private final BatonApi baton;
    private volatile @Nullable TrackingService service;
    private final List<Scan> waiting = new ArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final Map<String, String> carriers = new ConcurrentHashMap<>();
    private final Set<String> lost = ConcurrentHashMap.newKeySet();
    private final Set<String> stopped = ConcurrentHashMap.newKeySet();

    /** What Baton checks the tracking service's signatures with. */
    public static String secret() {
        return TrackingService.SECRET;
    }

    /** Reports to Baton with the merchant's key. */
    public Carrier(WorldClock clock, Agenda agenda, Ledger ledger, BatonApi baton) {
        this.clock = clock;
        this.agenda = agenda;
        this.ledger = ledger;
        this.baton = baton;
    }

    /** Starts carrying whatever suppliers ship from now on; {@code hook} is where the tracking service's messages go. */
    public void start(String hook) {
        service = new TrackingService(baton, hook);
        ledger.follow(fact -> {
            if (fact instanceof Fact.Shipped shipped && shipped.status() >= 200 && shipped.status() < 300) {
                shipped.parcels().forEach(parcel -> carry(shipped.order(), parcel));
            }
            if (fact instanceof Fact.RecallAnswered answer && answer.stops()) {
                stopped.addAll(answer.trackingNumbers());
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

    /** Nothing more is heard of a parcel that is lost, or stopped by whoever sent it. */
    private void add(Scan scan) {
        if (stopped.contains(scan.trackingNumber())
                || (lost.contains(scan.trackingNumber()) && !scan.step().equals(LOST))) {
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
        TrackingService told = service;
        Map<Boolean, List<Scan>> followed = batch.stream()
                .collect(Collectors.partitioningBy(scan -> told != null && TrackingService.follows(scan.carrier())));
        List<Scan> own = followed.getOrDefault(false, List.of());
        if (!own.isEmpty()) {
            push(own);
        }
        if (told != null) {
            followed.getOrDefault(true, List.of()).forEach(scan -> write(scan, told.tell(scan)));
        }
    }

    private void write(Scan scan, int status) {
        ledger.write(new Fact.Scanned(
                scan.order(), scan.trackingNumber(), scan.step().code(), scan.occurredAt(), status));
    }

    private void push(List<Scan> batch) {
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
        batch.forEach(scan -> write(scan, answer.status()));
    }
}
