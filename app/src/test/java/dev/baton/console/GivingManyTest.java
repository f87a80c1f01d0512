package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.merchants.Role;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.Tenancy;
import dev.baton.purchasing.BeginSending;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.WatchSupplier;
import dev.baton.testing.TestShop;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many purchase orders given to other suppliers, from their list and from what needs people: each as it was shown. */
class GivingManyTest {

    private static final CustomerFacts ADA = new CustomerFacts("Ada Muster", "ada@customer.example", null, "en");
    private static final String AT_ONCE = "its supplier never got it: goes to another at once, or waits for one";
    private static final String REASON = "you have not answered since Tuesday";

    private final ConsoleShop shop = new ConsoleShop();

    @BeforeEach
    void goods() {
        shop.shop.goods("LAMP", "Desk lamp", shop.acme);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void ofAllThatMatchOneWhoseWayChangedSinceItWasShownIsLeftAndNamed() {
        shop.baton.bean(WatchSupplier.class).watch(shop.merchant, shop.acme);
        PurchaseOrderView first = placed("1");
        PurchaseOrderView second = placed("2");
        Staffer ada = shop.asOwner();
        String run = begin(ada, "purchase-orders");
        Document ready = awaiting(ada, run, "Give 2 purchase orders to other suppliers?");
        assertThat(ready.select("[data-reason=will] td").eachText()).containsExactly(AT_ONCE, "2");

        begun(first);
        ada.send(ready, "#go", Map.of("reason", REASON));

        Document done = awaiting(ada, run, "1 purchase order is given to others");
        assertThat(done.select("[data-strip]").text()).contains("1 done, 0 left, 1 failed");
        assertThat(done.select("[data-fate]").text())
                .contains(first.number(), "It changed meanwhile: its supplier may have it");
        assertThat(now(first).cancellations()).as("nobody was asked").isEmpty();
        assertThat(now(second).status().owesSomething()).isFalse();
    }

    @Test
    void ofThoseTickedOneWhoseWayChangedSinceItWasShownIsLeftAndNamed() {
        shop.baton.bean(WatchSupplier.class).watch(shop.merchant, shop.acme);
        PurchaseOrderView first = placed("1");
        PurchaseOrderView second = placed("2");
        Staffer ada = shop.asOwner();
        Document list = ada.page("/console/purchase-orders");
        Document preview = ada.form(ada.post(
                "/console/bulk/purchase-orders",
                form(list, "act", "give-away", "pick", id(first) + "\n" + id(second))));
        assertThat(preview.select("[data-effect=will]").text()).contains(AT_ONCE);
        String ways =
                String.join("\n", preview.select("#preview input[name=way]").eachAttr("value"));
        assertThat(ways).contains(id(first) + " AT_ONCE", id(second) + " AT_ONCE");

        begun(first);
        HttpResponse<String> done = ada.send(
                preview, "#preview", Map.of("reason", REASON, "pick", id(first) + "\n" + id(second), "way", ways));

        assertThat(ada.page(done.headers().firstValue("Location").orElseThrow()).text())
                .contains("1 purchase order is given to others")
                .contains("Left as they were: " + first.number() + ": It changed meanwhile: its supplier may have it");
        assertThat(now(first).cancellations()).isEmpty();
        assertThat(now(second).status().owesSomething()).isFalse();
    }

    @Test
    void thePurchaseOrdersBehindExceptionsAreGivenToOthers() {
        List<PurchaseOrderView> late = List.of(sent("1"), sent("2"));
        late.forEach(this::unanswered);
        shop.tasks("trading.stuck", 1);
        shop.shop.place("3", ADA, TestShop.BERLIN, "NOTHING×1");
        Staffer ada = shop.as(Role.SUPPORT);

        String run = begin(ada, "exceptions");

        Document ready = awaiting(ada, run, "Give 2 purchase orders to other suppliers?");
        assertThat(ready.select("[data-reason=will] td").eachText())
                .containsExactly("its supplier may have it and is asked first: stays with it until it answers", "2");
        assertThat(ready.select("[data-fate]").text())
                .contains(
                        "Order #3",
                        "is a hold: it is released or mended",
                        "is about no purchase order another supplier could ship");
        assertThat(late)
                .allSatisfy(each -> assertThat(now(each).cancellations()).isEmpty());
        assertThat(ada.send(ready, "#go", Map.of("reason", "")).body()).contains("missing");
        ada.send(ready, "#go", Map.of("reason", REASON));

        awaiting(ada, run, "2 purchase orders are given to others");
        assertThat(late)
                .allSatisfy(each -> assertThat(now(each).cancellations())
                        .singleElement()
                        .satisfies(question -> assertThat(question.forOthers()).isTrue()));
        Staffer ledger = shop.as(Role.FINANCE);
        Document seen = ledger.page("/console/exceptions");
        assertThat(seen.select("[value=give-away]")).isEmpty();
        assertThat(ledger.post("/console/bulk/exceptions", form(seen, "act", "give-away", "all", "on"))
                        .statusCode())
                .isEqualTo(403);
    }

    private PurchaseOrderView placed(String id) {
        SalesOrderId order = shop.shop.place(id, ADA, TestShop.BERLIN, "LAMP×" + id);
        await().until(() -> !shop.shop.purchaseOrders(order).isEmpty());
        return shop.shop.purchaseOrders(order).getFirst();
    }

    private PurchaseOrderView sent(String id) {
        SalesOrderId order = placed(id).salesOrder();
        await().until(() -> shop.shop.purchaseOrders(order).getFirst().sentAt() != null);
        return shop.shop.purchaseOrders(order).getFirst();
    }

    /** The point of no return. */
    private void begun(PurchaseOrderView order) {
        shop.baton
                .bean(Tenancy.class)
                .run(
                        shop.merchant,
                        () -> shop.baton
                                .bean(BeginSending.class)
                                .begin(shop.merchant, Map.of(order.id(), order.version())));
    }

    private void unanswered(PurchaseOrderView order) {
        NewTask task = new NewTask(
                "purchasing.unanswered",
                "purchase_order",
                order.id().value(),
                "No answer to " + order.number(),
                "Call.");
        shop.baton
                .bean(Tenancy.class)
                .run(shop.merchant, () -> shop.baton.bean(Tasks.class).openAll(shop.merchant, List.of(task)));
    }

    private PurchaseOrderView now(PurchaseOrderView order) {
        return shop.shop.purchaseOrders(order.salesOrder()).getFirst();
    }

    private static String id(PurchaseOrderView order) {
        return order.id().value().toString();
    }

    private static String begin(Staffer who, String list) {
        Document page = who.page("/console/" + list);
        HttpResponse<String> begun =
                who.post("/console/bulk/" + list, form(page, "act", "give-away", "all", "on", "back", ""));
        String to = begun.headers().firstValue("Location").orElseThrow();
        return to.split("\\?", -1)[0];
    }

    /** The page once its heading begins so. */
    private static Document awaiting(Staffer who, String run, String title) {
        await().until(() -> who.page(run).select("h1").text().startsWith(title));
        return who.page(run);
    }

    private static Map<String, String> form(Document page, String... fields) {
        Map<String, String> form = new HashMap<>();
        form.put("form-token", page.select("input[name=form-token]").val());
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return form;
    }
}
