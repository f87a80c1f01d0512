package dev.baton.world.demo;

import dev.baton.world.http.BatonApi;
import dev.baton.world.http.Body;
import dev.baton.world.http.Json;
import dev.baton.world.story.Market;
import dev.baton.world.story.SupplierSheet;
import dev.baton.world.supplier.Suppliers;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Has Baton fetch suppliers' stock files, or ask for stock by mail, as the merchant sets it up with the first key. */
final class FeedSetup {

    /** From so many items on a file that loses half of them is looked at. */
    private static final int GUARD_FROM_OFFERS = 5;

    private static final int HALF = 50;

    /** Looks at the first files: half a minute. */
    private static final int PATIENCE = 150;

    private static final int LOOK_EVERY_MILLIS = 200;

    /** A supplier is asked so long after it was set up, and each day at that time. */
    private static final Duration UNTIL_ASKED = Duration.ofMinutes(30);

    private final BatonApi baton;
    private final Clock clock;

    FeedSetup(BatonApi baton, Clock clock) {
        this.baton = baton;
        this.clock = clock;
    }

    /** The code under which the merchant knows a supplier's feed. */
    static String feedOf(String supplier) {
        return supplier + "-stock";
    }

    /** Connects the feed of everyone who lays files; the first of each lies there. */
    void feeds(Market market, StockPlaces places, Duration every) {
        places.sources().forEach((code, source) -> {
            SupplierSheet sheet = market.supplier(code);
            Body example =
                    Body.of(Objects.requireNonNull(places.places().get(code)).newest());
            JsonNode learned = MerchantSetup.require(
                    "example of a stock file of " + code,
                    baton.postBytes("/api/v1/feed-mappings", example, "text/csv"));
            if (!learned.path("mapping").isObject()) {
                throw new SetupFailed("Baton finds no columns in the stock file of " + code + ": " + learned);
            }
            ObjectNode body = feed(sheet, source, every);
            body.set("mapping", learned.path("mapping"));
            MerchantSetup.require("feed of " + code, baton.put("/api/v1/feeds/" + feedOf(code), body));
        });
    }

    /** Waits until the first file of each feed counts, as whoever connects one does; not for ever. */
    void awaitFirst(StockPlaces places, BatonReader reader) {
        for (int look = 0; look < PATIENCE; look++) {
            boolean all = places.sources().keySet().stream()
                    .allMatch(code -> reader.stockFiles(feedOf(code)).stream()
                            .anyMatch(file -> file.state().equals("merged")));
            if (all) {
                return;
            }
            rest();
        }
    }

    private static void rest() {
        try {
            Thread.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static ObjectNode feed(SupplierSheet sheet, StockPlaces.Source source, Duration every) {
        ObjectNode body = Json.object();
        body.put("supplier", sheet.code());
        body.put("mode", "FULL");
        body.put("absence", sheet.stockBy() == SupplierSheet.StockBy.SFTP ? "ZERO" : "KEEP");
        body.put("maxAgeMinutes", Suppliers.AGREED_FILE_AGE.toMinutes());
        body.put("everyMinutes", every.toMinutes());
        body.put("whenStale", "KEEP");
        body.putObject("guard")
                .put("fromOffers", GUARD_FROM_OFFERS)
                .put("mostLostPercent", HALF)
                .put("mostMissingPercent", HALF);
        ObjectNode from = body.putObject("source");
        from.put("kind", sheet.stockBy().name());
        from.put("url", source.url());
        from.put("user", source.user());
        from.put("secret", source.secret());
        from.put("hostKey", source.hostKey());
        return body;
    }

    /** Agrees with those who have no program that they are asked by mail. */
    void stockChecks(Market market) {
        for (SupplierSheet sheet : market.suppliers().values()) {
            if (sheet.stockBy() == SupplierSheet.StockBy.PAGE) {
                LocalTime at = LocalTime.ofInstant(clock.instant().plus(UNTIL_ASKED), ZoneId.of(sheet.zone()));
                ObjectNode body = Json.object();
                ArrayNode days = body.putArray("days");
                List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
                        .forEach(days::add);
                body.put("at", at.format(DateTimeFormatter.ofPattern("HH:mm")));
                MerchantSetup.require(
                        "stock checks of " + sheet.code(),
                        baton.put("/api/v1/suppliers/" + sheet.code() + "/stock-checks", body));
            }
        }
    }
}
