package dev.baton.world.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.baton.world.bench.OrderMix.ShipTo;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ShopifyWebhookTest {

    private static final byte[] SECRET = "shhh".getBytes(StandardCharsets.UTF_8);
    private static final RoadTarget TARGET = new RoadTarget(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 8080),
            "/hooks/shopify/m/s",
            "sample.myshopify.com",
            SECRET,
            "2026-01");
    private static final OrderMix MIX =
            new OrderMix(List.of("A-1", "B-2", "C-3", "D-4"), List.of(), 0, false, List.of(ShipTo.BERLIN), 1);

    private final ShopifyWebhook webhook = new ShopifyWebhook(
            TARGET,
            MIX,
            new RoadLedger(5_900_000_000_000L, 100),
            Clock.fixed(Instant.parse("2026-02-03T04:05:06Z"), ZoneOffset.UTC));

    @Test
    void carriesTheHeadersOfAWebhook() {
        var request = request(0);

        assertThat(head(request).lines())
                .startsWith("POST /hooks/shopify/m/s HTTP/1.1", "Host: localhost:8080")
                .contains(
                        "X-Shopify-Topic: orders/create",
                        "X-Shopify-Shop-Domain: sample.myshopify.com",
                        "X-Shopify-API-Version: 2026-01",
                        "X-Shopify-Triggered-At: 2026-02-03T04:05:06Z",
                        "X-Shopify-Webhook-Id: b54557e4-bdd9-4b37-8a5f-055db3677800",
                        "Content-Length: " + body(request).getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void isSignedOverTheRawBody() throws GeneralSecurityException {
        var request = request(3);

        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
        var signature =
                Base64.getEncoder().encodeToString(mac.doFinal(body(request).getBytes(StandardCharsets.UTF_8)));
        assertThat(head(request)).contains("X-Shopify-Hmac-Sha256: " + signature + "\r\n");
    }

    @Test
    void carriesAWholeOrderOfThreeLinesInMoreThanSixKilobytes() {
        var body = body(request(3));
        var order = json(body);

        assertThat(body.length()).isBetween(6 * 1024, 12 * 1024);
        assertThat(body).doesNotContain("{{").doesNotContain("\n");
        assertThat(order.get("id").asLong()).isEqualTo(5_900_000_000_003L);
        assertThat(order.get("name").asString()).isEqualTo("#1004");
        assertThat(order.get("created_at").asString()).isEqualTo("2026-02-03T04:05:06Z");
        assertThat(order.get("shipping_address").get("country_code").asString()).isEqualTo("DE");
        assertThat(order.get("line_items")
                        .valueStream()
                        .map(line -> line.get("sku").asString()))
                .containsExactlyElementsOf(MIX.skusOf(3));
        assertThat(order.get("line_items")
                        .valueStream()
                        .mapToInt(line -> line.get("quantity").asInt())
                        .sum())
                .isEqualTo(OrderMix.UNITS_PER_ORDER);
    }

    @Test
    void noTwoOrdersLookLikeTheSameOrderPlacedTwice() {
        var first = json(body(request(1)));
        var second = json(body(request(2)));

        for (var path : List.of("/id", "/name", "/token", "/email", "/customer/id", "/shipping_address/address1")) {
            assertThat(first.at(path)).as(path).isNotEqualTo(second.at(path));
        }
        assertThat(first.at("/line_items/0/id")).isNotEqualTo(second.at("/line_items/0/id"));
    }

    @Test
    void aTemplateRefusesASlotItDoesNotHave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ByteTemplate("a {{b}} c").filling().set("c", 1))
                .withMessageContaining("c");
    }

    private String request(int order) {
        int length = webhook.write(order);
        return new String(webhook.request(), 0, length, StandardCharsets.UTF_8);
    }

    private static String head(String request) {
        return request.substring(0, request.indexOf("\r\n\r\n") + 2);
    }

    private static String body(String request) {
        return request.substring(request.indexOf("\r\n\r\n") + 4);
    }

    private static JsonNode json(String body) {
        return JsonMapper.builder().build().readTree(body);
    }
}
