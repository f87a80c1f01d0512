package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.platform.Tenancy;
import dev.baton.platform.links.LinkPurpose;
import dev.baton.platform.links.Links;
import dev.baton.suppliers.DeclareClosure;
import dev.baton.suppliers.SupplierLookup;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Situation 6, by the API and the supplier's page. */
@DisplayName("6. All zeros on Sunday")
class StockSituationsTest {

    private static final int ITEMS = 12;
    private static final Duration SOON = Duration.ofSeconds(20);

    private static final String FEED = """
            {"supplier": "acme", "mode": "FULL", "maxAgeMinutes": 0, "everyMinutes": 5, "whenStale": "STOP",
             "mapping": {"sku": "Item", "quantities": [{"column": "Qty"}]}}""";

    private final ApiClient admin = ApiClient.admin();

    @BeforeEach
    void aGoodFile() {
        SetUp.good(admin.put("/api/v1/suppliers/acme", SetUp.SUPPLIER));
        SetUp.good(admin.post(
                "/api/v1/catalog/skus", list("skus", "{\"sku\": \"K%d\", \"title\": \"K\", \"weightGrams\": 1}")));
        SetUp.good(admin.post(
                "/api/v1/catalog/offers",
                list(
                        "offers",
                        "{\"sku\": \"K%d\", \"supplier\": \"acme\", \"supplierSku\": \"A%d\", \"unitCost\": \"1\","
                                + " \"currency\": \"EUR\"}")));
        SetUp.good(admin.put("/api/v1/feeds/acme-stock", FEED));
        assertThat(ended(send(table(9)))).isEqualTo("merged");
    }

    @Test
    @DisplayName("the whole file is set aside, the last good figures stand and age, and no shortage opens")
    void theWholeFileIsQuarantined() {
        String zeros = send(table(0));

        assertThat(ended(zeros)).isEqualTo("quarantined");
        ApiClient.Reply file = admin.get("/api/v1/feed-files/" + zeros);
        assertThat(file.at("/reason")).isEqualTo(ITEMS + " of " + ITEMS + " are 0");
        assertThat(file.json().at("/changes/lost").asInt()).isEqualTo(ITEMS);
        assertThat(admin.get("/api/v1/feed-files/" + zeros + "/changes?limit=5")
                        .json()
                        .at("/items"))
                .hasSize(5)
                .allSatisfy(change -> assertThat(change.path("was").asInt()).isEqualTo(9));
        assertThat(available()).isEqualTo(9);
        assertThat(taskKinds()).contains("inventory.feed-quarantined").doesNotContain("inventory.shortage");
    }

    @Test
    @DisplayName("a repeat is not consent")
    void aRepeatIsNotConsent() {
        String first = send(table(0));
        ended(first);
        String second = send(table(0));

        assertThat(ended(second)).isEqualTo("quarantined");
        assertThat(admin.get("/api/v1/feed-files/" + first).at("/state")).isEqualTo("refused");
        assertThat(available()).isEqualTo(9);
    }

    @Test
    @DisplayName("the supplier is asked \"12 of 12 are 0: right?\" with two buttons: yes")
    void theSupplierSaysThatItIsRight() {
        String zeros = send(table(0));
        ended(zeros);
        Document page = page(zeros);
        assertThat(page.text()).contains("12 of 12 are 0: right?");
        assertThat(page.select("form")).hasSize(2);

        press(page, "right");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                admin.get("/api/v1/feed-files/" + zeros).at("/state"))
                        .isEqualTo("merged"));
        assertThat(available()).isZero();
        assertThat(page(zeros).text()).contains("You said that the file is right");
        assertThat(taskKinds()).doesNotContain("inventory.feed-quarantined");
    }

    @Test
    @DisplayName("… or no; two taps have one effect, and looking has none")
    void theSupplierSaysThatItIsWrong() {
        String zeros = send(table(0));
        ended(zeros);
        Document page = page(zeros);
        page(zeros);
        assertThat(admin.get("/api/v1/feed-files/" + zeros).at("/state")).isEqualTo("quarantined");

        press(page, "wrong");
        press(page, "right");

        assertThat(admin.get("/api/v1/feed-files/" + zeros).at("/state")).isEqualTo("refused");
        assertThat(admin.get("/api/v1/feed-files/" + zeros).at("/answer")).isEqualTo("wrong");
        assertThat(page(zeros).text()).contains("You said that the file is wrong");
        assertThat(available()).isEqualTo(9);
    }

    @Test
    @DisplayName("a link that nobody made, or for something else, opens nothing")
    void aForeignLinkOpensNothing() {
        assertThat(admin.withKey("").get("/f/nonsense").status()).isEqualTo(404);
        String other = handle(LinkPurpose.TRACKING, UUID.randomUUID());
        assertThat(admin.withKey("").get("/f/" + other).status()).isEqualTo(404);
        String none = handle(LinkPurpose.STOCK_FILE, UUID.randomUUID());
        assertThat(admin.withKey("").get("/f/" + none).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("after two missed intervals the feed's policy applies")
    void afterTwoMissedIntervalsNothingIsSold() {
        ended(send(table(0)));

        admin.baton().clock().set(admin.baton().clock().instant().plus(Duration.ofMinutes(8)));
        await().atMost(SOON).untilAsserted(() -> assertThat(freshness()).isEqualTo("late"));
        admin.baton().clock().set(admin.baton().clock().instant().plus(Duration.ofMinutes(5)));
        await().atMost(SOON).untilAsserted(() -> assertThat(freshness()).isEqualTo("stale"));

        assertThat(available()).isZero();
        assertThat(observed()).isEqualTo(9);
        assertThat(ended(send(table(8)))).isEqualTo("merged");
        assertThat(freshness()).isEqualTo("fresh");
        assertThat(available()).isEqualTo(8);
    }

    @Test
    @DisplayName("a declared closure makes zeros valid")
    void aClosureMakesZerosValid() {
        LocalDate today = LocalDate.ofInstant(admin.baton().clock().instant(), ZoneId.of("Europe/Berlin"));
        admin.baton()
                .bean(DeclareClosure.class)
                .declare(
                        admin.merchant(),
                        admin.baton()
                                .bean(Tenancy.class)
                                .inTransaction(
                                        admin.merchant(),
                                        () -> admin.baton()
                                                .bean(SupplierLookup.class)
                                                .byCode(admin.merchant(), "acme")
                                                .orElseThrow()
                                                .id()),
                        new DeclareClosure.Absence(today, today, null));

        assertThat(ended(send(table(0)))).isEqualTo("merged");
        assertThat(available()).isZero();
    }

    private static String list(String name, String row) {
        return IntStream.range(0, ITEMS)
                .mapToObj(i -> row.replace("%d", String.valueOf(i)))
                .collect(Collectors.joining(",", "{\"" + name + "\": [", "]}"));
    }

    private static String table(int quantity) {
        return IntStream.range(0, ITEMS)
                .mapToObj(i -> "A" + i + ";" + quantity)
                .collect(Collectors.joining("\n", "Item;Qty\n", "\n"));
    }

    private String send(String table) {
        ApiClient.Reply sent =
                admin.send("POST", "/api/v1/feeds/acme-stock/files", table, Map.of("content-type", "text/csv"));
        assertThat(sent.status()).as(sent.text()).isEqualTo(202);
        return sent.at("/id");
    }

    private String ended(String file) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(admin.get("/api/v1/feed-files/" + file).at("/state"))
                                .isNotIn("staging", "merging"));
        return admin.get("/api/v1/feed-files/" + file).at("/state");
    }

    private String freshness() {
        return admin.get("/api/v1/feeds/acme-stock").at("/freshness");
    }

    private int available() {
        return admin.get("/api/v1/stock/K0").json().at("/available").asInt();
    }

    private int observed() {
        return admin.get("/api/v1/stock/K0").json().at("/offers/0/observed").asInt();
    }

    private String taskKinds() {
        return admin.get("/api/v1/tasks?state=open").text();
    }

    private String handle(LinkPurpose purpose, UUID subject) {
        return admin.baton()
                .bean(Tenancy.class)
                .inTransaction(
                        admin.merchant(),
                        () -> admin.baton()
                                .bean(Links.class)
                                .sign(
                                        admin.merchant(),
                                        purpose,
                                        subject,
                                        0,
                                        admin.baton().clock().instant().plus(Duration.ofDays(7))));
    }

    private Document page(String file) {
        ApiClient.Reply page = admin.withKey("").get("/f/" + handle(LinkPurpose.STOCK_FILE, UUID.fromString(file)));
        assertThat(page.status()).isEqualTo(200);
        return Jsoup.parse(page.text());
    }

    private void press(Document page, String button) {
        ApiClient.Reply reply = admin.withKey("")
                .send(
                        "POST",
                        page.select("#" + button).attr("action"),
                        "",
                        Map.of("content-type", "application/x-www-form-urlencoded", "Sec-Fetch-Site", "same-origin"));
        assertThat(reply.status()).isEqualTo(303);
    }
}
