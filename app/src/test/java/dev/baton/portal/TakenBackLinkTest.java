package dev.baton.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.RunningBaton;
import dev.baton.platform.Audit;
import dev.baton.platform.Problem;
import dev.baton.portal.PortalShop.Reply;
import dev.baton.purchasing.AskFreshLink;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.TakeBackLinks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A link the merchant took back says so, does nothing and mails nothing; one made since works. */
class TakenBackLinkTest {

    private final PortalShop shop = new PortalShop("en");

    @BeforeEach
    void goods() {
        shop.goods("LAMP", "Desk lamp", true);
        shop.mailsCustomers();
    }

    @Test
    void saysSoAndWhomToWriteToAndDoesAndMailsNothing() {
        PurchaseOrderView order = shop.sent("1", "LAMP×2");
        String old = shop.link(order);
        Reply before = shop.get(old);

        assertThat(takeBack(order, 0)).isTrue();

        Reply page = shop.get(old);
        assertThat(page.status()).isEqualTo(410);
        assertThat(page.text()).contains("This link was taken back", "write to hello@northlight.example");
        assertThat(page.response().body()).doesNotContain("Ada", "S-LAMP", order.number());
        assertThat(page.page().select("form, button")).isEmpty();
        assertThat(shop.submit(before, "accept", Map.of()).status()).isEqualTo(410);
        assertThat(shop.get(old + "?print=slip").status()).isEqualTo(410);
        Reply fresh = shop.post(old + "/fresh", Map.of(), Map.of());
        assertThat(fresh.status()).isEqualTo(410);
        assertThat(fresh.text()).contains("taken back");
        assertThat(shop.get(old + "?done=fresh").text()).doesNotContain("on its way");
        assertThat(letters(shop)).isZero();
        assertThat(shop.order(order.number()).status()).isEqualTo(order.status());
    }

    @Test
    void oneThatWasMadeSinceWorksAndNoneOfAnotherPurchaseOrderIsTouched() {
        PurchaseOrderView order = shop.sent("1", "LAMP×2");
        PurchaseOrderView other = shop.sent("2", "LAMP×1");
        String others = shop.link(other);
        takeBack(order, 0);

        Reply page = shop.get(shop.link(order));

        assertThat(page.status()).isEqualTo(200);
        shop.follow(shop.submit(page, "accept", Map.of()));
        assertThat(shop.order(order.number()).status()).isEqualTo(PurchaseOrderStatus.ACKNOWLEDGED);
        assertThat(shop.get(others).status()).isEqualTo(200);
    }

    @Test
    void twoTapsTakeBackOnceAndItIsWrittenDown() {
        PurchaseOrderView order = shop.sent("1", "LAMP×2");

        assertThat(takeBack(order, 0)).isTrue();
        String since = shop.link(order);
        assertThat(takeBack(order, 0)).as("the second tap").isFalse();

        assertThat(shop.get(since).status()).as("made between the taps").isEqualTo(200);
        assertThat(acts(shop, order)).containsOnlyOnce("TakeBackLinks");
        assertThat(takeBack(order, 1)).isTrue();
        assertThat(shop.get(since).status()).isEqualTo(410);
        assertThat(takeBack(order, 1)).isFalse();
    }

    @Test
    void noneIsTakenBackBeforeThereIsOne() {
        PurchaseOrderView issued = shop.ordered("1", "LAMP×2").getFirst();
        if (issued.status() == PurchaseOrderStatus.ISSUED) {
            assertThatThrownBy(() -> takeBack(issued, 0))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("No link to " + issued.number());
            assertThatThrownBy(() -> send(issued)).isInstanceOf(Problem.class);
        }
        assertThatThrownBy(() -> takeBack(shop.begin(issued), 255))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("cannot be taken back any more");
    }

    @Test
    void staffSendANewOneOnceInTenMinutesUnlessItWasTakenBackInBetween() {
        PortalShop theirs = new PortalShop(RunningBaton.mailing(), "links@acme.example", "en");
        theirs.goods("LAMP", "Desk lamp", false);
        PurchaseOrderView order = theirs.sent("1", "LAMP×2");
        AskFreshLink fresh = theirs.baton.bean(AskFreshLink.class);
        fresh.ask(theirs.merchant, order.id());
        fresh.ask(theirs.merchant, order.id());
        assertThat(letters(theirs)).isEqualTo(1);

        theirs.baton.clock().advance(Duration.ofSeconds(1));
        theirs.baton.bean(TakeBackLinks.class).takeBack(theirs.merchant, order.id(), 0);
        theirs.baton.clock().advance(Duration.ofSeconds(1));
        fresh.ask(theirs.merchant, order.id());
        fresh.ask(theirs.merchant, order.id());

        assertThat(letters(theirs)).isEqualTo(2);
        assertThat(acts(theirs, order)).contains("AskFreshLink");
    }

    @Test
    void noneIsSentWhereNobodyOutsideReachesThisBaton() {
        PurchaseOrderView order = shop.sent("1", "LAMP×2");

        assertThatThrownBy(() -> send(order)).isInstanceOf(Problem.class).hasMessageContaining("no public address");
        assertThat(letters(shop)).isZero();
    }

    @Test
    void aMailThatWasAskedForBeforeDoesNotLeave() {
        PurchaseOrderView order = shop.sent("1", "LAMP×2");
        Instant before = shop.baton.clock().instant();
        shop.baton.clock().advance(Duration.ofSeconds(1));
        takeBack(order, 0);
        shop.baton.clock().advance(Duration.ofSeconds(1));

        assertThat(isOvertaken(order, before)).isTrue();
        assertThat(isOvertaken(order, shop.baton.clock().instant())).isFalse();
    }

    private boolean isOvertaken(PurchaseOrderView order, Instant askedAt) {
        Letters.Row letter = new Letters.Row(
                order.id().value(),
                Letters.Kind.FRESH_LINK,
                order.supplier(),
                order.id(),
                null,
                null,
                askedAt,
                askedAt.plusSeconds(60));
        return shop.in(() -> shop.baton.bean(LetterText.class).isOvertaken(shop.merchant, letter));
    }

    @ParameterizedTest
    @CsvSource({
        "de, Dieser Link wurde zurückgenommen, schreiben Sie an",
        "fr, Ce lien a été repris, écrivez à",
        "es, Este enlace fue retirado, escriba a"
    })
    void saysItInTheSuppliersLanguage(String language, String title, String write) {
        PortalShop theirs = new PortalShop(language);
        theirs.goods("LAMP", "Desk lamp", false);
        theirs.mailsCustomers();
        PurchaseOrderView order = theirs.sent("1", "LAMP×1");
        String old = theirs.link(order);
        theirs.baton.bean(TakeBackLinks.class).takeBack(theirs.merchant, order.id(), 0);

        assertThat(theirs.get(old).text()).contains(title, write + " hello@northlight.example");
    }

    private boolean takeBack(PurchaseOrderView order, int shown) {
        return shop.baton.bean(TakeBackLinks.class).takeBack(shop.merchant, order.id(), shown);
    }

    private void send(PurchaseOrderView order) {
        shop.baton.bean(AskFreshLink.class).ask(shop.merchant, order.id());
    }

    private static List<String> acts(PortalShop shop, PurchaseOrderView order) {
        return shop.in(() -> shop
                .baton
                .bean(Audit.class)
                .of(shop.merchant, List.of(order.id().value()), 100)
                .stream()
                .map(Audit.AuditLine::act)
                .toList());
    }

    private static long letters(PortalShop shop) {
        return shop.in(() -> shop.baton
                .bean(JdbcClient.class)
                .sql("select count(*) from portal_letter")
                .query(Long.class)
                .single());
    }
}
