package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.merchants.Role;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is agreed with a supplier row by row: typed or pasted, a line each, and refused at its field. */
class SupplierTermsTest {

    private final ConsoleShop shop = new ConsoleShop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void byHowMuchItMayAnswerDearerIsAgreedOnItsPage() {
        String path = "/console/suppliers/" + shop.acme.value();
        Staffer ada = shop.asOwner();
        Document before = ada.page(path);
        assertThat(before.select("#prices [name=percent]").val()).isEqualTo("2");
        assertThat(before.select("#prices [name=amount]").val()).isEmpty();
        assertThat(before.select("#prices option[selected]").val()).isEqualTo("ASK");

        assertThat(ada.send(before, "#prices", Map.of("percent", "3,5", "amount", "0.25", "atDeadline", "REFUSE"))
                        .statusCode())
                .isEqualTo(303);

        Document after = ada.page(path);
        assertThat(after.select("#prices [name=percent]").val()).isEqualTo("3.5");
        assertThat(after.select("#prices [name=amount]").val()).isEqualTo("0.25");
        assertThat(after.select("#prices option[selected]").val()).isEqualTo("REFUSE");
        for (Map<String, String> wrong : List.of(
                Map.of("percent", "101"),
                Map.of("percent", "much"),
                Map.of("amount", "-1"),
                Map.of("percent", "1.234"))) {
            assertThat(ada.send(after, "#prices", wrong).statusCode())
                    .as(wrong.toString())
                    .isEqualTo(422);
        }
        assertThat(ada.page(path).select("#prices [name=percent]").val()).isEqualTo("3.5");
    }

    @Test
    void whatHoldsForItsOrdersIsAgreedOnItsPageAndRefusedAtItsField() {
        String path = "/console/suppliers/" + shop.acme.value();
        Staffer ada = shop.asOwner();
        Document before = ada.page(path);
        assertThat(before.select(".facts").text())
                .contains("Carriers any", "Minimum order none", "Returns nothing agreed");

        ada.send(
                before,
                "#orders",
                Map.of("cutOff", "14:00", "minimumOrder", "50,5", "carriers", "united parcel service\nKurier Nord"));
        ada.send(
                before,
                "#returns",
                Map.of(
                        "days", "30",
                        "paidBy", "SUPPLIER",
                        "restockingPercent", "12,5",
                        "address", "Hafenstr. 1\n20457 Hamburg",
                        "note", "Only unopened"));

        Document after = ada.page(path);
        assertThat(after.select(".facts").text())
                .contains(
                        "Cut-off 14:00, by its clock",
                        "Carriers UPS, Kurier Nord",
                        "Minimum order 50.50 EUR",
                        "Returns within 30 days of delivery",
                        "The way back is paid by The supplier",
                        "Restocking fee 12.5 % of the cost",
                        "20457 Hamburg",
                        "Only unopened");
        assertThat(typed(after, "carriers")).isEqualTo("UPS\nKurier Nord");
        assertThat(after.select("#returns option[selected]").val()).isEqualTo("SUPPLIER");
        assertThat(shop.audit("AgreeOrderTerms")).hasSize(1);
        assertThat(shop.audit("AgreeReturnTerms")).hasSize(1);
        for (List<String> wrong : List.of(
                List.of("orders", "cutOff", "03:00"),
                List.of("orders", "cutOff", "noon"),
                List.of("orders", "minimumOrder", "little"),
                List.of("orders", "minimumOrder", "0"),
                List.of("orders", "carriers", "UPS; ups"),
                List.of("returns", "days", "many"),
                List.of("returns", "days", "4000"),
                List.of("returns", "restockingPercent", "101"),
                List.of("returns", "paidBy", "NOBODY"))) {
            HttpResponse<String> refused =
                    ada.send(after, "#" + wrong.getFirst(), Map.of(wrong.get(1), wrong.getLast()));
            assertThat(refused.statusCode()).as(wrong.toString()).isEqualTo(422);
            Document again = org.jsoup.Jsoup.parse(refused.body());
            assertThat(again.select("[aria-invalid=true]").attr("name"))
                    .as(wrong.toString())
                    .isEqualTo(wrong.get(1));
            assertThat(again.select("#" + wrong.getFirst() + "-" + wrong.get(1) + "-wrong")
                            .text())
                    .as(wrong.toString())
                    .isNotEmpty();
        }
        assertThat(shop.as(Role.VIEWER).page(path).select("#orders, #returns")).isEmpty();
    }

    @Test
    void ratesShipMethodsAndDaysOffAreAgreedRowByRow() {
        String path = "/console/suppliers/" + shop.acme.value();
        Staffer ada = shop.asOwner();
        Document before = ada.page(path);
        assertThat(typed(before, "rates")).isEqualTo("*; 30; 5.00");
        Map<String, String> days = Map.of("days", "MONDAY", "live", "yes");

        ada.send(
                before,
                "#supplier-form",
                and(
                        days,
                        Map.of(
                                "rates",
                                "de;5;4,90\nDE; 31.5 kg; 9.90\n*\t10\t19.00",
                                "methods",
                                "Express; ACME-EXP; UPS\n*; ACME-STD;",
                                "holidays",
                                "2026-12-24\n2026-12-25",
                                "fee",
                                "1.50")));

        Document after = ada.page(path);
        assertThat(after.select("[data-rate]").text())
                .contains("Germany", "4.90 EUR", "9.90 EUR", "Every other country", "19.00 EUR");
        assertThat(typed(after, "rates")).isEqualTo("DE; 5; 4.90\nDE; 31.5; 9.90\n*; 10; 19.00");
        assertThat(typed(after, "methods")).isEqualTo("Express; ACME-EXP; UPS\n*; ACME-STD; ");
        assertThat(typed(after, "holidays")).isEqualTo("2026-12-24\n2026-12-25");
        assertThat(after.select(".facts").text()).contains("Free days agreed 2", "Fee per purchase order 1.50 EUR");
        for (Map.Entry<String, String> wrong : Map.of(
                        "rates", "DE; 5; 4.90\nXX; 5; 4.90",
                        "methods", "Express",
                        "holidays", "2026-12-24\nChristmas",
                        "fee", "little")
                .entrySet()) {
            HttpResponse<String> refused =
                    ada.send(after, "#supplier-form", and(days, Map.of(wrong.getKey(), wrong.getValue())));
            assertThat(refused.statusCode()).as(wrong.toString()).isEqualTo(422);
            Document again = org.jsoup.Jsoup.parse(refused.body());
            assertThat(again.select("[aria-invalid=true]").attr("name")).isEqualTo(wrong.getKey());
            assertThat(again.select("#f-" + wrong.getKey() + "-wrong").text()).isNotEmpty();
            assertThat(again.select("[name=" + wrong.getKey() + "]").outerHtml())
                    .contains(wrong.getValue().lines().toList().getLast());
        }
        for (String rates : List.of("DE; 5", "DE; heavy; 4.90", "DE; 5; cheap", "DE; 5; 1\nDE; 5; 2", "DE; 0; 1")) {
            assertThat(ada.send(after, "#supplier-form", and(days, Map.of("rates", rates)))
                            .body())
                    .as(rates)
                    .contains("Line ");
        }
        assertThat(typed(ada.page(path), "rates")).contains("DE; 31.5; 9.90");
        assertThat(new String(
                        ada.bytes(
                                after.select("a[href^=/console/suppliers/slip]").attr("href")),
                        StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
    }

    @Test
    void theMorningsMailIsAgreedAndTakenBack() {
        Staffer ada = shop.asOwner();
        String path = "/console/suppliers/" + shop.acme.value();
        Document before = ada.page(path);
        assertThat(before.select("#digest input[checked]")).isEmpty();

        ada.send(before, "#digest", Map.of("digest", "yes"));
        Document agreed = ada.page(path);
        assertThat(agreed.select("#digest input[name=digest][checked]")).hasSize(1);
        Map<String, String> taken = new java.util.HashMap<>();
        agreed.select("#digest input[type=hidden]").forEach(field -> taken.put(field.attr("name"), field.val()));
        ada.post(agreed.select("#digest").attr("action"), taken);

        assertThat(ada.page(path).select("#digest input[checked]")).isEmpty();
        assertThat(shop.as(Role.VIEWER).page(path).select("#digest")).isEmpty();
    }

    @Test
    void daysOnWhichASupplierIsAskedForItsStockAreAgreed() {
        Staffer ada = shop.asOwner();
        String path = "/console/suppliers/" + shop.acme.value();
        Document before = ada.page(path);
        assertThat(before.select("#stock-checks input[checked]")).isEmpty();

        HttpResponse<String> kept = ada.send(before, "#stock-checks", Map.of("days", "MONDAY", "at", "09:30"));

        Document after = ada.page(kept.headers().firstValue("location").orElseThrow());
        assertThat(after.text()).contains("it is asked for its stock on these days");
        assertThat(after.select("#stock-checks input[checked]").eachAttr("value"))
                .containsExactly("MONDAY");
        assertThat(after.select("#stock-checks [name=at]").val()).isEqualTo("09:30");
        assertThat(ada.send(before, "#stock-checks", Map.of("days", "MONDAY", "at", "early"))
                        .body())
                .contains("Give a time as 09:00");
        ada.send(before, "#stock-checks", Map.of());
        assertThat(ada.page(path).select("#stock-checks input[checked]")).isEmpty();
        assertThat(shop.as(Role.VIEWER).page(path).select("#stock-checks")).isEmpty();
    }

    @Test
    void peopleThereStandBesideWhatWaitsForTheSupplier() {
        Staffer ada = shop.asOwner();
        String path = "/console/suppliers/" + shop.acme.value();
        shop.shop.goods("LAMP", "Desk lamp", shop.acme);
        new StagedTasks(shop).of("purchasing.unanswered", "purchase_order");
        String exception = ada.page("/console/exceptions?kind=purchasing.unanswered")
                .select("[data-row] [data-open]")
                .attr("href");
        assertThat(ada.page(exception).select("[data-contact]")).isEmpty();
        String people = "Petra Jansen; returns; +31 (0)20 123 45 67; petra@acme.example\nWarehouse; ; 030 5550100;";

        HttpResponse<String> kept = ada.send(ada.page(path), "#contacts", Map.of("contacts", people));

        Document after = ada.page(kept.headers().firstValue("location").orElseThrow());
        assertThat(after.select("[data-contact]").eachText())
                .containsExactly(
                        "Petra Jansen returns +31 (0)20 123 45 67 petra@acme.example", "Warehouse 030 5550100");
        assertThat(ada.page(exception).select("[data-contact] a[href^=tel]").eachAttr("href"))
                .containsExactly("tel:+31201234567", "tel:0305550100");
        assertThat(shop.audit("KeepContacts")).hasSize(1);
        for (String wrong : List.of("Petra", "; ; 030 5550100", "Petra; ; ", "Petra; ; none", "Petra; ; ; at home")) {
            assertThat(ada.send(after, "#contacts", Map.of("contacts", wrong)).statusCode())
                    .as(wrong)
                    .isEqualTo(422);
        }
        assertThat(ada.send(after, "#contacts", Map.of("contacts", "A; ; 030 5550100\n".repeat(21)))
                        .statusCode())
                .isEqualTo(422);
        ada.send(after, "#contacts", Map.of("contacts", ""));
        assertThat(ada.page(path).select("[data-contact]")).isEmpty();
    }

    private static String typed(Document page, String field) {
        return Objects.requireNonNull(page.selectFirst("[name=" + field + "]")).wholeText();
    }

    private static Map<String, String> and(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }
}
