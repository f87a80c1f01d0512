package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.channels.StoreTasks;
import dev.baton.merchants.MailSender;
import dev.baton.merchants.Role;
import dev.baton.notifications.MessageLookup;
import dev.baton.notifications.MessageState;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.Tenancy;
import dev.baton.shipping.PackageId;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.CustomersShop;
import dev.baton.testing.TestShop;
import dev.baton.trading.TransmissionLookup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one list of what needs a person: by kind, store, supplier, age and who has it, with figures that hold. */
class ExceptionFiltersTest {

    private static final CustomerFacts ADA = new CustomerFacts("Ada Muster", "ada@customer.example", null, "en");

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
    void whatASupplierHasToDoWithIsFoundByItsName() {
        SalesOrderId order = shop.shop.place("1", ADA, TestShop.BERLIN, "LAMP×1");
        await().until(() -> shop.shop.purchaseOrders(order).stream().allMatch(each -> each.sentAt() != null));
        PackageId parcel = shop.shop.ship(order, "UPS", "1Z999AA10123456784", 1);
        UUID purchase = shop.shop.purchaseOrders(order).getFirst().id().value();
        UUID sent = transmissionOf(order);
        open("purchasing.unanswered", "purchase_order", purchase);
        open("tracking.exception", "package", parcel.value());
        open("trading.stuck", "transmission", sent);
        open("suppliers.closed", "supplier", shop.acme.value());
        SupplierId other = shop.supplier("DEARER");
        open("suppliers.closed", "supplier", other.value());
        shop.shop.place("2", ADA, null, "LAMP×1");
        Staffer ada = shop.asOwner();

        assertThat(titles(ada, "?supplier=" + shop.acme.value()))
                .containsExactlyInAnyOrder(
                        "Acme Ltd has not answered 1001-1 for 0 min (agreed: 4 working hours)",
                        "Title of tracking.exception",
                        "Title of trading.stuck",
                        "Title of suppliers.closed");
        assertThat(titles(ada, "?supplier=" + other.value())).containsExactly("Title of suppliers.closed");
        assertThat(titles(ada, "?supplier=" + shop.acme.value() + "&kind=trading.stuck"))
                .containsExactly("Title of trading.stuck");
        everyFigureHolds(ada, "?supplier=" + shop.acme.value());
    }

    @Test
    void whatAStoreHasToDoWithIsFoundByItsName() {
        SalesOrderId order = shop.shop.place("1", ADA, null, "LAMP×1");
        shop.shop.place("2", ADA, TestShop.BERLIN, "NOTHING×1");
        UUID store = shop.shop.store().id().value();
        await().until(() -> !mails(order).isEmpty());
        open("notifications.unknown", "customer_message", mails(order).getFirst());
        open("channels.access", "store", store);
        open("suppliers.closed", "supplier", shop.acme.value());
        Staffer ada = shop.asOwner();

        assertThat(titles(ada, "?store=" + store)).hasSize(4).contains("Title of channels.access");
        assertThat(titles(ada, "?of=hold&store=" + store)).hasSize(2);
        everyFigureHolds(ada, "?store=" + store);
        everyFigureHolds(ada, "?of=task&store=" + store);
    }

    @Test
    void whatAStoreToldOrWasNotToldIsFoundByItsName() {
        UUID store = shop.shop.store().id().value();
        UUID other = new CustomersShop(shop.baton::bean, shop.merchant, "other", "#0f766e", MailSender.BATON, true)
                .store()
                .id()
                .value();
        UUID message = UUID.randomUUID();
        UUID fulfilment = UUID.randomUUID();
        staged("""
                insert into inbox (merchant_id, inbox_id, store_id, transport, topic, delivery_key, document_id, received_at,
                                   state, settled_at)
                values (:merchant, :id, :store, 'SHOPIFY_WEBHOOK', 'orders/create', 'd1', gen_random_uuid(), now(),
                        'REFUSED', now())
                """, message, store);
        staged("""
                insert into store_fulfilment (merchant_id, store_fulfilment_id, shipment_id, store_id, order_id,
                                              store_order_id, state, shipped, pushed, planned_at)
                values (:merchant, :id, gen_random_uuid(), :store, gen_random_uuid(), '77', 'REFUSED', '[]', '[]', now())
                """, fulfilment, store);
        open("channels.intake-refused", "intake", message);
        open("channels.fulfilment", "store_fulfilment", fulfilment);
        open(StoreTasks.unread(store, "77", "it answers 500"));
        open(StoreTasks.unread(other, "77", "it answers 500"));
        Staffer ada = shop.asOwner();

        assertThat(titles(ada, "?store=" + store))
                .containsExactlyInAnyOrder(
                        "Title of channels.intake-refused",
                        "Title of channels.fulfilment",
                        "The store does not tell its order 77");
        assertThat(titles(ada, "?store=" + other)).containsExactly("The store does not tell its order 77");
        everyFigureHolds(ada, "?store=" + store);
    }

    @Test
    void whatWaitsLongIsFoundByItsAge() {
        shop.tasks("purchasing.unanswered", 2);
        shop.baton.clock().advance(Duration.ofDays(4));
        shop.shop.place("1", ADA, null, "LAMP×1");
        Staffer ada = shop.asOwner();
        mailWaits(ada);

        assertThat(titles(ada, "?age=new")).hasSize(2);
        assertThat(titles(ada, "?age=days")).hasSize(2);
        assertThat(titles(ada, "?age=week")).isEmpty();
        everyFigureHolds(ada, "?age=days");
    }

    @Test
    void holdsAndTasksAreHandedOverTogetherAndGivenBack() {
        shop.tasks("purchasing.unanswered", 1);
        shop.shop.place("1", ADA, null, "LAMP×1");
        String ben = shop.colleague(Role.OPERATIONS);
        String eve = shop.colleague(Role.SUPPORT);
        Staffer ada = shop.asOwner();
        mailWaits(ada);
        assertThat(titles(ada, "?with=nobody")).hasSize(3);

        handOver(ada, ben, "you know them");
        Document second = handOver(ada, eve, "or you");

        assertThat(second.select("[data-notice]").text()).contains("3 exceptions are handed over.");
        assertThat(titles(ada, "?with=" + person(ada, eve))).hasSize(3);
        assertThat(titles(ada, "?with=nobody")).isEmpty();
        everyFigureHolds(ada, "?with=" + person(ada, eve));
        ada.send(second, "form[action$=undo]", Map.of());
        Document list = ada.page("/console/exceptions?with=" + person(ada, ben));
        assertThat(list.select("[data-row]")).hasSize(3);
        assertThat(list.select("[data-row]").text()).contains(ben, "you know them");
    }

    @Test
    void anUndoTakesNothingFromWhoeverGotItSince() {
        shop.tasks("purchasing.unanswered", 1);
        String ben = shop.colleague(Role.OPERATIONS);
        String eve = shop.colleague(Role.SUPPORT);
        Staffer ada = shop.asOwner();

        Document first = handOver(ada, ben, "you know them");
        handOver(ada, eve, "or you");
        ada.send(first, "form[action$=undo]", Map.of());

        assertThat(ada.page("/console/exceptions?with=" + person(ada, eve))
                        .select("[data-row]")
                        .text())
                .contains("or you");
    }

    @Test
    void theFormerAddressesLeadToTheirRows() {
        shop.tasks("purchasing.unanswered", 1);
        shop.shop.place("1", ADA, null, "LAMP×1");
        Staffer ada = shop.asOwner();
        mailWaits(ada);

        assertThat(ada.get("/console/holds?kind=bad_address").headers().firstValue("Location"))
                .contains("/console/exceptions?kind=bad_address&of=hold");
        assertThat(ada.get("/console/tasks").headers().firstValue("Location")).contains("/console/exceptions?of=task");
        assertThat(titles(ada, "?of=hold")).hasSize(1);
        assertThat(titles(ada, "?of=task")).hasSize(2);
        assertThat(titles(ada, "?of=hold&kind=purchasing.unanswered")).isEmpty();
        everyFigureHolds(ada, "");
    }

    @Test
    void whatAnActIsNotForIsSaidAndStays() {
        shop.tasks("purchasing.unanswered", 1);
        shop.shop.place("1", ADA, null, "LAMP×1");
        Staffer ada = shop.asOwner();
        mailWaits(ada);

        Document release = preview(ada, "release");
        Document closing = preview(ada, "close");

        assertThat(release.select("h1").text()).isEqualTo("Release 1 hold?");
        assertThat(release.select("[data-effect=not]").text()).contains("is a task: it holds nothing back");
        assertThat(closing.select("h1").text()).isEqualTo("Close 2 tasks?");
        assertThat(closing.select("[data-effect=not]").text()).contains("a hold is released, or its cause is mended");
    }

    /** There is no mail relay here, which becomes a task of its own once there is a mail. */
    private static void mailWaits(Staffer ada) {
        await().until(() -> titles(ada, "").stream().anyMatch(title -> title.contains("no mail relay")));
    }

    private Document handOver(Staffer ada, String to, String note) {
        Document preview = preview(ada, "hand-over");
        String person = preview.select("option:contains(" + to + ")").val();
        String picked = String.join("\n", preview.select("[name=pick]").eachAttr("value"));
        return ada.page(ada.send(preview, "#preview", Map.of("pick", picked, "person", person, "note", note))
                .headers()
                .firstValue("Location")
                .orElseThrow());
    }

    private static Document preview(Staffer ada, String act) {
        Document list = ada.page("/console/exceptions");
        return ada.form(ada.post(
                "/console/bulk/exceptions",
                Map.of(
                        "form-token",
                        list.select("input[name=form-token]").val(),
                        "back",
                        "",
                        "act",
                        act,
                        "pick",
                        String.join("\n", list.select("[data-row]").eachAttr("data-key")))));
    }

    private static String person(Staffer ada, String email) {
        return ada.page("/console/exceptions")
                .select("select[name=with] option:contains(" + email + ")")
                .val();
    }

    /** Every tab, and the figure of the list itself. */
    private static void everyFigureHolds(Staffer ada, String query) {
        Document page = ada.page("/console/exceptions" + query);
        assertThat(page.select(".top [data-count]").attr("data-count"))
                .as(query)
                .isEqualTo(String.valueOf(page.select("[data-row]").size()));
        assertThat(page.select(".tabs a")).as(query).isNotEmpty();
        for (Element tab : page.select(".tabs a")) {
            assertThat(ada.page(tab.attr("href")).select("[data-row]"))
                    .as(query + ": " + tab.text())
                    .hasSize(Integer.parseInt(tab.select(".tabs__count").text().replace(",", "")));
        }
    }

    private static List<String> titles(Staffer ada, String query) {
        return ada.page("/console/exceptions" + query)
                .select("[data-row] .list__name")
                .eachText();
    }

    private void open(String kind, String subjectType, UUID subject) {
        open(new NewTask(kind, subjectType, subject, "Title of " + kind, "What happens, and the way out."));
    }

    private void staged(String sql, UUID id, UUID store) {
        shop.baton
                .bean(Tenancy.class)
                .run(
                        shop.merchant,
                        () -> shop.baton
                                .bean(JdbcClient.class)
                                .sql(sql)
                                .param("merchant", shop.merchant.value())
                                .param("id", id)
                                .param("store", store)
                                .update());
    }

    private void open(NewTask task) {
        shop.baton
                .bean(Tenancy.class)
                .run(shop.merchant, () -> shop.baton.bean(Tasks.class).open(shop.merchant, task));
    }

    private UUID transmissionOf(SalesOrderId order) {
        return shop.baton
                .bean(Tenancy.class)
                .inTransaction(
                        shop.merchant,
                        () -> shop.baton
                                .bean(TransmissionLookup.class)
                                .ofPurchaseOrder(
                                        shop.merchant,
                                        shop.shop
                                                .purchaseOrders(order)
                                                .getFirst()
                                                .id())
                                .getFirst()
                                .transmission()
                                .id()
                                .value());
    }

    private List<UUID> mails(SalesOrderId order) {
        return shop.baton
                .bean(Tenancy.class)
                .inTransaction(
                        shop.merchant,
                        () -> shop
                                .baton
                                .bean(MessageLookup.class)
                                .page(shop.merchant, order, Set.of(MessageState.values()), null, 5)
                                .stream()
                                .map(each -> each.id().value())
                                .toList());
    }
}
