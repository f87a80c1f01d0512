package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.merchants.Role;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.SalesOrderId;
import dev.baton.testing.TestShop;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every list does: columns, views, files, and acts on many rows that are shown first and can be undone. */
class ListPageTest {

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
    void columnsAreChosenAndStandInTheAddress() {
        shop.shop.place("1", ADA, TestShop.BERLIN, "LAMP×1");
        Staffer ada = shop.asOwner();

        Document page = ada.page("/console/orders?cols=customer&cols=country&hold=any&cols=nonsense");

        assertThat(page.select("thead th").eachText()).isEmpty();
        page = ada.page("/console/orders?cols=customer&cols=country&cols=nonsense");
        assertThat(page.select("thead th").eachText()).containsExactly("Order", "Customer", "Country");
        assertThat(page.select("[data-filters] input[name=cols]").val()).isEqualTo("order,customer,country");
        assertThat(ada.page("/console/orders?cols=order%2Ccustomer%2Ccountry")
                        .select("thead th")
                        .eachText())
                .containsExactly("Order", "Customer", "Country");
    }

    @Test
    void theHeadThatSortsTurnsTheList() {
        shop.shop.place("1", ADA, TestShop.BERLIN, "LAMP×1");
        Staffer ada = shop.asOwner();

        Document newest = ada.page("/console/orders");
        Document oldest = ada.page(newest.select("th[aria-sort] a").attr("href"));

        assertThat(newest.select("th[aria-sort]").attr("aria-sort")).isEqualTo("descending");
        assertThat(oldest.select("th[aria-sort]").attr("aria-sort")).isEqualTo("ascending");
        assertThat(oldest.select("th[aria-sort] a").attr("href")).isEqualTo("/console/orders");
    }

    @Test
    void aViewIsKeptForThePersonAloneAndForgotten() {
        Staffer ada = shop.asOwner();
        Staffer ben = shop.as(Role.OPERATIONS);
        Document narrowed = ada.page("/console/orders?hold=any&payment=paid&nonsense=1");

        HttpResponse<String> saved = ada.send(narrowed, "[data-save-view]", Map.of("name", "Paid but stopped"));

        assertThat(saved.headers().firstValue("Location")).contains("/console/orders?hold=any&payment=paid");
        Document mine = ada.page("/console/orders");
        assertThat(mine.select("[data-view]").attr("href")).isEqualTo("/console/orders?hold=any&payment=paid");
        assertThat(ben.page("/console/orders").select("[data-view]")).isEmpty();
        assertThat(ada.send(mine, "[data-save-view]", Map.of("name", "")).statusCode())
                .isEqualTo(422);
        Document theirs = ben.page("/console/orders");
        ben.post(
                "/console/views/remove",
                form(
                        theirs,
                        "list",
                        "orders",
                        "view",
                        mine.select("[name=view]").val()));
        assertThat(ada.page("/console/orders").select("[data-view]")).hasSize(1);
        ada.send(mine, "form[action=/console/views/remove]", Map.of());
        assertThat(ada.page("/console/orders").select("[data-view]")).isEmpty();
    }

    @Test
    void theWholeListIsTakenAwayAsAFileAndTheAuditKnows() throws Exception {
        for (int i = 0; i < 51; i++) {
            shop.shop.place(
                    "E" + i,
                    new CustomerFacts(i == 0 ? "=HYPERLINK(\"x\")" : "+49 30", i + "@customer.example", null, "en"),
                    TestShop.BERLIN,
                    "LAMP×1");
        }
        shop.shop.place("U1", ADA, TestShop.BERLIN, "NOTHING×1");
        Staffer ada = shop.asOwner();
        Document page = ada.page("/console/orders");

        HttpResponse<String> csv = ada.get(page.select("a[href*=csv]").attr("href"));
        String[] lines = csv.body().split("\r\n", -1);
        byte[] book = ada.bytes(page.select("a[href*=xlsx]").attr("href"));

        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"orders-\\d{4}-\\d\\d-\\d\\d\\.csv\"");
        assertThat(lines[0])
                .startsWith("\uFEFFOrder,Customer,Store,Came in,Goods")
                .contains("Total,\"Total, currency\"");
        assertThat(lines).as("heads, 52 rows and the end").hasSize(54);
        assertThat(csv.body()).contains("\"'=HYPERLINK(\"\"x\"\")\"", ",'+49 30,");
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(book))) {
            List<org.dhatim.fastexcel.reader.Row> rows =
                    workbook.getFirstSheet().read();
            assertThat(rows).hasSize(53);
            assertThat(rows.get(1).getCellText(0)).isEqualTo("#U1");
            assertThat(rows.getLast().getCellText(1)).isEqualTo("=HYPERLINK(\"x\")");
        }
        assertThat(ada.get("/console/export/orders?format=csv&hold=unknown_sku")
                        .body()
                        .split("\r\n", -1))
                .hasSize(3);
        assertThat(shop.audit("ExportList"))
                .containsExactly("orders: 52 rows", "orders: 52 rows", "orders: 1 row, narrowed by hold");
    }

    @Test
    void aViewerTakesNothingAwayAndActsOnNothing() {
        shop.shop.place("1", ADA, null, "LAMP×1");
        Staffer viewer = shop.as(Role.VIEWER);
        Document page = viewer.page("/console/orders");

        assertThat(page.select("a[href*=export]")).isEmpty();
        assertThat(page.select("[data-select], [data-bulk]")).isEmpty();
        assertThat(viewer.get("/console/export/orders?format=csv").statusCode()).isEqualTo(403);
        String order = page.select("[data-row]").attr("data-key");
        assertThat(viewer.post("/console/bulk/orders", form(page, "act", "stop", "pick", order))
                        .statusCode())
                .isEqualTo(403);
        assertThat(viewer.post("/console/bulk/orders/do", form(page, "act", "cancel", "pick", order, "reason", "x"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatARoleMayNotDoIsNoButtonAndIsRefused() {
        shop.shop.place("1", ADA, null, "LAMP×1");
        Staffer finance = shop.as(Role.FINANCE);
        Document page = finance.page("/console/orders");

        assertThat(page.select("[data-bulk] button").eachText()).containsExactly("Release");
        assertThat(finance.post(
                                "/console/bulk/orders/do",
                                form(
                                        page,
                                        "act",
                                        "cancel",
                                        "reason",
                                        "x",
                                        "pick",
                                        page.select("[data-row]").attr("data-key")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(finance.get("/console/export/people?format=csv").statusCode())
                .isEqualTo(403);
    }

    @Test
    void ordersAreStoppedAfterAPreviewAndTheStopIsUndone() {
        SalesOrderId gone = shop.shop.place(
                "2", new CustomerFacts("Ben Muster", "ben@customer.example", null, "en"), TestShop.BERLIN, "LAMP×7");
        org.awaitility.Awaitility.await()
                .until(() -> shop.shop.purchaseOrders(gone).stream().anyMatch(each -> each.sentAt() != null));
        SalesOrderId waits = shop.shop.place("1", ADA, TestShop.BERLIN, "LAMP×1001");
        Staffer ada = shop.asOwner();
        Document list = ada.page("/console/orders?state=waiting");

        Document preview = ada.form(ada.post(
                "/console/bulk/orders",
                form(list, "act", "stop", "back", "state=waiting", "pick", waits.value() + "\n" + gone.value())));

        assertThat(preview.select("h1").text()).isEqualTo("Stop 1 order?");
        assertThat(preview.select("[data-effect=not]").text()).contains("#2", "nothing left that could be stopped");
        assertThat(ada.page("/console/orders/" + waits.value()).select("[data-hold]"))
                .isEmpty();
        assertThat(ada.send(preview, "#preview", Map.of("reason", "")).body()).contains("Reason is missing");
        HttpResponse<String> done = ada.send(preview, "#preview", Map.of("reason", "the customer called"));
        String back = done.headers().firstValue("Location").orElseThrow();
        assertThat(back).startsWith("/console/orders?deed=").endsWith("&state=waiting");
        Document after = ada.page(back);
        assertThat(after.select("[data-notice]").text()).contains("1 order is stopped.");
        assertThat(ada.page("/console/orders/" + waits.value())
                        .select("[data-hold]")
                        .text())
                .contains("Stopped by hand", "the customer called");
        ada.send(after, "form[action$=undo]", Map.of());
        assertThat(ada.page("/console/orders/" + waits.value()).select("[data-hold]"))
                .isEmpty();
        Document undone = ada.page(back);
        assertThat(undone.select("[data-notice]").text()).isEqualTo("1 undone.");
        assertThat(ada.send(after, "form[action$=undo]", Map.of()).statusCode()).isEqualTo(404);
        assertThat(shop.as(Role.OPERATIONS).page(back).select("[data-notice]"))
                .as("another's deed")
                .isEmpty();
    }

    @Test
    void manyOrdersAreReleasedAndCancelled() {
        SalesOrderId first = shop.shop.place("1", ADA, TestShop.BERLIN, "NOTHING×1");
        SalesOrderId second = shop.shop.place("2", ADA, null, "LAMP×1");
        Staffer ada = shop.asOwner();
        Document list = ada.page("/console/orders");
        String both = first.value() + "\n" + second.value();

        Document release = ada.form(ada.post("/console/bulk/orders", form(list, "act", "release", "pick", both)));
        assertThat(release.select("[data-effect=will]").text()).contains("Unknown product no longer stops it");
        ada.send(release, "#preview", picked(release));
        Document cancel = ada.form(ada.post("/console/bulk/orders", form(list, "act", "cancel", "pick", both)));
        Map<String, String> given = new HashMap<>(picked(cancel));
        given.put("reason", "the customer changed their mind");
        HttpResponse<String> done = ada.send(cancel, "#preview", given);

        Document after = ada.page(done.headers().firstValue("Location").orElseThrow());
        assertThat(after.select("[data-notice]").text()).contains("2 orders are cancelled");
        assertThat(after.select("[data-undo]"))
                .as("a cancel does not come back")
                .isEmpty();
        assertThat(ada.page("/console/orders?state=cancelled").select("[data-row]"))
                .hasSize(2);
    }

    @Test
    void manyTasksAreClosedAndOpenedAgain() {
        shop.tasks("purchasing.unanswered", 3);
        Staffer ada = shop.asOwner();
        Document list = ada.page("/console/exceptions?of=task");
        String all = String.join("\n", list.select("[data-row]").eachAttr("data-key"));

        Document preview = ada.form(ada.post("/console/bulk/exceptions", form(list, "act", "close", "pick", all)));
        HttpResponse<String> done = ada.send(preview, "#preview", picked(preview));
        Document after = ada.page(done.headers().firstValue("Location").orElseThrow());

        assertThat(preview.select("h1").text()).isEqualTo("Close 3 tasks?");
        assertThat(after.select("[data-row]")).isEmpty();
        ada.send(after, "form[action$=undo]", Map.of());
        assertThat(ada.page("/console/exceptions?of=task").select("[data-row]")).hasSize(3);
        assertThat(shop.audit("ReopenTask")).hasSize(3);
    }

    @Test
    void whatOneClickDoesLeadsBackToTheListAsItWas() {
        shop.tasks("purchasing.unanswered", 51);
        shop.tasks("trading.stuck", 2);
        Staffer ada = shop.asOwner();
        String list = "/console/exceptions?age=new&kind=purchasing.unanswered";
        Document first = ada.page(list);
        Document second = ada.page(first.select("[data-next]").attr("href"));

        String at = ada.send(first, "[data-row] form", Map.of())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String behind = ada.send(second, "[data-row] form", Map.of())
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(at).isEqualTo(list + "&done=closed");
        assertThat(behind)
                .matches("/console/exceptions\\?after=[0-9a-f-]{36}&age=new&kind=purchasing.unanswered&done=closed");
        Document emptied = ada.page(behind);
        assertThat(emptied.select("[data-notice]").text()).isEqualTo("The task is closed.");
        assertThat(emptied.select("[data-row]"))
                .as("the list from its beginning")
                .hasSize(49);
        String one = emptied.select("[data-row] a[data-open]").attr("href");
        Document opened = ada.page(one, behind);
        assertThat(opened.select(".top a").attr("href")).isEqualTo(behind.replace("&done=closed", ""));
        assertThat(ada.send(opened, "form[action$=/tasks/close]", Map.of())
                        .headers()
                        .firstValue("Location"))
                .contains(behind);
    }

    @Test
    void noFormLeadsAwayFromTheConsole() {
        String[] astray = {
            "https://elsewhere.example/console/exceptions",
            "//elsewhere.example/console",
            "/console/../api",
            "/console/%2E%2e/api",
            "/console\\elsewhere",
            "/consoles",
            "/console?x=\ny: z",
            "javascript:alert(1)"
        };
        shop.tasks("purchasing.unanswered", astray.length);
        Staffer ada = shop.asOwner();

        for (String back : astray) {
            assertThat(ada.send(ada.page("/console/exceptions"), "[data-row] form", Map.of("back", back))
                            .headers()
                            .firstValue("Location"))
                    .as(back)
                    .contains("/console/exceptions?done=closed");
        }
    }

    @Test
    void tasksAreHandedToAColleagueWithANote() {
        shop.tasks("purchasing.unanswered", 2);
        String colleague = shop.colleague(Role.OPERATIONS);
        Staffer ada = shop.asOwner();
        Document list = ada.page("/console/exceptions?of=task");
        String one = list.select("[data-row]").attr("data-key");

        Document preview = ada.form(ada.post("/console/bulk/exceptions", form(list, "act", "hand-over", "pick", one)));
        String person = preview.select("option:contains(" + colleague + ")").val();
        HttpResponse<String> done = ada.send(preview, "#preview", Map.of("person", person, "note", "you know them"));

        Document mine =
                shop.stranger().signIn(colleague, ConsoleShop.PASSWORD).page("/console/exceptions?with=" + person);
        assertThat(mine.select("[data-row]")).hasSize(1);
        assertThat(mine.select("[data-row]").text()).contains(colleague, "you know them");
        assertThat(mine.select("[data-chip]").text()).contains("With: Me");
        Document after = ada.page(done.headers().firstValue("Location").orElseThrow());
        ada.send(after, "form[action$=undo]", Map.of());
        assertThat(ada.page("/console/exceptions?with=" + person).select("[data-row]"))
                .isEmpty();
        assertThat(ada.page("/console/exceptions?of=task").select("[data-row]")).hasSize(2);
    }

    @Test
    void manyHoldsAreReleasedByWhomTheyAreFor() {
        shop.shop.place("1", ADA, null, "LAMP×1");
        shop.shop.place("2", ADA, TestShop.BERLIN, "NOTHING×1");
        Staffer support = shop.as(Role.SUPPORT);
        Document list = support.page("/console/exceptions?of=hold");
        String all = String.join("\n", list.select("[data-row]").eachAttr("data-key"));

        Document preview =
                support.form(support.post("/console/bulk/exceptions", form(list, "act", "release", "pick", all)));
        HttpResponse<String> done = support.send(preview, "#preview", picked(preview));

        assertThat(preview.select("[data-effect=not]").text()).contains("Unknown product", "decided by operations");
        assertThat(support.page(done.headers().firstValue("Location").orElseThrow())
                        .select("[data-notice]")
                        .text())
                .contains("1 hold is released.");
    }

    @Test
    void nothingTickedIsSaid() {
        Staffer ada = shop.asOwner();
        Document list = ada.page("/console/orders");

        HttpResponse<String> refused = ada.post("/console/bulk/orders", form(list, "act", "stop"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Tick 1 to 100 rows");
        assertThat(ada.post("/console/bulk/nothing", form(list, "act", "stop", "pick", "x"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(ada.get("/console/export/nothing").statusCode()).isEqualTo(404);
    }

    private static Map<String, String> picked(Document preview) {
        return Map.of("pick", String.join("\n", preview.select("[name=pick]").eachAttr("value")));
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
