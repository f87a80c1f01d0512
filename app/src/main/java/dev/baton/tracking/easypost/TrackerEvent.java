package dev.baton.tracking.easypost;

import dev.baton.tracking.NewScan;
import dev.baton.tracking.RecordEstimates.Estimate;
import dev.baton.tracking.ScanCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An EasyPost event read for what it says of a parcel. Sources: EasyPost API, objects Event, Tracker and TrackingDetail.
 * Times without an offset are taken for UTC.
 *
 * @param scans every event of the tracker that can be placed in time, oldest first
 * @param estimate the day the carrier expects to deliver; null = it does not say
 */
record TrackerEvent(List<NewScan> scans, @Nullable Estimate estimate) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_KEY = 200;
    private static final int DAY_LETTERS = 10;
    private static final int MOST_SCANS = 1_000;
    private static final int LONGEST_TEXT = 500;

    /** The event's own id; empty when the body is no JSON or has none. */
    static Optional<String> id(byte[] body) {
        try {
            String id = JSON.readTree(body).path("id").asString("");
            return id.isEmpty() || id.length() > LONGEST_KEY ? Optional.empty() : Optional.of(id);
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /** What the body says of a parcel; empty when it is about anything else, or cannot be read. */
    static Optional<TrackerEvent> read(byte[] body) {
        try {
            JsonNode event = JSON.readTree(body);
            JsonNode tracker = event.path("object").asString("").equals("Tracker") ? event : event.path("result");
            String number = text(tracker, "tracking_code");
            if (!tracker.path("object").asString("").equals("Tracker") || number == null) {
                return Optional.empty();
            }
            String named = text(tracker, "carrier");
            String carrier = named == null ? "unknown" : named;
            return Optional.of(new TrackerEvent(scans(tracker, carrier, number), estimate(tracker, carrier, number)));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private static List<NewScan> scans(JsonNode tracker, String carrier, String number) {
        List<NewScan> scans = new ArrayList<>();
        for (JsonNode detail : tracker.path("tracking_details")) {
            Optional<ScanCode> code = code(
                    detail.path("status").asString(""),
                    detail.path("status_detail").asString(""));
            Optional<Instant> at = instant(text(detail, "datetime"));
            if (code.isPresent() && at.isPresent() && scans.size() < MOST_SCANS) {
                scans.add(new NewScan(carrier, number, code.get(), at.get(), text(detail, "message"), place(detail)));
            }
        }
        return scans;
    }

    /**
     * EasyPost's status words; what says nothing of the parcel's way ({@code unknown}, {@code error}) is left out. That one
     * is lost stands in the second word only.
     */
    private static Optional<ScanCode> code(String status, String more) {
        boolean ended = status.equalsIgnoreCase("delivered") || status.equalsIgnoreCase("return_to_sender");
        if (more.equalsIgnoreCase("lost") && !ended) {
            return Optional.of(ScanCode.LOST);
        }
        return Optional.ofNullable(
                switch (status.toLowerCase(Locale.ROOT)) {
                    case "pre_transit" -> ScanCode.PRE_TRANSIT;
                    case "in_transit", "available_for_pickup" -> ScanCode.IN_TRANSIT;
                    case "out_for_delivery" -> ScanCode.OUT_FOR_DELIVERY;
                    case "delivered" -> ScanCode.DELIVERED;
                    case "return_to_sender" -> ScanCode.RETURNED;
                    case "failure", "cancelled" -> ScanCode.EXCEPTION;
                    default -> null;
                });
    }

    private static @Nullable Estimate estimate(JsonNode tracker, String carrier, String number) {
        return day(text(tracker, "est_delivery_date"))
                .map(day -> new Estimate(carrier, number, day))
                .orElse(null);
    }

    private static @Nullable String place(JsonNode detail) {
        JsonNode where = detail.path("tracking_location");
        String place = Stream.of(text(where, "city"), text(where, "state"), text(where, "country"))
                .filter(part -> part != null)
                .collect(Collectors.joining(", "));
        return place.isEmpty() ? null : place;
    }

    private static @Nullable String text(JsonNode of, String field) {
        // no text of PostgreSQL can hold a NUL
        String text = of.path(field).asString("").replace("\u0000", "").strip();
        if (text.isEmpty()) {
            return null;
        }
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    /** The day a text begins with; EasyPost writes a day as its midnight in UTC, which elsewhere is another day. */
    private static Optional<LocalDate> day(@Nullable String text) {
        if (text == null || text.length() < DAY_LETTERS) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.substring(0, DAY_LETTERS)));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException noOffset) {
            try {
                return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
            } catch (DateTimeParseException noTime) {
                return Optional.empty();
            }
        }
    }
}
