package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.merchants.JoinMerchant;
import dev.baton.merchants.Role;
import dev.baton.platform.MerchantId;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The way in, over HTTP. */
class SignInScreenTest {

    private final ConsoleShop shop = new ConsoleShop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void thePersonComesInWorksAndGoesOut() {
        Staffer ada = shop.stranger();

        assertThat(ada.get("/console/orders?state=sent").headers().firstValue("Location"))
                .contains("/console/sign-in?to=%2Fconsole%2Forders%3Fstate%3Dsent");
        Document entry = ada.page("/console/sign-in?to=%2Fconsole%2Forders%3Fstate%3Dsent");
        HttpResponse<String> in =
                ada.send(entry, "#sign-in", Map.of("email", shop.owner, "password", ConsoleShop.PASSWORD));
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(in.headers().firstValue("Location")).contains("/console/orders?state=sent");
        assertThat(in.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("baton_staff=", "HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure");
        Document today = ada.page("/console");
        assertThat(today.select(".bar__home").text()).isEqualTo("Test merchant");
        assertThat(ada.get("/console/sign-in").statusCode()).as("is in already").isEqualTo(303);

        assertThat(ada.send(today, "form[action=/console/sign-out]", Map.of()).statusCode())
                .isEqualTo(303);

        assertThat(ada.get("/console").headers().firstValue("Location")).contains("/console/sign-in?to=%2Fconsole");
    }

    @Test
    void leadsToNoPageButOurOwn() {
        for (String to :
                new String[] {"//evil.example", "https://evil.example/console", "/console\\..\\x", "/o/x", ""}) {
            Staffer ada = shop.stranger();
            Document entry = ada.page("/console/sign-in");
            HttpResponse<String> in = ada.send(
                    entry, "#sign-in", Map.of("email", shop.owner, "password", ConsoleShop.PASSWORD, "to", to));
            assertThat(in.headers().firstValue("Location")).as(to).contains("/console");
        }
    }

    @Test
    void anUnknownAddressAndAWrongPasswordReadTheSame() {
        Staffer eve = shop.stranger();
        Document entry = eve.page("/console/sign-in");

        HttpResponse<String> wrong =
                eve.send(entry, "#sign-in", Map.of("email", shop.owner, "password", "wrong horse battery"));
        HttpResponse<String> unknown =
                eve.send(entry, "#sign-in", Map.of("email", "x" + shop.owner, "password", "wrong horse battery"));

        assertThat(wrong.statusCode()).isEqualTo(401).isEqualTo(unknown.statusCode());
        assertThat(unknown.body().replace("x" + shop.owner, shop.owner)).isEqualTo(wrong.body());
        assertThat(wrong.headers().map().keySet())
                .isEqualTo(unknown.headers().map().keySet());
    }

    @Test
    void tooManyTriesSaySo() {
        Staffer eve = shop.stranger();
        Document entry = eve.page("/console/sign-in");
        for (int i = 0; i < 10; i++) {
            eve.send(entry, "#sign-in", Map.of("email", "y" + shop.owner, "password", "wrong"));
        }
        HttpResponse<String> last = eve.send(entry, "#sign-in", Map.of("email", "y" + shop.owner, "password", "wrong"));

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.body()).contains("tried too often");
        shop.baton.clock().advance(java.time.Duration.ofMinutes(16));
    }

    @Test
    void aFormWithoutItsTokenOrOfAnotherSiteDoesNothing() {
        Staffer ada = shop.asOwner();
        String token = ada.page("/console").select("input[name=form-token]").val();

        assertThat(ada.post("/console/sign-out", Map.of()).statusCode()).isEqualTo(403);
        assertThat(ada.post("/console/sign-out", Map.of("form-token", "x")).statusCode())
                .isEqualTo(403);
        assertThat(ada.post("/console/sign-out", Map.of("form-token", token), "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(shop.stranger()
                        .post("/console/sign-in", Map.of("email", shop.owner, "password", "x"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(ada.get("/console").statusCode()).as("still in").isEqualTo(200);
        assertThat(ada.post("/console/sign-out", Map.of("form-token", token)).statusCode())
                .isEqualTo(303);
    }

    @Test
    void everyAnswerIsGuardedRefusalsIncluded() {
        Staffer ada = shop.asOwner();
        for (HttpResponse<String> answer : List.of(
                ada.get("/console"),
                ada.get("/console/nothing"),
                shop.stranger().get("/console/sign-in"),
                shop.stranger().get("/console"),
                ada.post("/console/sign-out", Map.of()),
                shop.stranger().get("/welcome/nothing"))) {
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
            assertThat(answer.body()).doesNotContain("style=\"", "onclick", "<style");
        }
    }

    @Test
    void sessionsAreListedAndEnded() {
        Staffer desk = shop.asOwner();
        Staffer phone = shop.asOwner();
        Staffer tablet = shop.asOwner();
        Document account = desk.page("/console/account");
        assertThat(account.select("[data-session]")).hasSize(3);
        assertThat(account.select("[data-session]:contains(this one)")).hasSize(1);

        desk.send(account, "form[action=/console/account/end]", Map.of());
        assertThat(desk.page("/console/account").select("[data-session]")).hasSize(2);
        assertThat(phone.get("/console").statusCode() + tablet.get("/console").statusCode())
                .as("one is out")
                .isEqualTo(200 + 303);
        desk.send(desk.page("/console/account"), "form[action=/console/account/end-others]", Map.of());

        assertThat(phone.get("/console").statusCode()).isEqualTo(303);
        assertThat(tablet.get("/console").statusCode()).isEqualTo(303);
        assertThat(desk.get("/console").statusCode()).isEqualTo(200);
    }

    @Test
    void anotherPasswordIsChosen() {
        String email = shop.colleague(Role.SUPPORT);
        Staffer ben = shop.stranger().signIn(email, ConsoleShop.PASSWORD);
        Document account = ben.page("/console/account");

        HttpResponse<String> refused =
                ben.send(account, "#password-form", Map.of("present", "wrong", "password", "a new good password"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("[name=present]").attr("aria-invalid"))
                .isEqualTo("true");
        ben.send(account, "#password-form", Map.of("present", ConsoleShop.PASSWORD, "password", "a new good password"));

        assertThat(shop.stranger()
                        .signIn(email, "a new good password")
                        .get("/console")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoWorksForTwoChoosesFirstAndSwitches() {
        MerchantId second = shop.baton.newMerchant();
        shop.baton.bean(JoinMerchant.class).joinAsOwner(second, shop.owner, ConsoleShop.PASSWORD);
        Staffer ada = shop.asOwner();

        assertThat(ada.get("/console").headers().firstValue("Location")).contains("/console/merchants");
        Document choice = ada.page("/console/merchants");
        assertThat(choice.select("[data-merchant]")).hasSize(2);
        HttpResponse<String> chosen = ada.send(
                choice,
                "form[action=/console/merchants]",
                Map.of("merchant", second.value().toString()));
        assertThat(chosen.statusCode()).isEqualTo(303);

        assertThat(ada.page("/console").select("a:contains(Switch)")).hasSize(1);
        assertThat(ada.page("/console/people").select("[data-row]")).hasSize(1);
        MerchantId foreign = shop.baton.newMerchant();
        assertThat(ada.send(
                                choice,
                                "form[action=/console/merchants]",
                                Map.of("merchant", foreign.value().toString()))
                        .statusCode())
                .isEqualTo(404);
    }
}
