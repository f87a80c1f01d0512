package dev.baton.shopper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.notifications.CustomerWords;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.Tenancy;
import dev.baton.tracking.CarrierHooks;
import dev.baton.tracking.ScanCode;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The day a carrier names, from EasyPost's message to the customer's page; the numbers are made up. */
class ExpectedDayTest {

    private static final String ONE = "1Z999AA10123456784";
    private static final String SECRET = "a secret of ours";
    private static final ZoneId WEST = ZoneId.of("America/Los_Angeles");

    private final CustomersPages pages = new CustomersPages("blue", "#1d4ed8");
    private int told;

    @BeforeEach
    void open() {
        pages.shop.goods("LAMP", "Desk lamp", pages.acme);
        pages.baton.bean(CarrierHooks.class).set(pages.merchant, "easypost", SECRET);
        // west of Greenwich the midnight EasyPost writes is the day before
        sql("update store set zone = '" + WEST + "' where merchant_id = :merchant");
    }

    @AfterEach
    void close() {
        pages.close();
    }

    private int sql(String statement) {
        return pages.baton
                .bean(Tenancy.class)
                .inTransaction(
                        pages.merchant,
                        () -> pages.baton
                                .bean(JdbcClient.class)
                                .sql(statement)
                                .param("merchant", pages.merchant.value())
                                .update());
    }

    /** EasyPost tells that the parcel is under way and expected on a day, and it was read. */
    private void tell(LocalDate day) {
        String body = """
                {"object": "Event", "id": "evt_%d", "description": "tracker.updated", "result": {
                  "object": "Tracker", "tracking_code": "%s", "carrier": "UPS", "status": "in_transit",
                  "est_delivery_date": "%sT00:00:00Z",
                  "tracking_details": [{"status": "in_transit", "message": "Picked up", "datetime": "%s"}]}}""".formatted(++told, ONE, day, now());
        assertThat(CustomersPages.send(HttpRequest.newBuilder(pages.url("/hooks/easypost/" + pages.merchant.value()))
                                .header("Content-Type", "application/json")
                                .header("X-Hmac-Signature", "hmac-sha256-hex=" + signature(body))
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build())
                        .statusCode())
                .isEqualTo(200);
        await().atMost(Duration.ofSeconds(20)).until(() -> read() == told);
    }

    private int read() {
        return pages.baton
                .bean(Tenancy.class)
                .inTransaction(
                        pages.merchant,
                        () -> pages.baton
                                .bean(JdbcClient.class)
                                .sql("select count(*) from carrier_message"
                                        + " where merchant_id = :merchant and read_at is not null")
                                .param("merchant", pages.merchant.value())
                                .query(Integer.class)
                                .single());
    }

    private static String signature(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Instant now() {
        return pages.baton.clock().instant();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now(), WEST);
    }

    private String shown(SalesOrderId order) {
        return Jsoup.parse(pages.get(pages.link(order)).body())
                .select("[data-estimate]")
                .text();
    }

    private static String says(LocalDate day) {
        return "Expected on " + CustomerWords.of("en").day(day);
    }

    private SalesOrderId underWay(String id) {
        SalesOrderId order = pages.sent(id, "en", "LAMP×1");
        pages.shop.ship(order, "ups", ONE, 1);
        return order;
    }

    @Test
    void isTheDayTheCarrierNamedUntilThatDayIsOver() {
        SalesOrderId order = underWay("3001");
        assertThat(shown(order)).as("nobody knows yet").isEmpty();
        LocalDate day = today().plusDays(1);

        tell(day);

        assertThat(shown(order)).isEqualTo(says(day));
        pages.baton.clock().advance(Duration.between(now(), day.atTime(23, 0).atZone(WEST)));
        assertThat(LocalDate.ofInstant(now(), ZoneOffset.UTC)).isAfter(day);
        assertThat(shown(order)).as("the day itself").isEqualTo(says(day));
        pages.baton.clock().advance(Duration.ofHours(2));
        assertThat(shown(order)).as("the day after").isEmpty();
    }

    @Test
    void isNotPromisedOfAParcelInTroubleSilentOrGoingBack() {
        SalesOrderId order = underWay("3002");
        LocalDate day = today().plusDays(20);
        tell(day);

        pages.shop.scan(ONE, ScanCode.EXCEPTION, 5, null, null);
        assertThat(shown(order)).as("in trouble").isEmpty();
        pages.shop.scan(ONE, ScanCode.IN_TRANSIT, 10, null, null);
        assertThat(shown(order)).isEqualTo(says(day));
        pages.baton.clock().advance(Duration.ofDays(5));
        assertThat(shown(order)).as("silent").isEmpty();
        pages.shop.scan(ONE, ScanCode.OUT_FOR_DELIVERY, 1, null, null);
        assertThat(shown(order)).isEqualTo(says(day));
        pages.shop.scan(ONE, ScanCode.RETURNED, 2, null, null);
        assertThat(shown(order)).as("going back").isEmpty();
    }
}
