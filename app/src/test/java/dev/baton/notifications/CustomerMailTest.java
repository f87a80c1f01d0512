package dev.baton.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.merchants.MailSender;
import dev.baton.merchants.MessageKind;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.SalesOrderId;
import dev.baton.testing.CustomersShop;
import dev.baton.testing.TestShop;
import dev.baton.tracking.ScanCode;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What mails to customers say, and to whom. */
class CustomerMailTest extends MailedOrders {

    @Test
    void confirmsAnOrderToItsCustomerInTheBrandsNameAndTheCustomersLanguage() {
        SalesOrderId order = place(shop, "c1", "de-AT", "LAMP×2", "BULB×1");

        MailText mail = last("c1");
        assertThat(raw("c1").getLast())
                .contains("X-Baton-Message: order.confirmed", "X-Baton-Order: #c1", "Auto-Submitted: auto-generated");
        assertThat(mail.from()).contains("Team of blue" + tag, "post@blue" + tag + ".example");
        assertThat(mail.replyTo()).isEqualTo("people@blue" + tag + ".example");
        assertThat(mail.subject()).isEqualTo("Bestellung #c1: vielen Dank");
        assertThat(mail.html()).contains("data-item=\"c1-1\"", "data-item=\"c1-2\"", "data-action=\"track\"");
        assertThat(mail.text()).contains("2 × ", "https://baton.example/o/");
        assertThat(newest(order).state()).isEqualTo(MessageState.SENT);
        assertThat(newest(order).template()).isEqualTo("order.confirmed");
        assertThat(newest(order).language()).isEqualTo("de");
        assertThat(openMails()).isZero();
    }

    @Test
    void fallsBackToTheBrandsLanguage() {
        place(shop, "c2", "zh-TW", "LAMP×1");
        place(shop, "c3", null, "LAMP×1");

        assertThat(last("c2").subject()).isEqualTo("Order #c2: thank you");
        assertThat(last("c3").subject()).isEqualTo("Order #c3: thank you");
    }

    @Test
    void tellsOfAPartShipmentWhatCameAndWhatIsToCome() {
        SalesOrderId order = place("p1", "LAMP×2", "BULB×1");
        shop.ship(order, "ups", ONE, 1);
        gathered();

        MailText mail = last("p1");
        assertThat(raw("p1").getLast()).contains("X-Baton-Message: order.part_shipped");
        assertThat(mail.text())
                .contains(
                        "On its way:\n  1 × Title of LAMP", "Still to come:\n  1 × Title of LAMP\n  1 × Title of BULB")
                .contains("UPS, tracking number " + ONE);
        assertThat(mail.html()).contains("data-item=\"p1-1\"").doesNotContain("data-item=\"p1-2\"");

        shop.ship(order, "ups", TWO, 1, 1);
        gathered();
        assertThat(raw("p1").getLast()).contains("X-Baton-Message: order.shipped");
        assertThat(raw("p1")).hasSize(3);
    }

    @Test
    void saysNothingOfSuppliersAndCosts() {
        SalesOrderId order = place("s1", "LAMP×2");
        shop.ship(order, "SECRETSUPPLIER express", ONE, 2);
        gathered();

        assertThat(mails("s1"))
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.html() + mail.text() + mail.subject())
                        .doesNotContainIgnoringCase("SECRETSUPPLIER")
                        .doesNotContain("7.77", "7,77", "S-LAMP"));
    }

    @Test
    @DisplayName("Sub-orders as copies of orders: duplicate mails, reports and stock (Knawat, Vendure)")
    void gathersWhatLeavesWithinTheWindowInOneMail() {
        SalesOrderId order = place("g1", "LAMP×2", "BULB×1");
        shop.ship(order, "ups", ONE, 2);
        road.later(Duration.ofSeconds(60));
        shop.ship(order, "ups", TWO, 0, 1);
        gathered();

        assertThat(raw("g1")).hasSize(2);
        assertThat(raw("g1").getLast()).contains("X-Baton-Message: order.shipped");
        assertThat(last("g1").text()).contains("2 × Title of LAMP", "1 × Title of BULB", ONE, TWO);
    }

    @Test
    void tellsOfDeliveryAndWhatStillMoves() {
        SalesOrderId order = place("d1", "LAMP×1", "BULB×1");
        shop.ship(order, "ups", ONE, 1);
        shop.ship(order, "ups", TWO, 0, 1);
        gathered();
        shop.scan(ONE, ScanCode.DELIVERED, 1, null, null);
        road.work();
        shop.scan(ONE, ScanCode.DELIVERED, 1, null, null);
        gathered();

        assertThat(raw("d1").getLast()).contains("X-Baton-Message: order.delivered");
        assertThat(last("d1").text()).contains("Delivered:\n  1 × Title of LAMP", "On its way:\n  1 × Title of BULB");
        assertThat(raw("d1")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "en,Part of Tea for two",
        "de,Teil von Tea for two",
        "fr,Fait partie de Tea for two",
        "es,Parte de Tea for two"
    })
    void namesTheSetThatPartsBelongTo(String language, String words) {
        shop.goods("CUP", "Cup", acme);
        shop.goods("POT", "Pot", acme);
        shop.set("TEA", "Tea set in the catalogue", "CUP×2", "POT×1");
        SalesOrderId order = place(shop, "b-" + language, language, "LAMP×1", "TEA|Tea for two×1");

        assertThat(last("b-" + language).text())
                .contains("  1 × Title of LAMP\n  " + words + ":\n    2 × Cup\n    1 × Pot\n");

        shop.ship(order, "ups", ONE, 1, 1);
        gathered();
        MailText shipped = last("b-" + language);
        assertThat(shipped.text())
                .contains("  1 × Title of LAMP\n  " + words + ":\n    1 × Cup\n")
                .contains("  " + words + ":\n    1 × Cup\n    1 × Pot\n");
        Document html = Jsoup.parse(shipped.html());
        assertThat(html.select("tr[data-set]").eachText()).containsExactly(words, words);
        assertThat(html.select("tr[data-set] + tr[data-item] [data-title]").text())
                .isEqualTo("Cup");
        assertThat(html.select("tr[data-set] + tr[data-rest]").text()).isEqualTo("Cup 1 ×");
        assertThat(shipped.html()).doesNotContain("Tea set in the catalogue");
    }

    @Test
    void tellsOfEachCancelledUnitOnce() {
        SalesOrderId order = shop.place(
                "x1", new CustomerFacts("Ada Muster", address("x1"), null, "en"), TestShop.BERLIN, "LAMP×3", "BULB×1");
        shop.cancel(order, 0, 1);
        gathered();
        assertThat(raw("x1").getLast()).contains("X-Baton-Message: order.part_cancelled");
        assertThat(last("x1").text()).contains("Cancelled:\n  1 × Title of LAMP");

        int before = raw("x1").size();
        shop.cancel(order, -1, 0);
        gathered();
        assertThat(raw("x1").size()).isLessThanOrEqualTo(before + 1);
    }

    @Test
    void tellsOfAWholeOrderCancelledBeforeItWasSent() {
        SalesOrderId order =
                shop.place("x2", new CustomerFacts("Ada Muster", address("x2"), null, "en"), TestShop.BERLIN, "LAMP×1");
        shop.cancel(order, -1, 0);
        gathered();

        assertThat(raw("x2").getLast()).contains("X-Baton-Message: order.cancelled");
        assertThat(last("x2").text()).contains("Nothing of order #x2 will come.");
        assertThat(messages(order)).extracting(Message::kind).contains(MessageKind.CANCELLED);
    }

    @Test
    void tellsOfARefundOnceHoweverOftenTheStoreTellsOfIt() {
        place("r1", "LAMP×1");
        road.baton.clock().advance(Duration.ofMinutes(1));
        shop.refund("r1", "rf-1", 12_50);
        road.work();
        road.baton.clock().advance(Duration.ofMinutes(1));
        shop.refund("r1", "rf-2", 3_00);
        road.work();

        assertThat(raw("r1")).hasSize(3);
        assertThat(mails("r1").get(1).subject()).isEqualTo("Order #r1: refund of €12.50");
        assertThat(mails("r1").get(2).text()).contains("€3.00");
        assertThat(raw("r1").getLast()).contains("X-Baton-Message: order.refunded");
    }

    @Test
    void leavesTheCustomerToTheStoreWhereTheStoreMails() {
        CustomersShop quiet = shop("quiet" + tag, "#000000", MailSender.STORE, true);
        SalesOrderId order = place(quiet, "q1", "en", "LAMP×1");

        assertThat(messages(order)).isEmpty();
        assertThat(raw("q1")).isEmpty();
    }

    @Test
    void showsNothingOfAnotherBrand() {
        CustomersShop red = shop("red" + tag, "#b91c1c", MailSender.BATON, true);
        byte[] blueLogo = TestPicture.png(0x1d4ed8);
        byte[] redLogo = TestPicture.png(0xb91c1c);
        shop.logo(blueLogo);
        red.logo(redLogo);
        place(red, "red1", "en", "LAMP×1");
        place(shop, "blue1", "en", "LAMP×1");

        assertThat(raw("red1").getLast())
                .doesNotContainIgnoringCase("blue" + tag)
                .doesNotContain("#1d4ed8")
                .contains(TestPicture.base64Head(redLogo))
                .doesNotContain(TestPicture.base64Head(blueLogo));
        assertThat(raw("blue1").getLast())
                .doesNotContainIgnoringCase("red" + tag)
                .doesNotContain("#b91c1c")
                .contains(TestPicture.base64Head(blueLogo));
        assertThat(last("red1").html()).contains("#b91c1c");
    }
}
