package dev.baton.world.carrier;

import dev.baton.world.http.BatonApi;
import dev.baton.world.http.Body;
import dev.baton.world.http.Hmac;
import dev.baton.world.http.Json;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Follows the parcels of some carriers and tells of each change by a signed webhook that carries the parcel's whole
 * story so far. Source: EasyPost API, objects Event, Tracker and TrackingDetail; webhooks are signed by HMAC-SHA256 over
 * the bytes, keyed by the secret in form NFKD, and sent again with the same event id until they are answered 2xx.
 */
final class TrackingService {

    /** What Baton is told to check the signatures with; not plain ASCII, so that its normal form matters. */
    static final String SECRET = "hollow oak \u00e0 la carte";

    private static final Map<String, String> NAMES = Map.of("FedEx", "FedEx", "DHL Express", "DHLExpress");
    private static final Duration WAY = Duration.ofMinutes(110);

    private final BatonApi door;
    private final String path;
    private final Map<String, Set<Scan>> stories = new ConcurrentHashMap<>();

    /** Tells at the path, with no key but the signature. */
    TrackingService(BatonApi baton, String path) {
        this.door = baton.withoutKey();
        this.path = path;
    }

    /** Whether it follows that carrier's parcels; the others tell by themselves. */
    static boolean follows(String carrier) {
        return NAMES.containsKey(carrier);
    }

    /** Tells of the scan; answers the status Baton answered. */
    int tell(Scan scan) {
        Set<Scan> story = stories.computeIfAbsent(scan.trackingNumber(), _ -> new LinkedHashSet<>());
        List<Scan> told;
        synchronized (story) {
            story.add(scan);
            told = story.stream().sorted(Comparator.comparing(Scan::occurredAt)).toList();
        }
        Body body = Body.of(event(scan, told));
        String signature = Hmac.hex(
                Normalizer.normalize(SECRET, Normalizer.Form.NFKD).getBytes(StandardCharsets.UTF_8), body.bytes());
        Map<String, String> headers =
                Map.of("content-type", "application/json", "X-Hmac-Signature", "hmac-sha256-hex=" + signature);
        return door.postWith(path, body, headers).status();
    }

    private static ObjectNode event(Scan scan, List<Scan> told) {
        Scan latest = told.getLast();
        ObjectNode event = Json.object();
        event.put("id", "evt_" + id(scan.trackingNumber() + scan.step().code()));
        event.put("object", "Event");
        event.put("mode", "production");
        event.put("description", told.size() == 1 ? "tracker.created" : "tracker.updated");
        event.put("created_at", text(scan.occurredAt()));
        event.put("status", "pending");
        ObjectNode tracker = event.putObject("result");
        tracker.put("id", "trk_" + id(scan.trackingNumber()));
        tracker.put("object", "Tracker");
        tracker.put("mode", "production");
        tracker.put("tracking_code", scan.trackingNumber());
        tracker.put("status", latest.step().easyPostStatus());
        tracker.put("status_detail", "unknown");
        tracker.putNull("signed_by");
        tracker.putNull("weight");
        Scan first = told.getFirst();
        boolean there = latest.step().easyPostStatus().equals("delivered");
        tracker.put("est_delivery_date", there ? null : text(first.occurredAt().plus(WAY)));
        tracker.put("carrier", NAMES.get(scan.carrier()));
        ArrayNode details = tracker.putArray("tracking_details");
        told.forEach(each -> detail(details.addObject(), each));
        return event;
    }

    private static void detail(ObjectNode detail, Scan scan) {
        detail.put("object", "TrackingDetail");
        detail.put("message", scan.step().text());
        detail.put("status", scan.step().easyPostStatus());
        detail.put("status_detail", "unknown");
        detail.put("datetime", text(scan.occurredAt()));
        detail.put("source", NAMES.get(scan.carrier()));
        ObjectNode where = detail.putObject("tracking_location");
        where.put("object", "TrackingLocation");
        where.put("city", "HUB");
        where.putNull("state");
        where.put("country", "US");
        where.putNull("zip");
    }

    private static String text(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String id(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }
}
