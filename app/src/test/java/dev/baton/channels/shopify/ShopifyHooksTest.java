package dev.baton.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.channels.Inbox;
import dev.baton.channels.Stores;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.testing.TestBaton;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;

/** Webhooks over real HTTP, as Shopify sends them. */
class ShopifyHooksTest {

    private static final TestBaton BATON = TestBaton.shared();
    private static final byte[] BODY = Orders.PAID.getBytes(StandardCharsets.UTF_8);

    private static final HookServer SERVER = new HookServer(BATON, BATON.bean(Inbox.class));

    private final MerchantId merchant = BATON.newMerchant();
    private final StoreId store = Stores.shopify(BATON, merchant, null);

    /** Nested in a test, so that nothing else that looks for components finds it. */
    @SpringBootConfiguration
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    static class Web {}

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void keepsASignedWebhookBeforeItAnswers() throws Exception {
        assertThat(post(BODY, "X-Shopify-", Stores.SECRET)).isEqualTo(200);

        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void readsTheNewerHeaderNamesToo() throws Exception {
        assertThat(post(BODY, "Shopify-", Stores.SECRET)).isEqualTo(200);

        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void refusesAForgedOrUnsignedWebhook() throws Exception {
        assertThat(post(BODY, "X-Shopify-", "guessed")).isEqualTo(401);
        assertThat(SERVER.send(SERVER.request(path()).POST(HttpRequest.BodyPublishers.ofByteArray(BODY))))
                .isEqualTo(401);

        assertThat(kept()).isZero();
    }

    @Test
    void acceptsBothSecretsWhileOneReplacesTheOtherAndThenOnlyTheNewOne() throws Exception {
        Stores.connect(BATON, merchant, store, null, List.of("new", Stores.SECRET), 0);
        assertThat(post(BODY, "X-Shopify-", Stores.SECRET)).isEqualTo(200);
        assertThat(post(BODY, "X-Shopify-", "new")).isEqualTo(200);

        // changed behind this node's back: its memory still holds the old secret
        Stores.connect(BATON, merchant, store, null, List.of("new"), 0);
        assertThat(post(BODY, "X-Shopify-", Stores.SECRET, "e-2")).isEqualTo(401);
        assertThat(post(BODY, "X-Shopify-", "new", "e-3")).isEqualTo(200);
    }

    @Test
    void refusesWhatAnotherShopOfTheSameAppSigned() throws Exception {
        HttpRequest.Builder other = signed(path(), BODY, "X-Shopify-", Stores.SECRET, "e-1")
                .setHeader("X-Shopify-Shop-Domain", "other.myshopify.com");

        assertThat(SERVER.send(other)).isEqualTo(401);
    }

    @Test
    void saysThatItTakesPostsOnly() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(SERVER.request(path()).GET().build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("allow")).contains("POST");
        assertThat(answer.body()).contains("\"Use POST here.\"");
    }

    @Test
    void knowsNothingOfOtherAddresses() throws Exception {
        String hex = merchant.value().toString().replace("-", "");
        assertThat(SERVER.send(signed("/hooks/shopify/" + hex + "/" + UUID.randomUUID(), BODY, "X-Shopify-", "x", "e")))
                .isEqualTo(404);
        assertThat(SERVER.send(signed(
                        "/hooks/shopify/" + UUID.randomUUID() + "/" + store.value(), BODY, "X-Shopify-", "x", "e")))
                .isEqualTo(404);
        assertThat(SERVER.send(signed("/hooks/shopify/nobody/" + store.value(), BODY, "X-Shopify-", "x", "e")))
                .isEqualTo(404);
    }

    @Test
    void refusesABodyThatIsTooLarge() throws Exception {
        byte[] large = new byte[Inbox.MOST_BYTES + 1];

        assertThat(post(large, "X-Shopify-", Stores.SECRET)).isEqualTo(413);
        assertThat(kept()).isZero();
    }

    @Test
    void answersATopicItHasNoUseForWithoutKeepingIt() throws Exception {
        HttpRequest.Builder carts =
                signed(path(), BODY, "X-Shopify-", Stores.SECRET, "e-1").setHeader("X-Shopify-Topic", "carts/update");

        assertThat(SERVER.send(carts)).isEqualTo(200);
        assertThat(kept()).isZero();
    }

    /** D14: what comes without an event's id is the same when its delivery's id is. */
    @Test
    void knowsARepeatWithoutAnEventByItsDelivery() throws Exception {
        Map<String, String> delivery = Map.of("Webhook-Id", "d-1");

        assertThat(postWith(BODY, delivery)).isEqualTo(200);
        assertThat(postWith(BODY, delivery)).isEqualTo(200);
        assertThat(kept()).isEqualTo(1);

        assertThat(postWith(BODY, Map.of("Webhook-Id", "d-2"))).isEqualTo(200);
        assertThat(kept()).as("the same body under another delivery's id").isEqualTo(2);
    }

    /** An event keeps its id over all its deliveries: the delivery's id counts for nothing beside it. */
    @Test
    void knowsARepeatByItsEventWhateverItsDelivery() throws Exception {
        assertThat(postWith(BODY, Map.of("Event-Id", "e-1", "Webhook-Id", "d-1")))
                .isEqualTo(200);
        assertThat(postWith(BODY, Map.of("Event-Id", "e-1", "Webhook-Id", "d-2")))
                .isEqualTo(200);
        assertThat(kept()).isEqualTo(1);

        assertThat(postWith(BODY, Map.of("Event-Id", "e-2", "Webhook-Id", "d-1")))
                .isEqualTo(200);
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void knowsARepeatWithoutAnyIdByItsBody() throws Exception {
        byte[] other = Orders.PAID.replace("5001", "5002").getBytes(StandardCharsets.UTF_8);

        assertThat(postWith(BODY, Map.of())).isEqualTo(200);
        assertThat(postWith(BODY, Map.of())).isEqualTo(200);
        assertThat(kept()).isEqualTo(1);

        assertThat(postWith(other, Map.of())).isEqualTo(200);
        assertThat(kept()).isEqualTo(2);
    }

    private String path() {
        return HookServer.path(merchant, store);
    }

    private int post(byte[] body, String prefix, String secret) throws Exception {
        return post(body, prefix, secret, "e-1");
    }

    private int post(byte[] body, String prefix, String secret, String event) throws Exception {
        return SERVER.send(signed(path(), body, prefix, secret, event));
    }

    private int postWith(byte[] body, Map<String, String> ids) throws Exception {
        return SERVER.send(SERVER.signed(path(), body, "X-Shopify-", Stores.SECRET, ids));
    }

    private static HttpRequest.Builder signed(String path, byte[] body, String prefix, String secret, String event) {
        return SERVER.signed(path, body, prefix, secret, Map.of("Event-Id", event));
    }

    private long kept() {
        return BATON.<Long>in(
                merchant,
                () -> BATON.jdbc()
                        .sql("select count(*) from inbox")
                        .query(Long.class)
                        .single());
    }
}
