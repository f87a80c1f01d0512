package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.merchants.Role;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.RejectReason;
import dev.baton.orders.SalesOrderId;
import dev.baton.purchasing.Acknowledge;
import dev.baton.purchasing.Acknowledgement;
import dev.baton.purchasing.Acknowledgement.Action;
import dev.baton.purchasing.Acknowledgement.Statement;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.testing.TestShop;
import dev.baton.tracking.ScanCode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Purchase orders, parcels and suppliers: their lists, their pages, what can be done, and that figures are true. */
class BusinessScreensTest {

    private final ConsoleShop shop = new ConsoleShop();

    @BeforeEach
    void goods() {
        shop.shop.goods("LAMP", "Desk lamp", shop.acme);
        shop.shop.goods("VASE", "Vase", shop.acme);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void everyFigureOfTheSuppliersOpensAListOfAsMany() {
        PurchaseOrderView answered = sent("1", "LAMP×1");
        accept(answered, 1);
        sent("2", "LAMP×2");
        PurchaseOrderView late = sent("3", "LAMP×3");
        PurchaseOrderView refused = sent("4", "VASE×4");
        answer(refused, new Statement(1, Action.REJECT, 4, RejectReason.OUT_OF_STOCK, null, null));
        shop.baton.clock().advance(Duration.ofDays(3));
        accept(late, 3);
        Staffer ada = shop.asOwner();
        Document list = ada.page("/console/suppliers");
        Document one = ada.page(list.select("[data-row] th a").attr("href"));

        for (Element figure : list.select("[data-row] td a")) {
            assertThat(rows(ada, figure.attr("href")))
                    .as(figure.attr("aria-label"))
                    .hasSize(Integer.parseInt(figure.text()));
        }
        assertThat(list.select("[data-row] td a")).hasSize(2);
        assertThat(one.select("[data-figure]").eachText())
                .contains("3Open", "1Answer overdue", "2Promised, not all left", "1Refused");
        for (Element figure : one.select("[data-figure]")) {
            assertThat(rows(ada, figure.attr("href")))
                    .as(figure.text())
                    .hasSize(Integer.parseInt(figure.attr("data-figure")));
            String count = ada.page(figure.attr("href")).select("[data-count]").attr("data-count");
            assertThat(count).as(figure.text()).isEqualTo(figure.attr("data-figure"));
        }
        assertThat(one.select("[data-reliability]").text())
                .contains("2answered in time50 % of 4 judged", "1refused, in whole or in part25 % of");
    }

    @Test
    void everyFigureOfThePlotsOpensAListOfAsMany() {
        accept(sent("1", "LAMP×1"), 1);
        shop.baton.clock().advance(Duration.ofDays(1));
        shop.shop.place("2", customer("2"), null, "LAMP×1");
        accept(sent("3", "LAMP×2"), 2);
        sent("4", "VASE×2");
        shop.baton.clock().advance(Duration.ofHours(2));
        shop.shop.place("5", customer("5"), TestShop.BERLIN, "NOTHING×1");
        Staffer ada = shop.asOwner();
        Document today = ada.page("/console");

        List<Element> figures = today.select("[data-plot] [data-figure]");
        long hours = 0;
        for (Element figure : figures) {
            assertThat(rows(ada, figure.attr("href")))
                    .as(figure.attr("href"))
                    .hasSize(Integer.parseInt(figure.attr("data-figure")));
            hours += figure.attr("href").contains("hour=") ? Long.parseLong(figure.attr("data-figure")) : 0;
        }
        assertThat(figures).hasSizeGreaterThan(50);
        assertThat(hours).as("orders of today over all hours").isEqualTo(4);
        assertThat(today.select("[data-plot=promises] p").text()).contains("2 of 2 answers");
        assertThat(today.select("[data-plot=hours] polyline")).as("a usual day").hasSize(1);
        assertThat(today.select("[data-plot=waiting] tr").eachText())
                .contains("For a decision, orders 2", "For an answer, purchase orders 1");
        assertThat(today.select("[data-plot=money] tr").text()).contains("100.00 EUR", "Goods suppliers still owe");
        assertThat(today.select("[data-plot=oldest] tr").text()).contains("Order #2", "2 h");
        assertThat(today.select("[style], style, script:not([src])"))
                .as("nothing inline")
                .isEmpty();
    }

    @Test
    void purchaseOrdersAreNarrowedByWhatStandsInTheAddress() {
        PurchaseOrderView first = sent("1", "LAMP×1");
        accept(first, 1);
        sent("2", "LAMP×2");
        Staffer ada = shop.asOwner();

        assertThat(names(ada, "/console/purchase-orders")).hasSize(2).last().isEqualTo(first.number());
        assertThat(names(ada, "/console/purchase-orders?state=acknowledged")).containsExactly(first.number());
        assertThat(names(ada, "/console/purchase-orders?answer=in_time")).containsExactly(first.number());
        assertThat(names(ada, "/console/purchase-orders?answer=overdue")).isEmpty();
        assertThat(names(ada, "/console/purchase-orders?supplier=ACME&state=open"))
                .hasSize(2);
        assertThat(names(ada, "/console/purchase-orders?supplier=NOBODY"))
                .as("means nothing")
                .hasSize(2);
        assertThat(names(ada, "/console/purchase-orders?q=" + first.number())).containsExactly(first.number());
        assertThat(names(ada, "/console/purchase-orders?day=2000-01-01")).isEmpty();
        Document wrong = ada.page("/console/purchase-orders?day=yesterday");
        assertThat(wrong.select("[data-trouble]").text()).contains("Asked on is no day", "Write a day as");
    }

    @Test
    void purchaseOrdersAreReadPageByPage() {
        List<String> placed = new ArrayList<>();
        for (int i = 0; i < 53; i++) {
            shop.shop.place(
                    "P" + i, customer("p" + i), TestShop.BERLIN, (i % 2 == 0 ? "LAMP×" : "VASE×") + (i / 2 + 1));
            placed.add("#P" + i);
        }
        Staffer ada = shop.asOwner();

        List<String> read = rows(ada, "/console/purchase-orders?cols=number&cols=order").stream()
                .map(row -> row.select("td:last-child .cut").text())
                .toList();

        assertThat(read).isEqualTo(placed.reversed());
    }

    @Test
    void aPurchaseOrderShowsItsDocumentsAnswersAndParcels() {
        PurchaseOrderView view = sent("1", "LAMP|Handmade desk lamp with a very long name, 60 characters now×2");
        accept(view, 2);
        shop.shop.ship(view.salesOrder(), "UPS", "1Z999AA10123456784", 1);
        Staffer ada = shop.asOwner();

        Document page = ada.page("/console/purchase-orders/" + view.id().value());

        assertThat(page.select("h1").text()).isEqualTo("Purchase order " + view.number());
        assertThat(page.select(".axes li").text()).contains("1 of 2 left", "In time");
        assertThat(page.select("[data-line]").text()).contains("2 ×", "1 left", "1 promised", "7.77 EUR each");
        assertThat(page.select("[data-document]").text()).contains("Purchase order", "1 attempt", "taken", "HTTP 200");
        assertThat(page.select("[data-answer]").text()).contains("A1", "Line 1: 2 accept");
        assertThat(page.select("[data-parcel] a").attr("href")).startsWith("/console/parcels/");
        assertThat(page.select("[data-timeline]").text()).contains("Supplier answered", "Shipment recorded");
        assertThat(new String(
                        ada.bytes("/console/purchase-orders/" + view.id().value() + "/paper"),
                        StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
        assertThat(new String(
                        ada.bytes("/console/purchase-orders/" + view.id().value() + "/slip"),
                        StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
        assertThat(ada.get("/console/purchase-orders/00000000-0000-7000-8000-000000000000")
                        .statusCode())
                .isEqualTo(404);
        assertThat(ada.get("/console/purchase-orders/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void aSupplierIsAskedNotToShipAndADocumentIsSentAgain() {
        PurchaseOrderView view = sent("1", "LAMP×2");
        String path = "/console/purchase-orders/" + view.id().value();
        Staffer ada = shop.asOwner();
        Document page = ada.page(path);

        HttpResponse<String> again = ada.send(page, "[data-document] form", Map.of());
        assertThat(again.headers().firstValue("Location")).contains(path + "?done=resent");
        assertThat(ada.send(page, "[data-way=ask-not-to-ship] form", Map.of("reason", ""))
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<String> asked =
                ada.send(page, "[data-way=ask-not-to-ship] form", Map.of("reason", "the customer does not want it"));
        assertThat(asked.headers().firstValue("Location")).contains(path + "?done=asked_back");
        Document after = ada.page(path);
        assertThat(after.select("[data-question]").text())
                .contains("Not to ship", "Not answered", "the customer does not want it");
        Staffer viewer = shop.as(Role.VIEWER);
        assertThat(viewer.page(path).select("main form")).isEmpty();
        assertThat(viewer.post("/console/exceptions/ask-back", form(page, "reason", "x"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void parcelsAreNarrowedByStateAndCarrierAndOneShowsItsWay() {
        PurchaseOrderView first = sent("1", "LAMP×1");
        shop.shop.ship(first.salesOrder(), "UPS", "1Z999AA10123456784", 1);
        PurchaseOrderView second = sent("2", "LAMP×2");
        shop.shop.ship(second.salesOrder(), "DHL", "00340434161094021501", 2);
        shop.shop.scan("1Z999AA10123456784", ScanCode.IN_TRANSIT, 0, "Departed facility", "Köln, DE");
        Staffer ada = shop.asOwner();

        assertThat(names(ada, "/console/parcels")).containsExactly("00340434161094021501", "1Z999AA10123456784");
        assertThat(names(ada, "/console/parcels?carrier=ups")).containsExactly("1Z999AA10123456784");
        assertThat(names(ada, "/console/parcels?state=in_transit")).containsExactly("1Z999AA10123456784");
        assertThat(names(ada, "/console/parcels?state=unscanned")).containsExactly("00340434161094021501");
        assertThat(names(ada, "/console/parcels?state=underway")).hasSize(2);
        assertThat(names(ada, "/console/parcels?state=delivered")).isEmpty();
        Document one = ada.page(ada.page("/console/parcels?carrier=ups")
                .select("[data-row] th a")
                .attr("href"));
        assertThat(one.select("[data-goods]").text()).contains("1 ×", "Title of LAMP");
        assertThat(one.select("[data-timeline]").text()).contains("Departed facility", "Köln, DE");
        assertThat(one.select(".facts a").eachAttr("href"))
                .contains("/console/purchase-orders/" + first.id().value(), "/console/suppliers/" + shop.acme.value());
        assertThat(one.select(".facts").text()).contains("the only parcel so far");
        String slip = one.select("[data-slips] a:contains(Letter)").attr("href");
        HttpResponse<String> printed = ada.get(slip);
        assertThat(printed.body()).startsWith("%PDF-");
        assertThat(printed.headers().firstValue("Content-Disposition"))
                .hasValue("inline; filename=\"" + first.number() + "-parcel-1-slip.pdf\"");
        assertThat(ada.get("/console/parcels/nothing/slip").statusCode()).isEqualTo(404);
        assertThat(ada.get("/console/parcels/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void aSupplierIsAddedWithAFewWords() {
        Staffer ada = shop.asOwner();
        Document empty = ada.page("/console/suppliers/new");
        Map<String, String> few = Map.of(
                "name", "Müller & Söhne", "mail", "orders@mueller.example", "country", "de", "days", "MONDAY\nTUESDAY");

        HttpResponse<String> added = ada.send(empty, "#supplier-form", few);

        String path = added.headers().firstValue("Location").orElseThrow();
        Document page = ada.page(path);
        assertThat(page.select("h1").text()).isEqualTo("Müller & Söhne");
        assertThat(page.select(".facts").text())
                .contains(
                        "MULLER-SOHNE", "Germany", "Mon Tue, 09:00–17:00", "4 working hours", "orders@mueller.example");
        assertThat(page.select("[data-rate]").text()).contains("Every other country", "0.00");
        assertThat(ada.send(empty, "#supplier-form", few).headers().firstValue("Location"))
                .isPresent();
        assertThat(names(ada, "/console/suppliers")).containsExactly("Acme Ltd", "Müller & Söhne", "Müller & Söhne");
    }

    @Test
    void whatIsWrongInTheFormIsSaidAndWhatWasTypedStays() {
        Staffer ada = shop.asOwner();
        Document empty = ada.page("/console/suppliers/new");

        HttpResponse<String> refused = ada.send(
                empty, "#supplier-form", Map.of("name", "Bolt", "mail", "nobody", "country", "DE", "days", "MONDAY"));

        assertThat(refused.statusCode()).isEqualTo(422);
        Document again = org.jsoup.Jsoup.parse(refused.body());
        assertThat(again.select("[role=alert]").text()).contains("mail address");
        assertThat(again.select("[aria-invalid=true]").attr("name")).isEqualTo("mail");
        assertThat(again.select("[name=name]").val()).isEqualTo("Bolt");
        for (Map<String, String> wrong : List.of(
                Map.of("days", ""),
                Map.of("days", "MONDAY", "zone", "Nowhere/None"),
                Map.of("days", "MONDAY", "from", "17:00", "to", "09:00"),
                Map.of("days", "MONDAY", "ackHours", "many"),
                Map.of("days", "MONDAY", "currency", "XXY"),
                Map.of("days", "MONDAY", "shipping", "cheap"))) {
            Map<String, String> all = new HashMap<>(Map.of("name", "Bolt", "country", "DE"));
            all.putAll(wrong);
            assertThat(ada.send(empty, "#supplier-form", all).statusCode())
                    .as(wrong.toString())
                    .isEqualTo(422);
        }
        assertThat(names(ada, "/console/suppliers")).containsExactly("Acme Ltd");
    }

    @Test
    void whatIsAgreedWithASupplierIsChangedAndTheRestStays() {
        String path = "/console/suppliers/" + shop.acme.value();
        Staffer ada = shop.asOwner();

        ada.send(
                ada.page(path),
                "#supplier-form",
                Map.of(
                        "name",
                        "Acme & Co",
                        "ackHours",
                        "8",
                        "packaging",
                        "No logo on the box",
                        "days",
                        "FRIDAY",
                        "live",
                        "yes"));
        Document page = ada.page(path);

        assertThat(page.select("h1").text()).isEqualTo("Acme & Co");
        assertThat(page.select(".facts").text()).contains("8 working hours", "Fri, 09:00–17:00", "REST endpoint http");
        assertThat(page.select("[name=packaging]").text()).isEqualTo("No logo on the box");
        assertThat(page.select("[data-rate]").text()).contains("5.00 EUR");
        assertThat(page.select(".axes").text()).contains("Live", "REST");
    }

    @Test
    void aSupplierIsPausedAwayAndBack() {
        String path = "/console/suppliers/" + shop.acme.value();
        Staffer ada = shop.asOwner();
        Document page = ada.page(path);

        ada.send(page, "#pause", Map.of("reason", "late three times"));
        assertThat(ada.page(path).text()).contains("late three times", "Give it orders again");
        assertThat(names(ada, "/console/suppliers?state=paused")).hasSize(1);
        ada.send(ada.page(path), "form[action$=resume]", Map.of());
        ada.send(page, "#close", Map.of("first", "2027-08-01", "last", "2027-08-14", "note", "summer"));
        assertThat(ada.page(path).select("[data-closure]").text()).contains("1 Aug 2027 to 14 Aug 2027", "summer");
        assertThat(ada.send(page, "#close", Map.of("first", "2027-08-14", "last", "2027-08-01"))
                        .statusCode())
                .isEqualTo(422);
        ada.send(page, "#away", Map.of("policy", "REROUTE", "days", "3"));
        assertThat(ada.page(path).select("#away option[selected]").val()).isEqualTo("REROUTE");
        assertThat(ada.send(page, "#away", Map.of("policy", "REROUTE", "days", "x"))
                        .statusCode())
                .isEqualTo(422);
        ada.send(ada.page(path), "form[action$=withdraw]", Map.of());
        assertThat(ada.page(path).select("[data-closure]")).isEmpty();
        Staffer viewer = shop.as(Role.VIEWER);
        assertThat(viewer.page(path).select("main form")).isEmpty();
        assertThat(viewer.get("/console/suppliers/new").statusCode()).isEqualTo(403);
        assertThat(viewer.post(path + "/pause", form(page, "reason", "x")).statusCode())
                .isEqualTo(403);
        assertThat(new String(ada.bytes("/console/suppliers/slip"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
    }

    @Test
    void anotherMerchantsThingsAreNotThere() {
        PurchaseOrderView view = sent("1", "LAMP×1");
        ConsoleShop other = new ConsoleShop();
        Staffer foreign = other.asOwner();

        assertThat(foreign.get("/console/purchase-orders/" + view.id().value()).statusCode())
                .isEqualTo(404);
        assertThat(foreign.get("/console/suppliers/" + shop.acme.value()).statusCode())
                .isEqualTo(404);
        assertThat(names(foreign, "/console/purchase-orders")).isEmpty();
        other.close();
    }

    private PurchaseOrderView sent(String id, String line) {
        SalesOrderId order = shop.shop.place(id, customer(id), TestShop.BERLIN, line);
        org.awaitility.Awaitility.await()
                .until(() -> shop.shop.purchaseOrders(order).stream().anyMatch(each -> each.sentAt() != null));
        return shop.shop.purchaseOrders(order).getFirst();
    }

    private void accept(PurchaseOrderView view, int units) {
        answer(view, new Statement(1, Action.ACCEPT, units, null, null, null));
    }

    private void answer(PurchaseOrderView view, Statement statement) {
        shop.baton
                .bean(Acknowledge.class)
                .acknowledge(
                        shop.merchant, view.supplier(), view.number(), new Acknowledgement("A1", List.of(statement)));
    }

    private static CustomerFacts customer(String id) {
        return new CustomerFacts("Customer " + id, id + "@customer.example", null, "en");
    }

    private static Map<String, String> form(Document page, String field, String value) {
        return Map.of("form-token", page.select("input[name=form-token]").val(), field, value);
    }

    private static List<String> names(Staffer who, String path) {
        return rows(who, path).stream().map(row -> row.select("th .cut").text()).toList();
    }

    private static List<Element> rows(Staffer who, String path) {
        List<Element> rows = new ArrayList<>();
        String next = path;
        while (!next.isEmpty()) {
            Document page = who.page(next);
            rows.addAll(page.select("[data-row]"));
            next = page.select("[data-next]").attr("href");
        }
        return rows;
    }
}
