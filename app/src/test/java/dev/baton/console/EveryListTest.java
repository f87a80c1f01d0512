package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.Sku;
import dev.baton.merchants.Keys;
import dev.baton.merchants.Role;
import dev.baton.orders.CustomerFacts;
import dev.baton.platform.Tenancy;
import dev.baton.testing.TestShop;
import dev.baton.trading.feeds.FeedLookup;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every list of the console, by the one component: what it counts is what it shows and what a file of it holds. */
class EveryListTest {

    private static final Pattern LINES = Pattern.compile("\r?\n");

    private final ConsoleShop shop = new ConsoleShop();
    private final SuppliersFiles files = new SuppliersFiles(shop);
    private Staffer ada;

    @BeforeEach
    void something() {
        files.offers();
        files.feed();
        files.priceList();
        shop.supplier("DEARER");
        shop.shop.goods("LAMP", "Desk lamp", shop.acme);
        shop.shop.set("SET", "Two lamps", "LAMP×2");
        shop.shop.place("1", new CustomerFacts("Ada", "ada@customer.example", null, "en"), TestShop.BERLIN, "LAMP×1");
        shop.shop.place("2", new CustomerFacts("Ben", "ben@customer.example", null, "en"), null, "LAMP×2");
        shop.tasks("purchasing.unanswered", 3);
        shop.baton.bean(Keys.class).create(shop.merchant, "warehouse", Set.of("stock", "read"), null);
        shop.baton.bean(Keys.class).create(shop.merchant, "auditor", Set.of("read"), null);
        shop.colleague(Role.VIEWER);
        ada = shop.asOwner();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void whatAListCountsIsWhatItShowsAndWhatItsFileHolds() {
        List<Listing<?>> all = shop.baton.bean(Lists.class).all();
        assertThat(all).hasSizeGreaterThan(15);
        for (Listing<?> list : all) {
            String path = list.called().path();
            Document page = ada.page(path);
            agrees(path, page);
            for (Element filter : page.select("[data-filters] select")) {
                for (String value : filter.select("option").eachAttr("value")) {
                    if (!value.isEmpty()) {
                        String narrowed = path + "?" + filter.attr("name") + "=" + value;
                        agrees(narrowed, ada.page(narrowed));
                    }
                }
            }
            String csv = new String(
                    ada.bytes("/console/export/" + list.called().name() + "?format=csv"), StandardCharsets.UTF_8);
            assertThat(LINES.split(csv.strip()).length - 1)
                    .as(path + " as a file: " + csv)
                    .isEqualTo(rows(path).size());
        }
    }

    private void agrees(String path, Document page) {
        String count = page.select("[data-count]").attr("data-count");
        if (!count.isEmpty()) {
            assertThat(rows(path)).as(path).hasSize(Integer.parseInt(count));
        }
    }

    private List<Element> rows(String path) {
        List<Element> rows = new ArrayList<>();
        for (String next = path; !next.isEmpty(); ) {
            Document page = ada.page(next);
            rows.addAll(page.select("[data-row]"));
            next = page.select("[data-next]").attr("href");
        }
        return rows;
    }

    private List<String> keys(String path) {
        return rows(path).stream().map(row -> row.attr("data-key")).toList();
    }

    @Test
    void productsAreNarrowedByWhoOffersThemAndWhatIsThere() {
        shop.baton
                .bean(dev.baton.catalog.DefineSkus.class)
                .define(
                        shop.merchant,
                        List.of(new dev.baton.catalog.SkuDefinition("ORPHAN", "Nobody's", 0, true, List.of())));

        assertThat(keys("/console/products?q=LA")).containsExactly("LAMP");
        assertThat(keys("/console/products?offers=none&made=goods")).containsExactly("ORPHAN");
        assertThat(keys("/console/products?made=bundle")).containsExactly("SET");
        assertThat(keys("/console/products?stock=some")).containsExactly("LAMP");
        assertThat(keys("/console/products?supplier=" + shop.acme.value())).hasSize(13);
        assertThat(keys("/console/products?supplier=" + shop.acme.value() + "&offers=several"))
                .isEmpty();
        assertThat(ada.page("/console/products?cols=weight").select("thead").text())
                .contains("Weight, g")
                .doesNotContain("Offers");
    }

    @Test
    void aMarginFloorIsSetForManyAndTakenBack() {
        Map<String, String> picked = picked("floor", "I0", "I1", "SET");
        Document preview = ada.form(ada.post("/console/bulk/products", withToken("/console/products", picked)));
        assertThat(preview.text())
                .contains("Set the margin floor of 2 products", "the floor stands with its parts", "the floor of all");

        assertThat(ada.send(preview, "form[action$=/do]", Map.of("percent", "lots", "pick", "I0"))
                        .headers()
                        .firstValue("Location")
                        .map(where -> ada.page(where).select("[data-notice]").text())
                        .orElseThrow())
                .contains("Nothing was changed", "Write per cent from 0 to 100");
        Document done = after(ada.send(preview, "form[action$=/do]", Map.of("percent", "12,5 %", "pick", "I0\nI1")));

        assertThat(done.select("[data-notice]").text()).contains("The margin floor of 2 products is set.");
        assertThat(floor("I0")).isEqualTo(1_250);
        assertThat(ada.page("/console/products?q=I0&cols=floor")
                        .select("[data-row]")
                        .text())
                .contains("12.5 %");
        after(ada.send(done, "form:has([data-undo])", Map.of()));
        assertThat(floor("I0")).isNull();
    }

    private @Nullable Integer floor(String code) {
        return shop.baton
                .bean(Tenancy.class)
                .inTransaction(
                        shop.merchant,
                        () -> shop.baton
                                .bean(CatalogLookup.class)
                                .skuByCode(shop.merchant, code)
                                .map(Sku::marginFloorBps)
                                .orElse(null));
    }

    @Test
    void aFeedIsTakenOutOfUseAndBack() {
        assertThat(keys("/console/feeds")).containsExactly(SuppliersFiles.FEED);
        Document done = act("/console/feeds", "retire", SuppliersFiles.FEED);

        assertThat(done.select("[data-notice]").text()).contains("1 feed is out of use.");
        assertThat(keys("/console/feeds")).isEmpty();
        Document undone = after(ada.send(done, "form:has([data-undo])", Map.of()));
        assertThat(undone.select("[data-notice]").text()).contains("1 undone");
        assertThat(keys("/console/feeds")).containsExactly(SuppliersFiles.FEED);
        assertThat(shop.baton
                        .bean(FeedLookup.class)
                        .feed(shop.merchant, SuppliersFiles.FEED)
                        .definition()
                        .everyMinutes())
                .isEqualTo(60);
    }

    @Test
    void keysAreEndedForGood() {
        List<String> keys = keys("/console/settings/keys?may=stock");
        assertThat(keys).hasSize(1);

        Document done = act("/console/settings/keys", "end", keys.getFirst());

        assertThat(done.select("[data-notice]").text()).contains("1 key opens nothing any more.");
        assertThat(done.select("[data-undo]")).isEmpty();
        assertThat(rows("/console/settings/keys")).hasSize(1);
    }

    @Test
    void rolesAreChangedForManyAndTakenBack() {
        List<String> viewers = keys("/console/people?role=viewer");
        assertThat(viewers).hasSize(1);
        Document preview = ada.form(ada.post(
                "/console/bulk/people", withToken("/console/people", picked("role", viewers.toArray(String[]::new)))));

        Document done = after(ada.send(preview, "form[action$=/do]", Map.of("role", "support")));

        assertThat(keys("/console/people?role=support")).isEqualTo(viewers);
        after(ada.send(done, "form:has([data-undo])", Map.of()));
        assertThat(keys("/console/people?role=viewer")).isEqualTo(viewers);
        assertThat(keys("/console/people?here=yes"))
                .as("only the owner signed in")
                .hasSize(1);
    }

    @Test
    void shortListsTurn() {
        assertThat(rows("/console/settings/keys?sort=name"))
                .extracting(row -> row.select("th").text())
                .containsExactly("auditor", "warehouse");
        assertThat(keys("/console/people?sort=person").size()).isEqualTo(2);
        assertThat(keys("/console/settings/brands?sort=name-down"))
                .isEqualTo(keys("/console/settings/brands").reversed());
    }

    private Document act(String path, String act, String... keys) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        Document preview = ada.form(ada.post("/console/bulk/" + name, withToken(path, picked(act, keys))));
        return after(ada.send(preview, "form[action$=/do]", Map.of("pick", String.join("\n", keys))));
    }

    private static Map<String, String> picked(String act, String... keys) {
        return Map.of("act", act, "pick", String.join("\n", keys));
    }

    private Map<String, String> withToken(String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("form-token", ada.page(path).select("[name=form-token]").attr("value"));
        return all;
    }

    private Document after(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return ada.page(answer.headers().firstValue("Location").orElseThrow());
    }
}
