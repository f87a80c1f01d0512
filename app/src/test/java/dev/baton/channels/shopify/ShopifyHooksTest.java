package dev.baton.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.channels.Inbox;
import dev.baton.channels.Stores;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.testing.TestBaton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Webhooks over real HTTP, as Shopify sends them. */
class ShopifyHooksTest {

    private static final TestBaton BATON = TestBaton.shared();
    private static final byte[] BODY = Orders.PAID.getBytes(StandardCharsets.UTF_8);

    private static ConfigurableApplicationContext server;

    private final HttpClient client = HttpClient.newHttpClient();
    private final MerchantId merchant = BATON.newMerchant();
    private final StoreId store = Stores.shopify(BATON, merchant, null);

    @SpringBootConfiguration
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    static class Web {}

    @BeforeAll
    static void start() {
        server = new SpringApplicationBuilder(Web.class)
                .properties("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off")
                .initializers(context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    beans.registerBean(
                            ServletRegistrationBean.class,
                            () -> new HookDoor().shopifyHooks(BATON.bean(Inbox.class), BATON.bean(CheckHook.class)));
                })
                .run();
    }

    @AfterAll
    static void stop() {
        server.close();
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
        assertThat(send(request(path()).POST(HttpRequest.BodyPublishers.ofByteArray(BODY))))
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

        assertThat(send(other)).isEqualTo(401);
    }

    @Test
    void saysThatItTakesPostsOnly() throws Exception {
        HttpResponse<String> answer = client.send(request(path()).GET().build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("allow")).contains("POST");
        assertThat(answer.body()).contains("\"Use POST here.\"");
    }

    @Test
    void knowsNothingOfOtherAddresses() throws Exception {
        String hex = merchant.value().toString().replace("-", "");
        assertThat(send(signed("/hooks/shopify/" + hex + "/" + UUID.randomUUID(), BODY, "X-Shopify-", "x", "e")))
                .isEqualTo(404);
        assertThat(send(signed(
                        "/hooks/shopify/" + UUID.randomUUID() + "/" + store.value(), BODY, "X-Shopify-", "x", "e")))
                .isEqualTo(404);
        assertThat(send(signed("/hooks/shopify/nobody/" + store.value(), BODY, "X-Shopify-", "x", "e")))
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

        assertThat(send(carts)).isEqualTo(200);
        assertThat(kept()).isZero();
    }

    private String path() {
        return "/hooks/shopify/" + merchant.value().toString().replace("-", "") + "/" + store.value();
    }

    private int post(byte[] body, String prefix, String secret) throws Exception {
        return post(body, prefix, secret, "e-1");
    }

    private int post(byte[] body, String prefix, String secret, String event) throws Exception {
        return send(signed(path(), body, prefix, secret, event));
    }

    private HttpRequest.Builder signed(String path, byte[] body, String prefix, String secret, String event) {
        return request(path)
                .header(prefix + "Topic", "orders/create")
                .header(prefix + "Hmac-SHA256", Base64.getEncoder().encodeToString(ShopifySignature.sign(body, secret)))
                .header(prefix + "Shop-Domain", Stores.DOMAIN)
                .header(prefix + "Event-Id", event)
                .header(prefix + "Triggered-At", "2026-03-01T10:00:00.512Z")
                .header(prefix + "API-Version", "2026-07")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    private HttpRequest.Builder request(String path) {
        String port = server.getEnvironment().getProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("content-type", "application/json");
    }

    private int send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
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
