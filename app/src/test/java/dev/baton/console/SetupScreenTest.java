package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.RunningBaton;
import dev.baton.merchants.JoinMerchant;
import dev.baton.merchants.Role;
import dev.baton.platform.MerchantId;
import dev.baton.suppliers.SupplierLanguage;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The checklist over HTTP: what each step says, what its act does, and what it refuses. */
class SetupScreenTest {

    private final RunningBaton baton = RunningBaton.shared();
    private final MerchantId merchant = baton.newMerchant();
    private final Staffer owner = owner();

    private Staffer owner() {
        String email = "owner-" + UUID.randomUUID() + "@example.org";
        baton.bean(JoinMerchant.class).joinAsOwner(merchant, email, ConsoleShop.PASSWORD);
        return new Staffer(baton.baseUrl()).signIn(email, ConsoleShop.PASSWORD);
    }

    @Test
    void aNewMerchantIsToldOnTodayWhatIsNext() {
        assertThat(owner.page("/console").select("[data-setup]").text()).contains("Business");
        Document page = owner.page(SetupPage.PATH);
        assertThat(page.select("[data-step]").eachAttr("data-step"))
                .containsExactly("business", "mail", "store", "products", "supplier", "offers", "live");
        assertThat(page.select("[data-step]:has(> details[open])").attr("data-step"))
                .isEqualTo("business");
        assertThat(state("products")).isEqualTo("WAITING");
        assertThat(state("live")).isEqualTo("WAITING");
    }

    @Test
    void theBusinessIsKeptAndAZoneThatIsNoneIsRefusedWithWhatWasTyped() {
        HttpResponse<String> wrong =
                send("#business-form", Map.of("name", "Hollow Oak", "bookCurrency", "XXXX", "zone", "Europe/Berlin"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        Document again = Jsoup.parse(wrong.body());
        assertThat(again.select("[role=alert]").text()).containsIgnoringCase("currency");
        assertThat(again.select("#business-form [name=name]").val()).isEqualTo("Hollow Oak");

        assertThat(send(
                                "#business-form",
                                Map.of("name", "Hollow Oak", "bookCurrency", "usd", "zone", "America/New_York"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(state("business")).isEqualTo("DONE");
        assertThat(owner.page(SetupPage.PATH).select("#business").text())
                .contains("Hollow Oak, books in USD, clock of America/New_York");
    }

    @Test
    void withoutARelayTheMailStepSaysWhatToStart() {
        assertThat(state("mail")).isEqualTo("NEEDS_YOU");
        assertThat(owner.page(SetupPage.PATH).select("#mail").text()).contains("--smtp-url");
    }

    @Test
    void aStoreThatDoesNotAnswerIsConnectedAndSaysSo() {
        HttpResponse<String> nothing = send("#store-form", Map.of("shopDomain", "acme", "secret", "hush"));
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("Give the access token");

        assertThat(send(
                                "#store-form",
                                Map.of(
                                        "shopDomain",
                                        "https://admin.shopify.com/store/acme",
                                        "token",
                                        "shpat_x",
                                        "secret",
                                        "hush",
                                        "apiBaseUrl",
                                        "http://127.0.0.1:9"))
                        .statusCode())
                .isEqualTo(303);
        Awaitility.await().untilAsserted(() -> assertThat(state("store")).isEqualTo("NEEDS_YOU"));
        Document page = owner.page(SetupPage.PATH);
        assertThat(page.select("[data-store=acme]").text()).contains("acme.myshopify.com");
        assertThat(page.select("#store").text()).contains("does not let Baton in");
        assertThat(page.html()).doesNotContain("shpat_x").doesNotContain("hush");
    }

    @Test
    void aSupplierIsAddedWatchedWithEverythingDefaultedAndOffersArePasted() {
        assertThat(owner.page(SetupPage.PATH)
                        .select("#supplier-form [name=language] option")
                        .eachAttr("value"))
                .as("those there are words in")
                .containsExactlyElementsOf(Stream.of(Locale.getISOLanguages())
                        .filter(SupplierLanguage::isKnown)
                        .toList());
        HttpResponse<String> wrong =
                send("#supplier-form", Map.of("name", "Müller & Söhne", "address", "nobody", "country", "DE"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(wrong.body())
                        .select("#supplier-form [name=address]")
                        .attr("aria-invalid"))
                .isEqualTo("true");
        assertThat(send(
                                "#supplier-form",
                                Map.of(
                                        "name",
                                        "Müller & Söhne",
                                        "address",
                                        "lager@mueller.example",
                                        "country",
                                        "de",
                                        "language",
                                        "de",
                                        "shipping",
                                        "5,90"))
                        .statusCode())
                .isEqualTo(303);
        Document page = owner.page(SetupPage.PATH);
        assertThat(page.select("[data-supplier=muller-sohne]").text())
                .contains("lager@mueller.example", "on its working mornings");
        String preview = page.select("[data-supplier] a").attr("href");
        HttpResponse<String> phone = owner.get(preview);
        assertThat(phone.body()).contains("TEST-ITEM").contains("lang=\"de\"");
        assertThat(phone.headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'");

        assertThat(send("#offers-form", Map.of("rows", "LAMP\tAC-1\ttwelve\t40"))
                        .body())
                .contains("Line 1")
                .contains("is no cost");
        assertThat(send("#offers-form", Map.of("rows", "LAMP\tAC-1\t12.50\t40\nRUG;;8,00;3"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(state("offers")).isEqualTo("DONE");
        HttpResponse<String> twice = send(
                "#supplier-form",
                Map.of("name", "Müller & Söhne", "address", "other@mueller.example", "country", "DE"));
        assertThat(twice.statusCode()).as("what is agreed with it stays").isEqualTo(422);
        assertThat(twice.body()).contains("is there already");
        assertThat(owner.page(SetupPage.PATH)
                        .select("[data-supplier=muller-sohne]")
                        .text())
                .contains("lager@mueller.example");
        assertThat(owner.page("/console/stock").text()).contains("LAMP", "40", "RUG", "3");
        assertThat(state("supplier")).as("a test order is next").isEqualTo("NEEDS_YOU");
    }

    @Test
    void whoLooksOnlySeesTheStepsAndNoForm() {
        String email = "viewer-" + UUID.randomUUID() + "@example.org";
        baton.bean(JoinMerchant.class)
                .accept(
                        baton.bean(dev.baton.merchants.People.class).invite(merchant, email, Role.VIEWER),
                        "",
                        ConsoleShop.PASSWORD);
        Staffer viewer = new Staffer(baton.baseUrl()).signIn(email, ConsoleShop.PASSWORD);
        Document page = viewer.page(SetupPage.PATH);
        assertThat(page.select("main form")).isEmpty();
        assertThat(viewer.post(
                                SetupPage.PATH + "/offers",
                                Map.of(
                                        "form-token",
                                        page.select("input[name=form-token]").val(),
                                        "rows",
                                        "A,B,1,1"))
                        .statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> send(String form, Map<String, String> fields) {
        return owner.send(owner.page(SetupPage.PATH), form, fields);
    }

    private String state(String step) {
        return owner.page(SetupPage.PATH).select("#" + step).attr("data-state");
    }
}
