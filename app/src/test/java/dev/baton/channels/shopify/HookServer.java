package dev.baton.channels.shopify;

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
import java.util.Base64;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The address of Shopify's webhooks over real HTTP, as one node opens it. */
final class HookServer implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext server;

    /** Takes messages in by this inbox. */
    HookServer(TestBaton baton, Inbox inbox) {
        server = new SpringApplicationBuilder(ShopifyHooksTest.Web.class)
                .properties("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off")
                .initializers(context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    beans.registerBean(
                            ServletRegistrationBean.class,
                            () -> new HookDoor().shopifyHooks(inbox, baton.bean(CheckHook.class)));
                })
                .run();
    }

    static String path(MerchantId merchant, StoreId store) {
        return "/hooks/shopify/" + merchant.value().toString().replace("-", "") + "/" + store.value();
    }

    HttpRequest.Builder request(String path) {
        String port = server.getEnvironment().getProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("content-type", "application/json");
    }

    /** An order that was created, signed, with these further headers, each without its prefix. */
    HttpRequest.Builder signed(String path, byte[] body, String prefix, String secret, Map<String, String> more) {
        HttpRequest.Builder request = request(path)
                .header(prefix + "Topic", "orders/create")
                .header(prefix + "Hmac-SHA256", Base64.getEncoder().encodeToString(ShopifySignature.sign(body, secret)))
                .header(prefix + "Shop-Domain", Stores.DOMAIN)
                .header(prefix + "Triggered-At", "2026-03-01T10:00:00.512Z")
                .header(prefix + "API-Version", "2026-07")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        more.forEach((name, value) -> request.header(prefix + name, value));
        return request;
    }

    /** The status of the answer. */
    int send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }
}
