package dev.baton.world.shopify;

import dev.baton.world.http.Body;
import dev.baton.world.http.Caller;
import dev.baton.world.http.Hmac;
import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.time.Agenda;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Tells Baton of a shop's events by signed webhooks: as often and as late as the plan says, again while the answer is
 * not 2xx. Source: shopify.dev, "Webhooks": headers, five seconds for an answer, eight more tries.
 */
public final class WebhookSender {

    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);

    /** Shopify tries eight more times over four hours; here as often, but over minutes on the wall. */
    private static final List<Duration> RETRIES = List.of(
            Duration.ofMillis(200),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30));

    /** Nobody listens: asked again at least so often, at no cost to anybody. */
    private static final Duration PAUSE_WHILE_DOWN = Duration.ofSeconds(1);

    private final ShopProfile profile;
    private final Door door;
    private final Agenda agenda;
    private final Ledger ledger;
    private final Function<ShopEvent, List<Duration>> plan;

    /** Where webhooks go, by whom, and how long an outage is waited for beyond the usual tries. */
    public record Door(URI url, Caller caller, Duration patience) {}

    /** @param plan for each event, after how much business time each copy is sent; empty = never */
    public WebhookSender(
            ShopProfile profile, Door door, Agenda agenda, Ledger ledger, Function<ShopEvent, List<Duration>> plan) {
        this.profile = profile;
        this.door = door;
        this.agenda = agenda;
        this.ledger = ledger;
        this.plan = plan;
    }

    /** Plans the deliveries of one event. */
    public void tell(ShopEvent event) {
        String order = Long.toString(event.orderId());
        List<Duration> copies = plan.apply(event);
        if (copies.isEmpty()) {
            ledger.write(new Fact.WebhookWithheld(order, profile.code(), event.topic()));
            return;
        }
        String webhookId = UUID.nameUUIDFromBytes((event.eventId() + "/w").getBytes(StandardCharsets.UTF_8))
                .toString();
        for (int copy = 0; copy < copies.size(); copy++) {
            int number = copy;
            agenda.after(copies.get(copy), () -> deliver(event, webhookId, number));
        }
    }

    private void deliver(ShopEvent event, String webhookId, int copy) {
        Map<String, String> headers = headers(profile, event, webhookId);
        long giveUpAt = System.nanoTime() + door.patience().toNanos();
        int status = send(event.body(), headers);
        int tries = 0;
        while (!isGood(status)
                && (tries < RETRIES.size() || System.nanoTime() < giveUpAt)
                && rest(pause(status, tries))) {
            status = send(event.body(), headers);
            tries++;
        }
        ledger.write(new Fact.WebhookSent(
                Long.toString(event.orderId()), profile.code(), event.topic(), webhookId, copy, status));
    }

    /** Tries once with an event, past the plan and the ledger; answers the HTTP status, 0 where nobody listens. */
    public int knock(ShopEvent event) {
        return send(event.body(), headers(profile, event, event.eventId()));
    }

    private static boolean isGood(int status) {
        return status >= 200 && status < 300;
    }

    private static Duration pause(int status, int tries) {
        Duration usual = RETRIES.get(Math.min(tries, RETRIES.size() - 1));
        boolean down = status == 0 && usual.compareTo(PAUSE_WHILE_DOWN) > 0;
        return down ? PAUSE_WHILE_DOWN : usual;
    }

    private int send(Body body, Map<String, String> headers) {
        return door.caller()
                .send("POST", door.url(), headers, body, ANSWER_TIMEOUT)
                .status();
    }

    private static boolean rest(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The headers Shopify sends with a webhook. */
    public static Map<String, String> headers(ShopProfile profile, ShopEvent event, String webhookId) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put("X-Shopify-Topic", event.topic());
        headers.put(
                "X-Shopify-Hmac-Sha256",
                Hmac.base64(
                        profile.webhookSecret().getBytes(StandardCharsets.UTF_8),
                        event.body().bytes()));
        headers.put("X-Shopify-Shop-Domain", profile.domain());
        headers.put("X-Shopify-API-Version", AdminApi.VERSION);
        headers.put("X-Shopify-Webhook-Id", webhookId);
        headers.put("X-Shopify-Event-Id", event.eventId());
        headers.put("X-Shopify-Triggered-At", event.triggeredAt().toString());
        return headers;
    }
}
