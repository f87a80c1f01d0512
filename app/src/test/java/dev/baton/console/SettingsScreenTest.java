package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.merchants.Keys;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.MerchantSettings;
import dev.baton.merchants.Role;
import dev.baton.merchants.SetSettings;
import dev.baton.notifications.PreviewMails;
import dev.baton.platform.Tenancy;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The settings over HTTP: what is saved holds, what is wrong is said, and each role does what is its. */
class SettingsScreenTest {

    private final ConsoleShop shop = new ConsoleShop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void theBusinessAndItsPoliciesAreSaved() {
        Staffer ada = shop.asOwner();
        Document page = ada.page("/console/settings");

        ada.send(page, "#business", Map.of("name", "Lamps & more", "bookCurrency", "eur", "zone", "Europe/Vienna"));
        ada.send(
                page,
                "#policies",
                Map.of(
                        "valueLimit", "250.50",
                        "marginFloor", "12.5",
                        "blockedCountries", "ru, by",
                        "graceMinutes", "15",
                        "maxReroutes", "2"));

        MerchantSettings now = settings();
        assertThat(now.name()).isEqualTo("Lamps & more");
        assertThat(now.zone().getId()).isEqualTo("Europe/Vienna");
        assertThat(now.valueLimitMinor()).isEqualTo(25_050);
        assertThat(now.marginFloorBps()).isEqualTo(1_250);
        assertThat(now.blockedCountries()).isEqualTo(Set.of("RU", "BY"));
        assertThat(now.graceSeconds()).isEqualTo(900);
        assertThat(ada.page("/console/settings")
                        .select("input[name=valueLimit]")
                        .val())
                .isEqualTo("250.50");
    }

    @Test
    void aGraceAgreedToTheSecondStaysWhereItsMinutesAreNotChanged() {
        Staffer ada = shop.asOwner();
        MerchantSettings now = settings();
        SetSettings set = shop.baton.bean(SetSettings.class);
        set.set(
                shop.merchant,
                new MerchantSettings(
                        now.name(),
                        now.bookCurrency(),
                        now.zone(),
                        now.valueLimitMinor(),
                        now.maySplitLines(),
                        now.splitPenaltyMinor(),
                        now.maxReroutes(),
                        now.duplicateWindowHours(),
                        now.customerAnswerHours(),
                        90,
                        now.blockedCountries(),
                        now.requireDataPermission(),
                        now.holdUnpaid(),
                        now.marginFloorBps()));

        ada.send(ada.page("/console/settings"), "#policies", Map.of("maxReroutes", "2"));

        assertThat(settings().graceSeconds()).isEqualTo(90);
        assertThat(settings().maxReroutes()).isEqualTo(2);
    }

    @Test
    void whatIsWrongIsSaidAndChangesNothing() {
        Staffer ada = shop.asOwner();
        MerchantSettings before = settings();
        for (Map.Entry<String, String> wrong : Map.of(
                        "valueLimit", "much",
                        "maxReroutes", "101",
                        "blockedCountries", "Narnia",
                        "marginFloor", "half",
                        "graceMinutes", "-1")
                .entrySet()) {
            HttpResponse<String> answer =
                    ada.send(ada.page("/console/settings"), "#policies", Map.of(wrong.getKey(), wrong.getValue()));
            assertThat(answer.statusCode()).as(wrong.toString()).isEqualTo(422);
            assertThat(answer.body()).contains("role=\"alert\"");
        }
        assertThat(settings()).isEqualTo(before);
    }

    @Test
    void aBrandIsMadeChangedAndSeen() {
        Staffer ada = shop.asOwner();
        Document fresh = ada.page("/console/settings/brands/one");
        Map<String, String> brand = Map.of(
                "code",
                "lux",
                "name",
                "Lux",
                "senderName",
                "Team Lux",
                "accentColour",
                "#0b3d91",
                "inkOnAccent",
                "#ffffff");

        HttpResponse<String> pale = ada.send(fresh, "#brand", plus(brand, "inkOnAccent", "#0b3d91"));
        assertThat(pale.statusCode()).isEqualTo(422);
        assertThat(pale.body()).contains("hard to read", "value=\"Team Lux\"");
        ada.send(fresh, "#brand", brand);

        assertThat(ada.page("/console/settings/brands").select("[data-key=lux]").text())
                .contains("Lux", "Team Lux");
        Document one = ada.page("/console/settings/brands/one?code=lux");
        HttpResponse<String> preview =
                ada.get(one.select(".card a[target=_blank]").attr("href"));
        assertThat(preview.body()).contains("#0b3d91", "1Z999AA10123456784", "Ada Muster");
        assertThat(preview.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("sandbox", "default-src 'none'")
                .doesNotContain("script-src");
        assertThat(ada.get("/console/settings/brands/one?code=nobody").statusCode())
                .isEqualTo(404);
    }

    @Test
    void everyMailIsShownInEveryLanguage() {
        Staffer ada = shop.asOwner();
        for (String language : List.of("en", "de", "es", "fr")) {
            Document page = ada.page("/console/settings/messages?brand=main&language=" + language);
            assertThat(page.select("[data-message]")).as(language).hasSize(PreviewMails.TEMPLATES.size());
            for (String path : page.select("[data-message] a[target=_blank]").eachAttr("href")) {
                assertThat(ada.get(path).statusCode()).as(path).isEqualTo(200);
            }
        }
        Document page = ada.page("/console/settings/messages?brand=main");
        HttpResponse<String> test = ada.send(page, "[data-message=shipped] form", Map.of());
        assertThat(test.statusCode()).as("no relay here").isEqualTo(409);
        assertThat(test.body()).contains("No mail relay is set up");
        assertThat(ada.get("/console/settings/messages/preview?brand=main&language=en&mail=nothing")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aKeyIsShownOnceAndEnds() {
        Staffer ada = shop.asOwner();
        Document page = ada.page("/console/settings/keys");
        assertThat(ada.send(page, "#make", Map.of("name", "warehouse")).statusCode())
                .as("no scope")
                .isEqualTo(422);

        Document made = org.jsoup.Jsoup.parse(
                ada.send(page, "#make", Map.of("name", "warehouse", "scope-stock", "yes", "scope-read", "yes"))
                        .body());

        String key = made.select("#fresh-key").text();
        assertThat(shop.baton.bean(Keys.class).authenticate(key)).isPresent();
        Document list = ada.page("/console/settings/keys");
        assertThat(list.select("#fresh-key")).isEmpty();
        assertThat(list.select("[data-row]:contains(warehouse)").text()).contains("read, stock");
        Document mine = list;
        assertThat(ada.send(mine, "[data-row]:contains(warehouse) form", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(shop.baton.bean(Keys.class).authenticate(key)).as("at once").isEmpty();
        assertThat(ada.page("/console/settings/keys").select("[data-row]:contains(warehouse)"))
                .isEmpty();
        assertThat(ada.send(mine, "[data-row]:contains(warehouse) form", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void eachRoleSeesAndChangesWhatIsIts() {
        Staffer finance = shop.as(Role.FINANCE);
        Document theirs = finance.page("/console/settings");
        assertThat(theirs.select("#policies button")).isEmpty();
        assertThat(theirs.select("a[href=/console/settings/keys]")).isEmpty();
        String token = theirs.select("input[name=form-token]").val();
        for (String path : List.of(
                "/console/settings/business",
                "/console/settings/policies",
                "/console/settings/keys",
                "/console/settings/brands/one",
                "/console/settings/messages/test")) {
            assertThat(finance.post(path, Map.of("form-token", token)).statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(shop.as(Role.VIEWER).get("/console/settings").statusCode()).isEqualTo(403);
    }

    private static Map<String, String> plus(Map<String, String> fields, String field, String value) {
        Map<String, String> more = new java.util.HashMap<>(fields);
        more.put(field, value);
        return more;
    }

    private MerchantSettings settings() {
        return shop.baton
                .bean(Tenancy.class)
                .inTransaction(
                        shop.merchant,
                        () -> shop.baton.bean(MerchantLookup.class).settings(shop.merchant));
    }
}
