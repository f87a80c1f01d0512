package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.merchants.Role;
import dev.baton.merchants.WatchStore;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.SalesOrderId;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.WatchSupplier;
import dev.baton.testing.TestShop;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Watch mode over HTTP: the list, its figures, and the two ways to go live. */
class WatchScreenTest {

    private static final CustomerFacts ADA = new CustomerFacts("Ada Muster", "ada@customer.example", null, "en");

    private final ConsoleShop shop = new ConsoleShop();

    @BeforeEach
    void watch() {
        shop.shop.goods("LAMP", "Desk lamp", shop.acme);
        shop.baton.bean(WatchSupplier.class).watch(shop.merchant, shop.acme);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void whatWouldHaveBeenSentIsListedAndItsFigureIsTheListsLength() {
        place("1", 1);
        place("2", 2);
        Document page = waitFor(shop.asOwner(), 2);

        assertThat(page.select("[data-watched]").text()).contains("Acme Ltd", "2 would have been sent");
        Document list = shop.asOwner().page(page.select("[data-figure]").attr("href"));
        assertThat(list.select("[data-waits]")).hasSize(2);
        assertThat(list.select("[data-chip]").text()).contains("ACME");
        assertThat(list.select("[data-waits]").text()).contains("#1", "#2", "the supplier is in watch mode");
    }

    @Test
    void fromNowOnOnlyLeavesWhatWaitsToThePersonWhoSendsOne() {
        SalesOrderId before = place("1", 1);
        Staffer owner = shop.asOwner();
        Document page = waitFor(owner, 1);
        owner.send(page, "[data-watched] form", Map.of("what", "now"));

        SalesOrderId after = place("2", 2);
        Awaitility.await().until(() -> isSent(after));
        assertThat(isSent(before)).isFalse();
        Document still = owner.page(WatchScreen.PATH);
        assertThat(still.select("[data-watched]")).isEmpty();
        assertThat(still.select("[data-waits]")).hasSize(1);

        owner.send(still, "[data-waits] form", Map.of());
        Awaitility.await().until(() -> isSent(before));
        assertThat(owner.page(WatchScreen.PATH).select("[data-waits]")).isEmpty();
    }

    @Test
    void withWhatWaitsSendsItAll() {
        SalesOrderId first = place("1", 1);
        SalesOrderId second = place("2", 2);
        Staffer owner = shop.asOwner();
        owner.send(waitFor(owner, 2), "[data-watched] form", Map.of("what", "all"));
        Awaitility.await().until(() -> isSent(first) && isSent(second));
    }

    @Test
    void whoSupportsCustomersLooksAndSwitchesNothing() {
        Staffer support = shop.as(Role.SUPPORT);
        Document page = support.page(WatchScreen.PATH);
        assertThat(page.select("main form")).isEmpty();
        assertThat(support.post(
                                WatchScreen.PATH + "/live",
                                Map.of(
                                        "form-token",
                                        page.select("input[name=form-token]").val(),
                                        "side",
                                        "supplier",
                                        "id",
                                        shop.acme.value().toString()))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aStoreIsWatchedAndGoesLiveHereToo() {
        shop.baton.bean(WatchSupplier.class).goLive(shop.merchant, shop.acme);
        Staffer owner = shop.asOwner();
        Document page = owner.page(WatchScreen.PATH);
        assertThat(owner.send(page, "[data-live]:contains(store) form", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(owner.page(WatchScreen.PATH).select("[data-watched]").text()).contains("store");
        assertThat(shop.baton
                        .bean(WatchStore.class)
                        .goLive(shop.merchant, shop.shop.store().id()))
                .isTrue();
        String unknown = owner.post(
                        WatchScreen.PATH + "/live",
                        Map.of(
                                "form-token",
                                page.select("input[name=form-token]").val(),
                                "side",
                                "store",
                                "id",
                                shop.acme.value().toString()))
                .body();
        assertThat(unknown).contains("There is nothing here");
        assertThat(owner.get(WatchScreen.PATH + "?day=yesterday").statusCode()).isEqualTo(422);
        assertThat(owner.get(WatchScreen.PATH + "?store=none").statusCode()).isEqualTo(404);
    }

    private SalesOrderId place(String id, int units) {
        return shop.shop.place(id, ADA, TestShop.BERLIN, "LAMP×" + units);
    }

    private Document waitFor(Staffer staff, int documents) {
        Awaitility.await()
                .until(() -> staff.page(WatchScreen.PATH).select("[data-waits]").size() == documents);
        return staff.page(WatchScreen.PATH);
    }

    private boolean isSent(SalesOrderId order) {
        return shop.shop.purchaseOrders(order).stream()
                .map(PurchaseOrderView::sentAt)
                .allMatch(java.util.Objects::nonNull);
    }
}
