package dev.baton.world.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.world.http.Body;
import dev.baton.world.http.Caller;
import dev.baton.world.http.Hmac;
import dev.baton.world.http.MiniServer;
import dev.baton.world.http.Reply;
import dev.baton.world.http.Request;
import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.time.Agenda;
import dev.baton.world.time.WorldClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Webhooks as Shopify sends them: signed over the very bytes, sometimes twice, again until they are taken. */
class WebhookSenderTest {

    private static final ShopProfile PROFILE = new ShopProfile(
            "main",
            "Shop",
            "shop.myshopify.com",
            "USD",
            "client",
            "secret",
            null,
            ShopProfile.ALL_SCOPES,
            true,
            "hook-secret",
            7);
    private static final ShopEvent EVENT = new ShopEvent(
            "orders/create", 5001, "event-1", Instant.parse("2026-03-02T09:00:00Z"), Body.of("{\"id\": 5001}"));

    private final WorldClock clock = WorldClock.of(Instant.parse("2026-03-02T09:00:00Z"), 1000);
    private final Ledger ledger = new Ledger(clock);
    private final BlockingQueue<Fact> facts = new LinkedBlockingQueue<>();
    private final BlockingQueue<Request> got = new LinkedBlockingQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final Agenda agenda = new Agenda(clock, fault -> {
        throw fault;
    });
    private final Caller caller = new Caller();
    private final MiniServer baton = MiniServer.start(0, request -> {
        got.add(request);
        return Reply.text(refusals.getAndDecrement() > 0 ? 503 : 200, "");
    });

    @AfterEach
    void close() {
        agenda.close();
        caller.close();
        baton.close();
    }

    private void tell(Duration... copies) {
        ledger.follow(facts::add);
        WebhookSender.Door door = new WebhookSender.Door(baton.url(), caller, Duration.ZERO);
        new WebhookSender(PROFILE, door, agenda, ledger, _ -> List.of(copies)).tell(EVENT);
    }

    private Fact.WebhookSent sent() throws InterruptedException {
        return (Fact.WebhookSent) Objects.requireNonNull(facts.poll(20, TimeUnit.SECONDS), "nothing was written");
    }

    @Test
    void signsTheVeryBytesAndNamesShopTopicAndVersion() throws InterruptedException {
        tell(Duration.ZERO);

        assertThat(sent().status()).isEqualTo(200);
        Request request = Objects.requireNonNull(got.poll());
        assertThat(request.headerOrEmpty("x-shopify-hmac-sha256"))
                .isEqualTo(Hmac.base64(
                        "hook-secret".getBytes(StandardCharsets.UTF_8),
                        request.body().bytes()));
        assertThat(request.headerOrEmpty("x-shopify-topic")).isEqualTo("orders/create");
        assertThat(request.headerOrEmpty("x-shopify-shop-domain")).isEqualTo("shop.myshopify.com");
        assertThat(request.headerOrEmpty("x-shopify-api-version")).isEqualTo(AdminApi.VERSION);
    }

    @Test
    void sendsADuplicateUnderTheSameIdAndCountsIt() throws InterruptedException {
        tell(Duration.ZERO, Duration.ofSeconds(1));

        List<Fact.WebhookSent> both = List.of(sent(), sent());

        assertThat(both).extracting(Fact.WebhookSent::copy).containsExactlyInAnyOrder(0, 1);
        assertThat(both)
                .extracting(Fact.WebhookSent::webhookId)
                .containsOnly(both.getFirst().webhookId());
        assertThat(got)
                .extracting(request -> request.headerOrEmpty("x-shopify-webhook-id"))
                .hasSize(2)
                .containsOnly(both.getFirst().webhookId());
    }

    @Test
    void triesAgainWhatIsNotTaken() throws InterruptedException {
        refusals.set(2);

        tell(Duration.ZERO);

        assertThat(sent().status()).isEqualTo(200);
        assertThat(got).hasSize(3);
    }

    @Test
    void writesDownWhatIsNeverTold() {
        tell();

        assertThat(facts).containsExactly(new Fact.WebhookWithheld("5001", "main", "orders/create"));
        assertThat(got).isEmpty();
    }
}
