package dev.baton.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.platform.links.LinkPurpose;
import dev.baton.platform.links.Links;
import dev.baton.portal.PortalShop.Reply;
import dev.baton.suppliers.SupplierLookup;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The page on which a supplier without a feed says how many it has. */
class StockCheckPageTest {

    private final PortalShop shop = new PortalShop("en");

    @BeforeEach
    void goods() {
        shop.goods("LAMP", "Desk lamp", false);
        shop.goods("VASE", "Blue vase", true);
    }

    @Test
    void takesANumberUnchangedAndDiscontinuedAsOneObservationRun() {
        shop.goods("BOWL", "Bowl", false);
        long before = runs();
        Reply page = shop.get(link("acme"));
        assertThat(page.page().select("[data-item]")).hasSize(3);
        assertThat(page.text()).contains("Desk lamp", "S-LAMP", "Last: 50", "Still 50");

        Reply done = shop.follow(shop.submit(
                page,
                "check",
                Map.of(
                        "q." + item(page, "Desk lamp"),
                        "7",
                        "u." + item(page, "Blue vase"),
                        "1",
                        "d." + item(page, "Bowl"),
                        "1")));

        assertThat(done.text()).contains("Thank you");
        assertThat(observed("LAMP")).isEqualTo(7);
        assertThat(observed("VASE")).isEqualTo(50);
        assertThat(observed("BOWL")).isZero();
        assertThat(stock("BOWL").path("discontinued").asBoolean()).isTrue();
        assertThat(runs()).isEqualTo(before + 1);
    }

    @Test
    void leavesAloneWhatNothingIsSaidOf() {
        Reply page = shop.get(link("acme"));
        String before = stock("VASE").path("effectiveAt").asString("");

        shop.submit(page, "check", Map.of("q." + item(page, "Desk lamp"), "0"));

        assertThat(observed("LAMP")).isZero();
        assertThat(stock("VASE").path("effectiveAt").asString("")).isEqualTo(before);
    }

    @Test
    void oneButtonSaysThatAllOthersAreUnchanged() {
        Reply page = shop.get(link("acme"));
        String before = stock("VASE").path("effectiveAt").asString("");

        shop.baton.clock().advance(Duration.ofSeconds(1));
        shop.submit(page, "check", Map.of("q." + item(page, "Desk lamp"), "3", "all", "1"));

        assertThat(observed("LAMP")).isEqualTo(3);
        assertThat(observed("VASE")).isEqualTo(50);
        assertThat(stock("VASE").path("effectiveAt").asString("")).isGreaterThan(before);
    }

    @Test
    void aFormSentTwiceCountsOnce() {
        Reply page = shop.get(link("acme"));
        Map<String, String> seven = Map.of("q." + item(page, "Desk lamp"), "7");
        shop.submit(page, "check", seven);
        shop.baton.clock().advance(Duration.ofSeconds(1));
        Reply later = shop.get(link("acme"));
        shop.submit(later, "check", Map.of("q." + item(later, "Desk lamp"), "9"));
        long runs = runs();

        Reply again = shop.submit(page, "check", seven);

        assertThat(again.status()).isEqualTo(303);
        assertThat(observed("LAMP")).isEqualTo(9);
        assertThat(runs()).isEqualTo(runs);
    }

    /** Twins of one form, at the same moment. */
    @Test
    void twinsOfOneFormAreOneRun() throws Exception {
        Reply page = shop.get(link("acme"));
        long before = runs();
        CyclicBarrier together = new CyclicBarrier(2);
        List<Future<Integer>> both = new ArrayList<>();
        try (ExecutorService taps = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 2; i++) {
                both.add(taps.submit(() -> {
                    together.await();
                    return shop.submit(page, "check", Map.of("all", "1")).status();
                }));
            }
        }
        for (Future<Integer> each : both) {
            assertThat(each.get()).isEqualTo(303);
        }

        assertThat(runs()).isEqualTo(before + 1);
    }

    @Test
    @DisplayName("A link in a mail: twenty scanners change nothing")
    void lookingChangesNothing() {
        String link = link("acme");
        long before = runs();

        for (int i = 0; i < 20; i++) {
            assertThat(shop.get(link).status()).isEqualTo(200);
            assertThat(shop.request("HEAD", link, null, Map.of()).status()).isEqualTo(200);
            shop.get(link + "?done=all&all=1");
            shop.get(link + "/fresh");
        }

        assertThat(runs()).isEqualTo(before);
        assertThat(observed("LAMP")).isEqualTo(50);
    }

    @Test
    void keepsWhatWasTypedWhenANumberCannotBeRead() {
        Reply page = shop.get(link("acme"));

        Reply refused = shop.submit(
                page, "check", Map.of("q." + item(page, "Desk lamp"), "many", "q." + item(page, "Blue vase"), "4"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Enter whole numbers");
        assertThat(refused.page()
                        .select("[name=q." + item(page, "Blue vase") + "]")
                        .val())
                .isEqualTo("4");
        assertThat(observed("VASE")).isEqualTo(50);
    }

    @Test
    void turnsThePageWhereThereAreManyItems() {
        for (int i = 0; i < CheckInStock.PAGE; i++) {
            shop.goods("X" + i, "Item " + i, false);
        }
        Reply first = shop.get(link("acme"));
        assertThat(first.page().select("[data-item]")).hasSize(CheckInStock.PAGE);

        Reply second = shop.follow(shop.submit(first, "check", Map.of("all", "1")));
        assertThat(second.text()).contains("Saved");
        assertThat(second.page().select("[data-item]")).hasSize(2);
        assertThat(items(second)).doesNotContainAnyElementsOf(items(first));

        assertThat(shop.follow(shop.submit(second, "check", Map.of("all", "1"))).text())
                .contains("gone through all items");
    }

    @Test
    void opensNoOtherSuppliersItemsAndNothingThatIsForged() {
        Reply page = shop.get(link("acme"));
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("once", "other");
        fields.put("after", "");
        fields.put("q." + item(page, "Desk lamp"), "1");

        shop.post(link("bolt"), fields, Map.of());

        assertThat(observed("LAMP")).isEqualTo(50);
        assertThat(shop.get("/c/nonsense").status()).isEqualTo(404);
        assertThat(shop.get("/c/" + handle("acme", LinkPurpose.STOCK_FILE, Duration.ofDays(1)))
                        .status())
                .isEqualTo(404);
        Map<String, String> foreign = Map.of("Origin", "https://elsewhere.example");
        assertThat(shop.submit(page, "check", Map.of("all", "1"), foreign).status())
                .isEqualTo(403);
    }

    @Test
    void anExpiredLinkMailsAFreshOneToTheContactOnFileAndTakesNothing() {
        String link = "/c/" + handle("acme", LinkPurpose.STOCK_CHECK, Duration.ofSeconds(-1));
        Reply expired = shop.get(link);
        assertThat(expired.status()).isEqualTo(410);
        Map<String, String> form = new HashMap<>(Map.of("once", "1", "after", "", "all", "1"));
        shop.post(link, form, Map.of());
        long before = letters();

        Reply asked = shop.follow(shop.post(link + "/fresh", Map.of(), Map.of()));
        shop.post(link + "/fresh", Map.of(), Map.of());

        assertThat(asked.status()).isEqualTo(200);
        assertThat(letters()).isEqualTo(before + 1);
        assertThat(observed("LAMP")).isEqualTo(50);
    }

    @Test
    void asksHowLongItTakesAndKeepsAnotherNumber() {
        Reply page = shop.get(link("acme"));
        String lamp = item(page, "Desk lamp");
        String known = page.page().select("[name=l." + lamp + "]").val();
        assertThat(known).isNotEmpty().isNotEqualTo("9");

        shop.submit(page, "check", Map.of("l." + lamp, "9"));

        Reply later = shop.get(link("acme"));
        assertThat(later.page().select("[name=l." + lamp + "]").val()).isEqualTo("9");
        assertThat(later.page()
                        .select("[name=l." + item(later, "Blue vase") + "]")
                        .val())
                .isEqualTo(known);
        assertThat(observed("LAMP")).isEqualTo(50);
        assertThat(shop.submit(later, "check", Map.of("l." + lamp, "999")).status())
                .isEqualTo(422);
    }

    @Test
    void tellsThatItClosesSoon() {
        Reply page = shop.get(link("acme"));
        String today = shop.baton
                .clock()
                .instant()
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .plusDays(3)
                .toString();

        assertThat(shop.submit(page, "closed", Map.of("from", today)).text()).contains("day");
        Reply told = shop.follow(shop.submit(page, "closed", Map.of("from", today, "until", today, "note", "Trip")));

        assertThat(told.text()).contains("Your days away are kept");
        assertThat(shop.in(() -> shop.baton
                        .bean(SupplierLookup.class)
                        .byCode(shop.merchant, "acme")
                        .orElseThrow()
                        .hours()
                        .worksOn(LocalDate.parse(today))))
                .isFalse();
    }

    private String link(String supplier) {
        return "/c/" + handle(supplier, LinkPurpose.STOCK_CHECK, Duration.ofDays(1));
    }

    private String handle(String supplier, LinkPurpose purpose, Duration until) {
        return shop.in(() -> shop.baton
                .bean(Links.class)
                .sign(
                        shop.merchant,
                        purpose,
                        shop.supplierId(supplier).value(),
                        0,
                        shop.baton.clock().instant().plus(until)));
    }

    private static List<String> items(Reply page) {
        return page.page().select("[data-item]").eachAttr("data-item");
    }

    private static String item(Reply page, String title) {
        return page.page().select("[data-item]").stream()
                .filter(each -> each.text().contains(title))
                .map((Element each) -> each.attr("data-item"))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode stock(String sku) {
        return shop.api("GET", "/api/v1/stock/" + sku, null, Map.of())
                .path("offers")
                .path(0);
    }

    private int observed(String sku) {
        return stock(sku).path("observed").asInt(-1);
    }

    /** How many observation runs there are. */
    private long runs() {
        return shop.in(() -> shop.baton
                .bean(JdbcClient.class)
                .sql("select count(*) from feed_run where merchant_id = :merchant")
                .param("merchant", shop.merchant.value())
                .query(Long.class)
                .single());
    }

    private long letters() {
        return shop.in(() -> shop.baton
                .bean(JdbcClient.class)
                .sql("select count(*) from portal_letter where merchant_id = :merchant")
                .param("merchant", shop.merchant.value())
                .query(Long.class)
                .single());
    }
}
