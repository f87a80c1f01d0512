package dev.baton.world.demo;

import dev.baton.world.http.BatonApi;
import dev.baton.world.http.Json;
import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.shopify.NewShopOrder;
import dev.baton.world.shopify.Shop;
import dev.baton.world.shopify.ShopEvent;
import dev.baton.world.story.Address;
import dev.baton.world.story.OrderScript;
import dev.baton.world.story.Playbook;
import dev.baton.world.story.Plot;
import dev.baton.world.story.Telling;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Places orders in their stores and decides how each event is told. */
final class Placing {

    private static final long SHIPPING_CENTS = 5_90;

    private final Playbook playbook;
    private final Map<String, Shop> shops;
    private final BatonApi baton;
    private final Ledger ledger;
    private final Clock clock;
    private final Set<String> placed = ConcurrentHashMap.newKeySet();

    Placing(Playbook playbook, Map<String, Shop> shops, BatonApi baton, Ledger ledger, Clock clock) {
        this.playbook = playbook;
        this.shops = shops;
        this.baton = baton;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** How many orders are placed. */
    int count() {
        return placed.size();
    }

    void place(OrderScript script) {
        placed.add(script.id());
        ledger.write(new Fact.OrderPlaced(script.id(), script.store()));
        Shop shop = shops.get(script.store());
        if (shop == null) {
            post(script);
        } else {
            shop.place(shopOrder(script));
        }
    }

    /** After how much business time each copy of an event's webhook is sent; none for what is never told. */
    List<Duration> plan(ShopEvent event) {
        OrderScript script = playbook.find(Long.toString(event.orderId()));
        boolean birth = event.topic().equals("orders/create") || event.topic().equals("orders/paid");
        if (script == null || !birth) {
            return List.of(Duration.ofSeconds(Math.floorMod(event.eventId().hashCode(), 20)));
        }
        return switch (script.telling()) {
            case ONCE -> List.of(Duration.ZERO);
            case DOUBLED -> List.of(Duration.ZERO, Duration.ofSeconds(1));
            case LATE_AGAIN -> List.of(Duration.ZERO, Duration.ofMinutes(45));
            case REORDERED -> List.of(event.topic().equals("orders/create") ? Duration.ofMinutes(4) : Duration.ZERO);
            case NEVER -> List.of();
        };
    }

    static long totalCents(OrderScript script) {
        return script.goodsCents()
                + script.placedLines().stream().mapToLong(Placing::taxCents).sum()
                + SHIPPING_CENTS;
    }

    private static long taxCents(OrderScript.Line line) {
        return Math.round(line.priceCents() * line.quantity() * 0.07);
    }

    private static NewShopOrder shopOrder(OrderScript script) {
        List<NewShopOrder.Line> lines =
                script.placedLines().stream().map(Placing::shopLine).toList();
        return new NewShopOrder(
                Long.parseLong(script.id()),
                script.number(),
                script.buyer(),
                script.shipTo(),
                lines,
                script.shipTo().countryCode().equals("DE") ? "EUR" : "USD",
                script.shipMethod(),
                SHIPPING_CENTS,
                script.giftMessage(),
                null,
                script.plot() != Plot.HELD_UNPAID,
                script.plot() == Plot.HELD_TEST_ORDER,
                script.plot() == Plot.HELD_FRAUD_RISK);
    }

    /** A line as the shop has it. */
    static NewShopOrder.Line shopLine(OrderScript.Line line) {
        return new NewShopOrder.Line(
                Long.parseLong(line.id()),
                line.sku(),
                line.title(),
                line.quantity(),
                line.priceCents(),
                0,
                taxCents(line),
                line.grams());
    }

    private void post(OrderScript script) {
        ObjectNode body = apiOrder(script);
        int copies = script.telling() == Telling.DOUBLED ? 2 : 1;
        for (int copy = 0; copy < copies; copy++) {
            BatonApi.Answer answer = baton.postOnce("/api/v1/orders", body, "world-" + script.id());
            ledger.write(new Fact.OrderPosted(script.id(), copy, answer.status()));
        }
    }

    private ObjectNode apiOrder(OrderScript script) {
        ObjectNode body = Json.object();
        body.put("store", Playbook.DIRECT);
        body.put("id", script.id());
        body.put("name", script.name());
        body.put("placedAt", clock.instant().toString());
        body.put("currency", "USD");
        body.put("paid", true);
        ObjectNode customer = body.putObject("customer");
        customer.put("name", script.buyer().firstName() + " " + script.buyer().lastName());
        customer.put("email", script.buyer().email());
        customer.put("phone", script.buyer().phone());
        customer.put("locale", script.buyer().locale());
        body.set("shipTo", address(script.shipTo()));
        ArrayNode lines = body.putArray("lines");
        for (OrderScript.Line line : script.placedLines()) {
            lines.addObject()
                    .put("id", line.id())
                    .put("sku", line.sku())
                    .put("title", line.title())
                    .put("quantity", line.quantity())
                    .put("unitPrice", decimal(line.priceCents()))
                    .put("tax", decimal(taxCents(line)));
        }
        body.put("shipping", decimal(SHIPPING_CENTS));
        body.put("taxIncluded", false);
        body.put("total", decimal(totalCents(script)));
        body.put("shipMethod", script.shipMethod());
        if (script.giftMessage() != null) {
            body.put("giftMessage", script.giftMessage());
        }
        return body;
    }

    private static ObjectNode address(Address address) {
        ObjectNode json = Json.object();
        json.put("name", address.name());
        json.put("company", address.company());
        json.put("line1", address.line1());
        json.put("line2", address.line2());
        json.put("city", address.city());
        json.put("region", address.regionCode() == null ? address.region() : address.regionCode());
        json.put("postcode", address.postcode());
        json.put("countryCode", address.countryCode());
        json.put("phone", address.phone());
        return json;
    }

    private static String decimal(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
