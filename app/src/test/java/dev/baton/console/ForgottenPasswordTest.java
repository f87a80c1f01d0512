package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.merchants.ForgottenPassword;
import dev.baton.merchants.JoinMerchant;
import dev.baton.merchants.SignIn;
import dev.baton.merchants.SignInOutcome;
import dev.baton.platform.MerchantId;
import dev.baton.testing.TestBaton;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Whoever forgot the password chooses another by one link, which tells nobody who works here. */
class ForgottenPasswordTest {

    private static final String NEXT = "another battery of horses";

    @Test
    void theMailCarriesALinkThatWorksOnce() {
        TestBaton baton = TestBaton.shared();
        MerchantId merchant = baton.newMerchant();
        String email = "owner-" + UUID.randomUUID() + "@example.org";
        baton.bean(JoinMerchant.class).joinAsOwner(merchant, email, ConsoleShop.PASSWORD);
        ForgottenPassword passwords = baton.bean(ForgottenPassword.class);

        ForgottenPassword.Link link = passwords
                .ask(" " + email.toUpperCase(java.util.Locale.ROOT), "192.0.2.1")
                .orElseThrow();
        assertThat(baton.bean(MailReset.class).isSetUp()).isTrue();
        baton.bean(MailReset.class).plan(link);
        baton.runDue();

        String mail = baton.relay().messages().stream()
                .filter(each -> each.contains(email))
                .map(each -> each.replace("=\n", "").replace("=3D", "="))
                .findFirst()
                .orElseThrow();
        assertThat(mail).contains("Choose another password", TestBaton.PUBLIC_URL + "/console/reset/" + link.token());
        passwords.choose(link.token(), NEXT);
        assertThat(passwords.isOpen(link.token())).isFalse();
        assertThat(signsIn(baton, email, NEXT)).isTrue();
        assertThat(signsIn(baton, email, ConsoleShop.PASSWORD)).isFalse();
    }

    @Test
    void nobodyElseGetsALinkAndNobodyGetsMany() {
        TestBaton baton = TestBaton.shared();
        MerchantId merchant = baton.newMerchant();
        String email = "owner-" + UUID.randomUUID() + "@example.org";
        baton.bean(JoinMerchant.class).joinAsOwner(merchant, email, ConsoleShop.PASSWORD);
        ForgottenPassword passwords = baton.bean(ForgottenPassword.class);
        String from = "198.51.100." + Math.floorMod(merchant.value().getLeastSignificantBits(), 250);

        assertThat(passwords.ask("nobody-" + UUID.randomUUID() + "@example.org", from))
                .isEmpty();
        for (int i = 0; i < 3; i++) {
            assertThat(passwords.ask(email, from)).isPresent();
        }
        assertThat(passwords.ask(email, from))
                .as("the fourth in a quarter of an hour")
                .isEmpty();
        baton.clock().advance(Duration.ofMinutes(16));
        ForgottenPassword.Link late = passwords.ask(email, from).orElseThrow();
        baton.clock().advance(ForgottenPassword.LINK_VALID.plusSeconds(1));
        assertThat(passwords.isOpen(late.token())).as("too old").isFalse();
    }

    @Test
    void choosingSignsOutEverywhereAndEndsAllOtherLinks() {
        ConsoleShop shop = new ConsoleShop();
        Staffer ada = shop.asOwner();
        ForgottenPassword passwords = shop.baton.bean(ForgottenPassword.class);
        ForgottenPassword.Link one = passwords.ask(shop.owner, "203.0.113.7").orElseThrow();
        ForgottenPassword.Link other = passwords.ask(shop.owner, "203.0.113.7").orElseThrow();
        Staffer stranger = shop.stranger();
        String path = "/console/reset/" + one.token();

        Document page = stranger.page(path);
        assertThat(stranger.page(path).select("#reset"))
                .as("looking twice uses nothing up")
                .isNotEmpty();
        HttpResponse<String> tooShort = stranger.send(page, "#reset", Map.of("password", "short"));
        assertThat(tooShort.statusCode()).isEqualTo(422);
        assertThat(ada.get("/console").statusCode()).isEqualTo(200);

        HttpResponse<String> chosen = stranger.send(page, "#reset", Map.of("password", NEXT));

        assertThat(chosen.headers().firstValue("Location")).hasValue("/console/sign-in?after=reset");
        assertThat(ada.get("/console").statusCode()).as("signed out").isEqualTo(303);
        assertThat(stranger.get(path).statusCode()).isEqualTo(410);
        assertThat(stranger.get("/console/reset/" + other.token()).statusCode()).isEqualTo(410);
        assertThat(stranger.get("/console/reset/nothing").statusCode()).isEqualTo(410);
        shop.stranger().signIn(shop.owner, NEXT);
        shop.close();
    }

    @Test
    void everyAddressIsAnsweredAlike() {
        ConsoleShop shop = new ConsoleShop();
        Staffer stranger = shop.stranger();
        Document page = stranger.page("/console/forgotten");
        assertThat(stranger.page("/console/sign-in").select("a[href=/console/forgotten]"))
                .isNotEmpty();
        String token = stranger.page("/console/sign-in")
                .select("input[name=form-token]")
                .val();
        assertThat(page.text()).as("no mail leaves this one").contains("can send no mail");

        for (String email : new String[] {shop.owner, "nobody@example.org", "", "x".repeat(400)}) {
            HttpResponse<String> answer =
                    stranger.post("/console/forgotten", Map.of("form-token", token, "email", email));
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).hasValue("/console/forgotten?done=asked");
        }
        shop.close();
    }

    private static boolean signsIn(TestBaton baton, String email, String password) {
        return baton.bean(SignIn.class).open(email, password, new SignIn.Visitor("test", "192.0.2.1"))
                instanceof SignInOutcome.Opened;
    }
}
