package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.console.BulkRows.Fate;
import dev.baton.console.BulkRows.Row;
import dev.baton.console.BulkStaff.Charge;
import dev.baton.merchants.MemberView;
import dev.baton.merchants.People;
import dev.baton.merchants.PersonId;
import dev.baton.merchants.Role;
import dev.baton.orders.CancelOrders;
import dev.baton.orders.CancelRequest;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.Work;
import dev.baton.testing.TestShop;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One thing done to every row that matches: shown first, done page by page, stopped, taken back, never done twice. */
class BulkRunTest {

    private static final CustomerFacts ADA = new CustomerFacts("Ada Muster", "ada@customer.example", null, "en");
    private static final String UNANSWERED = "purchasing.unanswered";

    private final ConsoleShop shop = new ConsoleShop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void everyRowThatMatchesIsDoneByThePersonAndTakenBack() {
        shop.tasks(UNANSWERED, 430);
        shop.tasks("trading.stuck", 2);
        Staffer ada = shop.asOwner();
        Document list = ada.page("/console/exceptions?kind=" + UNANSWERED);
        assertThat(list.select("[data-all]")).hasSize(1);

        String run = begin(ada, list, "exceptions", "close", "kind=" + UNANSWERED);

        Document ready = awaiting(ada, run, "Close 430 tasks?");
        assertThat(ready.select("[data-reason=will] td").eachText())
                .containsExactly("is closed; it comes back should the matter stay as it is", "430");
        assertThat(ready.select("[data-strip]").text()).contains("430 rows match: 430 to be done, 0 left as they are");
        assertThat(audit("CloseTask")).as("nothing before the person says so").isEmpty();
        assertThat(ada.send(ready, "#go", Map.of("note", "settled by telephone"))
                        .statusCode())
                .isEqualTo(303);

        Document done = awaiting(ada, run, "430 tasks are closed");
        assertThat(done.select("[data-strip=rests]").text()).contains("430 done, 0 left, 0 failed");
        assertThat(done.select("progress").attr("value")).isEqualTo("430");
        assertThat(done.select("a:contains(Back to the list)").attr("href"))
                .isEqualTo("/console/exceptions?kind=" + UNANSWERED);
        assertThat(ada.page("/console/exceptions").select("[data-row]")).hasSize(2);
        assertThat(audit("CloseTask")).hasSize(430).allMatch(person().value().toString()::equals);
        assertThat(ada.send(ready, "#go", Map.of("note", "again")).statusCode()).isEqualTo(409);

        ada.send(done, "form[action$=undo]", Map.of());
        Document undone = awaiting(ada, run, "430 rows undone");
        assertThat(undone.select("form[action$=undo]")).isEmpty();
        assertThat(audit("ReopenTask")).hasSize(430);
        assertThat(ada.page("/console/exceptions?kind=" + UNANSWERED)
                        .select(".top [data-count]")
                        .attr("data-count"))
                .isEqualTo("430");
        assertThat(ada.send(done, "form[action$=undo]", Map.of()).statusCode()).isEqualTo(409);
    }

    @Test
    void whatIsUnderWayStandsOnItsListAndIsAskedAboutAgain() {
        shop.tasks(UNANSWERED, 60);
        Staffer ada = shop.asOwner();
        BulkRun run = running(ada, "close", Map.of());

        Document list = ada.page("/console/exceptions");
        String path = BulkRunScreen.PATH + "/" + run.id();
        assertThat(list.select("[data-strip=works]").attr("hx-get")).isEqualTo(path + "/strip");
        assertThat(list.select("[data-strip]").text()).contains("Close 60 tasks", "0 done, 60 left, 0 failed");
        Document page = ada.page(path);
        assertThat(page.select("noscript meta, noscript").outerHtml()).contains("refresh");
        assertThat(page.select("[data-strip]").attr("hx-get")).isEqualTo(path + "/strip?page=1");
        assertThat(ada.get(path + "/strip?page=1").headers().firstValue("HX-Refresh"))
                .isEmpty();

        take(run, 50);
        assertThat(ada.form(ada.get(path + "/strip")).text()).contains("50 done, 10 left, 0 failed");
        ada.send(page, "form[action$=stop]", Map.of());
        assertThat(ada.get(path + "/strip?page=1").headers().firstValue("HX-Refresh"))
                .as("the page is read anew")
                .contains("true");
        assertThat(shop.as(Role.OWNER).get(path).statusCode()).as("another's").isEqualTo(404);
        assertThat(ada.get(BulkRunScreen.PATH + "/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsStoppedInTheMiddleLeavesTheRestAndTakesBackWhatWasDone() {
        shop.tasks(UNANSWERED, 60);
        Staffer ada = shop.asOwner();
        BulkRun run = running(ada, "close", Map.of());
        take(run, 25);

        ada.send(ada.page(BulkRunScreen.PATH + "/" + run.id()), "form[action$=stop]", Map.of());
        take(run, 25);

        Document stopped = ada.page(BulkRunScreen.PATH + "/" + run.id());
        assertThat(stopped.select("h1").text()).isEqualTo("25 tasks are closed");
        assertThat(stopped.select(".top").text()).contains("You stopped it; what is left stays as it is.");
        assertThat(stopped.select("[data-strip]").text()).contains("25 done, 35 left");
        assertThat(audit("CloseTask")).hasSize(25);
        ada.send(stopped, "form[action$=undo]", Map.of());
        awaiting(ada, run.id().toString(), "25 rows undone");
        assertThat(ada.page("/console/exceptions").select(".top [data-count]").attr("data-count"))
                .isEqualTo("60");
    }

    @Test
    void aRestartGoesOnWhereItWasAndDoesNoRowTwice() {
        shop.tasks(UNANSWERED, 120);
        Staffer ada = shop.asOwner();
        BulkRun run = running(ada, "close", Map.of());
        List<Row> first = next(run, 50);
        take(run, first);

        take(run, first);
        assertThat(audit("CloseTask"))
                .as("the same rows by a worker that is late")
                .hasSize(50);
        shop.baton
                .bean(Tenancy.class)
                .run(
                        shop.merchant,
                        () -> shop.baton
                                .bean(Work.class)
                                .add(
                                        shop.merchant,
                                        List.of(RunBulk.work(
                                                run.id(), shop.baton.clock().instant()))));

        awaiting(ada, run.id().toString(), "120 tasks are closed");
        assertThat(audit("CloseTask")).hasSize(120);
    }

    @Test
    void whatFailsStaysWithItsReasonAndStopsNoOther() {
        shop.shop.goods("LAMP", "Desk lamp", shop.acme);
        for (int i = 1; i <= 4; i++) {
            shop.shop.place(String.valueOf(i), ADA, TestShop.BERLIN, "NOTHING×" + i);
        }
        SalesOrderId sent = shop.shop.place("5", ADA, TestShop.BERLIN, "LAMP×5");
        await().until(() -> shop.shop.purchaseOrders(sent).stream().anyMatch(each -> each.sentAt() != null));
        Staffer ada = shop.asOwner();
        String run = begin(ada, ada.page("/console/orders"), "orders", "stop", "");
        Document ready = awaiting(ada, run, "Stop 4 orders?");
        assertThat(ready.select("[data-fate]").text()).contains("#5", "has nothing left that could be stopped");
        assertThat(ada.send(ready, "#go", Map.of("reason", "")).body()).contains("Reason is missing");

        SalesOrderId gone = new SalesOrderId(UUID.fromString(
                ada.page("/console/orders?q=2").select("[data-row]").attr("data-key")));
        shop.baton
                .bean(CancelOrders.class)
                .cancel(shop.merchant, gone, new CancelRequest("the customer called", Map.of()));
        ada.send(ready, "#go", Map.of("reason", "stock is counted"));

        Document done = awaiting(ada, run, "3 orders are stopped");
        assertThat(done.select("[data-strip]").text()).contains("3 done, 0 left, 1 failed");
        assertThat(done.select("[data-fate]").text()).contains("#2", "has nothing left that could be stopped");
        assertThat(ada.page("/console/orders?hold=stopped_by_hand").select("[data-row]"))
                .hasSize(3);
    }

    @Test
    void manyPurchaseOrdersAreGivenToOthersEachByItsRoad() {
        shop.shop.goods("LAMP", "Desk lamp", shop.acme);
        List<SalesOrderId> orders = List.of(
                shop.shop.place("1", ADA, TestShop.BERLIN, "LAMP×1"),
                shop.shop.place("2", ADA, TestShop.BERLIN, "LAMP×2"));
        orders.forEach(order ->
                await().until(() -> shop.shop.purchaseOrders(order).getFirst().sentAt() != null));
        Staffer ada = shop.asOwner();
        Document list = ada.page("/console/purchase-orders");

        String run = begin(ada, list, "purchase-orders", "give-away", "");
        Document ready = awaiting(ada, run, "Give 2 purchase orders to other suppliers?");
        assertThat(ready.select("[data-reason=will] td").eachText())
                .containsExactly("its supplier may have it and is asked first: stays with it until it answers", "2");
        ada.send(ready, "#go", Map.of("reason", "you have not answered since Tuesday"));

        awaiting(ada, run, "2 purchase orders are given to others");
        assertThat(orders)
                .allSatisfy(order -> assertThat(
                                shop.shop.purchaseOrders(order).getFirst().cancellations())
                        .singleElement()
                        .satisfies(question -> assertThat(question.forOthers()).isTrue()));
        String again = begin(ada, list, "purchase-orders", "give-away", "");
        await().until(() -> ada.page(BulkRunScreen.PATH + "/" + again)
                .select("[data-fate]")
                .text()
                .contains("is asked already to leave it to others"));
    }

    @Test
    void whatIsRefusedAndWhatBreaksIsARowsReason() {
        shop.shop.place("1", ADA, TestShop.BERLIN, "NOTHING×1");
        shop.shop.place("2", ADA, TestShop.BERLIN, "NOTHING×2");
        Staffer ada = shop.asOwner();
        String run = begin(ada, ada.page("/console/orders"), "orders", "stop", "");
        Document ready = awaiting(ada, run, "Stop 2 orders?");

        ada.send(ready, "#go", Map.of("reason", "x".repeat(501)));

        Document done = awaiting(ada, run, "Nothing was changed");
        assertThat(done.select("[data-fate]")).hasSize(2);
        assertThat(done.select("[data-fate]").text()).contains("Give a reason of at most 500 characters.");
        assertThat(done.select("form[action$=undo]")).isEmpty();
    }

    @Test
    void whoMayNotAnyMoreDoesNothingAnyMore() {
        shop.tasks(UNANSWERED, 3);
        String colleague = shop.colleague(Role.OPERATIONS);
        Staffer ben = shop.stranger().signIn(colleague, ConsoleShop.PASSWORD);
        String id = begin(ben, ben.page("/console/exceptions"), "exceptions", "close", "");
        Document ready = awaiting(ben, id, "Close 3 tasks?");
        PersonId who = shop.baton.bean(People.class).of(shop.merchant).stream()
                .filter(member -> member.email().equals(colleague))
                .map(MemberView::person)
                .findFirst()
                .orElseThrow();

        shop.baton.bean(People.class).changeRole(shop.merchant, who, Role.VIEWER);

        assertThat(ben.send(ready, "#go", Map.of("note", "")).statusCode()).isEqualTo(403);
        BulkRun run = find(id);
        shop.baton.bean(BulkOrders.class).go(staff(run), run, Map.of());
        await().until(() -> find(id).state() == BulkRun.State.ENDED);
        assertThat(find(id).note()).contains("may not do this any more");
        assertThat(audit("CloseTask")).isEmpty();
        assertThat(shop.as(Role.VIEWER)
                        .post("/console/bulk/exceptions", form(ready, "act", "close", "all", "on"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatIsLeftBeforeItIsDoneIsLeft() {
        shop.tasks(UNANSWERED, 3);
        Staffer ada = shop.asOwner();
        String run = begin(ada, ada.page("/console/exceptions"), "exceptions", "hand-over", "kind=" + UNANSWERED);
        Document ready = awaiting(ada, run, "Hand over 3 exceptions?");

        HttpResponse<String> left =
                ada.post(ready.select("[data-stop]").attr("formaction"), form(ready, "back", "kind=" + UNANSWERED));

        assertThat(left.headers().firstValue("Location")).contains("/console/exceptions?kind=" + UNANSWERED);
        assertThat(find(run).state()).isEqualTo(BulkRun.State.DROPPED);
        assertThat(ada.send(ready, "#go", Map.of()).statusCode()).isEqualTo(422);
        assertThat(ada.page("/console/exceptions").select("[data-strip]")).isEmpty();
    }

    @Test
    void oldOnesAreForgotten() {
        shop.tasks(UNANSWERED, 1);
        Staffer ada = shop.asOwner();
        String old = begin(ada, ada.page("/console/exceptions"), "exceptions", "close", "");
        Document ready = awaiting(ada, old, "Close 1 task?");
        ada.post(ready.select("[data-stop]").attr("formaction"), form(ready));
        sql("update console_bulk_run set ended_at = ended_at - interval '31 days' where merchant_id = :merchant");

        String other = begin(ada, ada.page("/console/exceptions"), "exceptions", "close", "");

        assertThat(ada.get(BulkRunScreen.PATH + "/" + old).statusCode()).isEqualTo(404);
        assertThat(ada.get(BulkRunScreen.PATH + "/" + other).statusCode()).isEqualTo(200);
    }

    /** One that runs, and nobody does its work: the test takes its rows by hand. */
    private BulkRun running(Staffer who, String act, Map<String, String> given) {
        String id = begin(who, who.page("/console/exceptions"), "exceptions", act, "");
        awaiting(who, id, "Close ");
        shop.baton
                .bean(Tenancy.class)
                .run(
                        shop.merchant,
                        () -> shop.baton.bean(BulkRuns.class).begin(shop.merchant, UUID.fromString(id), given));
        return find(id);
    }

    private void take(BulkRun run, int rows) {
        take(run, next(run, rows));
    }

    private void take(BulkRun run, List<Row> page) {
        Charge charge = shop.baton.bean(BulkStaff.class).of(shop.merchant, run).orElseThrow();
        shop.baton.bean(BulkTurns.class).take(shop.merchant, run, charge, page);
    }

    private List<Row> next(BulkRun run, int rows) {
        return shop.baton.bean(BulkTurns.class).next(shop.merchant, run, Fate.WAITING, rows);
    }

    private BulkRun find(String id) {
        return shop.baton
                .bean(Tenancy.class)
                .inTransaction(
                        shop.merchant, () -> shop.baton.bean(BulkRuns.class).find(shop.merchant, UUID.fromString(id)))
                .orElseThrow();
    }

    private Staff staff(BulkRun run) {
        return new Staff(
                new dev.baton.merchants.SignedIn(run.id(), run.person(), "x@example.org", shop.merchant, Role.OWNER),
                "");
    }

    private PersonId person() {
        return shop.baton.bean(People.class).of(shop.merchant).getFirst().person();
    }

    private static String begin(Staffer who, Document list, String name, String act, String back) {
        HttpResponse<String> begun =
                who.post("/console/bulk/" + name, form(list, "act", act, "all", "on", "back", back));
        String to = begun.headers().firstValue("Location").orElseThrow();
        assertThat(to).startsWith(BulkRunScreen.PATH + "/");
        return to.substring(BulkRunScreen.PATH.length() + 1).split("\\?", -1)[0];
    }

    /** The page once its heading begins so. */
    private static Document awaiting(Staffer who, String run, String title) {
        String path = BulkRunScreen.PATH + "/" + run + "?back=kind%3D" + UNANSWERED;
        await().until(() -> who.page(path).select("h1").text().startsWith(title));
        return who.page(path);
    }

    private static Map<String, String> form(Document page, String... fields) {
        Map<String, String> form = new HashMap<>();
        form.put("form-token", page.select("input[name=form-token]").val());
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return form;
    }

    private void sql(String statement) {
        shop.baton
                .bean(Tenancy.class)
                .run(
                        shop.merchant,
                        () -> shop.baton
                                .bean(JdbcClient.class)
                                .sql(statement)
                                .param("merchant", shop.merchant.value())
                                .update());
    }

    /** Who did it, one a time. */
    private List<String> audit(String act) {
        return shop.baton
                .bean(Tenancy.class)
                .inTransaction(
                        shop.merchant,
                        () -> shop.baton
                                .bean(JdbcClient.class)
                                .sql("select actor_id from audit where merchant_id = :merchant and act = :act")
                                .param("merchant", shop.merchant.value())
                                .param("act", act)
                                .query((row, number) -> row.getString("actor_id"))
                                .list());
    }
}
