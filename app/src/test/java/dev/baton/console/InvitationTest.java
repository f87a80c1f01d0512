package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How somebody comes to work here, over HTTP; there is no mail, so that the link is handed over. */
class InvitationTest {

    private final ConsoleShop shop = new ConsoleShop();
    private final String ben = "ben-" + UUID.randomUUID() + "@example.org";

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void whoIsInvitedChoosesAPasswordAndComesIn() {
        Staffer owner = shop.asOwner();
        String link = invite(owner, ben, "support");
        Staffer invited = shop.stranger();
        Document welcome = invited.page(link);
        assertThat(welcome.select("[name=email]").val()).isEqualTo(ben);

        HttpResponse<String> tooShort = invited.send(welcome, "#welcome", Map.of("password", "short"));
        assertThat(tooShort.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(tooShort.body()).select("[name=password]").attr("aria-invalid"))
                .isEqualTo("true");
        HttpResponse<String> joined = invited.send(welcome, "#welcome", Map.of("password", ConsoleShop.PASSWORD));

        assertThat(joined.headers().firstValue("Location")).contains("/console/sign-in?after=joined");
        invited.signIn(ben, ConsoleShop.PASSWORD);
        assertThat(invited.page("/console").select(".bar__who a").attr("title")).isEqualTo(ben + ", Support");
        assertThat(shop.stranger().get(link).statusCode())
                .as("the link worked once")
                .isEqualTo(410);
    }

    @Test
    void whoHasAPasswordJoinsWithOnePress() {
        ConsoleShop other = new ConsoleShop();
        String link = invite(other.asOwner(), shop.owner, "finance");
        Staffer ada = shop.stranger();
        Document welcome = ada.page(link);
        assertThat(welcome.select("[name=password]")).isEmpty();

        ada.send(welcome, "#welcome", Map.of());

        assertThat(ada.signIn(shop.owner, ConsoleShop.PASSWORD)
                        .page("/console/merchants")
                        .select("[data-merchant]"))
                .hasSize(2);
        other.close();
    }

    @Test
    void anInvitationIsWithdrawn() {
        Staffer owner = shop.asOwner();
        String link = invite(owner, ben, "viewer");
        Document people = owner.page("/console/people");
        assertThat(people.select("[data-invited]")).hasSize(1);

        owner.send(people, "form[action=/console/people/revoke]", Map.of());

        assertThat(owner.page("/console/people").select("[data-invited]")).isEmpty();
        assertThat(shop.stranger().get(link).statusCode()).isEqualTo(410);
    }

    @Test
    void whatIsNoAddressOrNoRoleSaysSoAndKeepsWhatWasTyped() {
        Staffer owner = shop.asOwner();
        Document people = owner.page("/console/people");

        HttpResponse<String> refused = owner.send(people, "#invite", Map.of("email", "nobody", "role", "viewer"));
        assertThat(refused.statusCode()).isEqualTo(422);
        Document again = Jsoup.parse(refused.body());
        assertThat(again.select("[role=alert]").text()).contains("Give an e-mail address");
        assertThat(again.select("#email").val()).isEqualTo("nobody");
        assertThat(owner.send(people, "#invite", Map.of("email", ben, "role", "emperor"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aRoleIsChangedAndTheLastOwnerStays() {
        String email = shop.colleague(dev.baton.merchants.Role.VIEWER);
        Staffer owner = shop.asOwner();
        Document people = owner.page("/console/people");

        owner.send(
                people,
                "[data-row]:contains(" + email + ") form[action=/console/people/role]",
                Map.of("role", "operations"));
        HttpResponse<String> last = owner.send(
                people,
                "[data-row]:contains(" + shop.owner + ") form[action=/console/people/role]",
                Map.of("role", "viewer"));

        assertThat(owner.page("/console/people")
                        .select("[data-row]:contains(" + email + ") option[selected]")
                        .val())
                .isEqualTo("operations");
        assertThat(last.statusCode()).isEqualTo(409);
        assertThat(last.body()).contains("make another person owner first");
    }

    private static String invite(Staffer owner, String email, String role) {
        HttpResponse<String> answer =
                owner.send(owner.page("/console/people"), "#invite", Map.of("email", email, "role", role));
        return Jsoup.parse(answer.body()).select("#invitation-link").text();
    }
}
