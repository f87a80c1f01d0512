package dev.baton.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.merchants.MailSender;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.mail.ScriptedRelay;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.CustomersShop;
import dev.baton.testing.TestShop;
import dev.baton.tracking.ScanCode;
import dev.baton.trading.TestRoad;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Mails to customers: what they say, and that each leaves once. */
class SendMessagesTest {

    private static final String ONE = "1Z999AA10123456784";
    private static final String TWO = "1ZBAT0N10300123458";

    private final TestRoad road = new TestRoad();
    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    private SupplierId acme;
    private CustomersShop shop;

    @BeforeEach
    void open() {
        acme = road.supplier("SECRETSUPPLIER", Netting.GROSS);
        shop = shop("blue" + tag, "#1d4ed8", MailSender.BATON, true);
        shop.goods("LAMP", "Desk lamp", acme);
        shop.goods("BULB", "Bulb", acme);
    }

    @AfterEach
    void close() {
        road.close();
    }

    private CustomersShop shop(String code, String accent, MailSender sender, boolean live) {
        return new CustomersShop(road.baton::bean, road.merchant, code, accent, sender, live);
    }

    private SalesOrderId place(String id, String... lines) {
        return place(shop, id, "en-GB", lines);
    }

    private SalesOrderId place(CustomersShop of, String id, @Nullable String locale, String... lines) {
        SalesOrderId order = of.place(id, new CustomerFacts("Ada Muster", address(id), null, locale), TestShop.BERLIN, lines);
        road.work();
        return order;
    }

    private String address(String id) {
        return id + "." + tag + "@customer.example";
    }

    /** The window in which news of an order join one mail is over. */
    private void gathered() {
        road.later(Duration.ofSeconds(121));
    }

    private List<String> raw(String id) {
        return road.baton.relay().messages().stream()
                .filter(mail -> mail.contains("To: " + address(id)))
                .toList();
    }

    private List<MailText> mails(String id) {
        return raw(id).stream()
                .map(mail -> MailText.read(mail.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)))
                .toList();
    }

    private MailText last(String id) {
        return mails(id).getLast();
    }

    private List<Message> messages(SalesOrderId order) {
        return road.baton.in(
                road.merchant,
                () -> road.baton
                        .bean(MessageLookup.class)
                        .page(road.merchant, order, EnumSet.allOf(MessageState.class), null, 100));
    }

    private Message newest(SalesOrderId order) {
        return messages(order).getFirst();
    }

    private long openMails() {
        return road.baton.in(road.merchant, () -> road.baton
                .jdbc()
                .sql("select count(*) from work where merchant_id = :merchant and kind = 'notifications.send'")
                .param("merchant", road.merchant.value())
                .query(Long.class)
                .single());
    }

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
                .contains("On its way:\n  1 × Title of LAMP", "Still to come:\n  1 × Title of LAMP\n  1 × Title of BULB")
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

        assertThat(mails("s1")).hasSize(2).allSatisfy(mail -> assertThat(mail.html() + mail.text() + mail.subject())
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
        SalesOrderId order = shop.place(
                "x2", new CustomerFacts("Ada Muster", address("x2"), null, "en"), TestShop.BERLIN, "LAMP×1");
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
    @DisplayName("Watch mode")
    void plansAsNotSentWhatAWatchedStoreWouldHaveMailed() {
        CustomersShop watched = shop("watched" + tag, "#000000", MailSender.BATON, false);
        SalesOrderId order = place(watched, "w1", "en", "LAMP×1");

        assertThat(newest(order).state()).isEqualTo(MessageState.WITHHELD);
        assertThat(raw("w1")).isEmpty();

        resend(newest(order));
        road.work();
        assertThat(raw("w1")).hasSize(1);
        assertThat(newest(order).state()).isEqualTo(MessageState.SENT);
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

    @Test
    void neverSendsAgainWhatMayHaveLeft() {
        road.baton.relay().answers("END", ScriptedRelay.HANG_UP);
        SalesOrderId order = place("u1", "LAMP×1");
        assertThat(newest(order).state()).isEqualTo(MessageState.UNKNOWN);

        road.later(Duration.ofHours(3));

        assertThat(raw("u1")).hasSize(1);
        assertThat(road.taskKinds()).contains("notifications.unknown");
        assertThat(openMails()).isZero();
        assertThat(counted(MessageState.UNKNOWN)).isEqualTo(1);

        resend(newest(order));
        road.work();
        assertThat(raw("u1")).hasSize(2);
        assertThat(road.taskKinds()).doesNotContain("notifications.unknown");
        assertThat(raw("u1").get(0)).isEqualTo(raw("u1").get(1));
    }

    private long counted(MessageState state) {
        return road.baton.in(road.merchant, () -> road.baton.bean(MessageLookup.class).counts(road.merchant))
                .getOrDefault(state, 0L);
    }

    @Test
    @DisplayName("I14: a lease that ends while SENDING leaves UNKNOWN, and nothing is sent a second time")
    void takesALeaseThatEndedWhileSendingForUnknown() {
        SalesOrderId order = shop.place(
                "k1", new CustomerFacts("Ada Muster", address("k1"), null, "en"), TestShop.BERLIN, "LAMP×1");
        Message planned = newest(order);
        killedWhileSending(planned);

        road.work();

        assertThat(newest(order).state()).isEqualTo(MessageState.UNKNOWN);
        assertThat(newest(order).reason()).contains("lease ended");
        assertThat(raw("k1")).isEmpty();
        assertThat(road.taskKinds()).contains("notifications.unknown");
    }

    /** The node wrote the mail, committed SENDING and was never heard of again. */
    private void killedWhileSending(Message planned) {
        road.baton.in(road.merchant, () -> {
            Messages rows = road.baton.bean(Messages.class);
            road.baton.bean(WriteLetters.class).write(road.merchant, planned);
            return rows.begin(road.merchant, planned, road.baton.clock().instant());
        });
    }

    @Test
    void triesAgainWhatCertainlyDidNotLeave() {
        road.baton.relay().answers("RCPT", "451 4.7.1 greylisted");
        SalesOrderId order = place("n1", "LAMP×1");
        assertThat(newest(order).state()).isEqualTo(MessageState.NOT_SENT);
        assertThat(newest(order).reason()).contains("greylisted");

        road.later(Duration.ofMinutes(5));

        assertThat(newest(order).state()).isEqualTo(MessageState.SENT);
        assertThat(newest(order).attempts()).isEqualTo(2);
        assertThat(raw("n1")).hasSize(1);
    }

    @Test
    void asksAPersonWhereTheServerRefusesForGood() {
        road.baton.relay().answers("RCPT", "550 5.1.1 <" + address("f1") + "> no such user");
        SalesOrderId order = place("f1", "LAMP×1");

        assertThat(newest(order).state()).isEqualTo(MessageState.REFUSED);
        assertThat(newest(order).reason()).contains("no such user").doesNotContain("customer.example");
        assertThat(road.tasks()).anySatisfy(task -> {
            assertThat(task.kind()).isEqualTo("notifications.refused");
            assertThat(task.detail()).doesNotContain("customer.example");
        });
        assertThat(openMails()).isZero();
    }

    @Test
    void withholdsWhatHasNobodyToGoTo() {
        SalesOrderId order = shop.place("a1", new CustomerFacts("Ada", null, null, "en"), TestShop.BERLIN, "LAMP×1");
        SalesOrderId odd = shop.place("a2", new CustomerFacts("Ada", "no address", null, "en"), TestShop.BERLIN, "BULB×1");
        road.work();

        assertThat(newest(order).state()).isEqualTo(MessageState.WITHHELD);
        assertThat(newest(order).reason()).isEqualTo("the store gave no mail address");
        assertThat(newest(odd).reason()).isEqualTo("the customer's mail address cannot be written to");
    }

    @Test
    void makesAMailUnreadableWhenItsPersonIsErased() {
        SalesOrderId order = place("e1", "LAMP×1");
        Message sent = newest(order);
        assertThat(text(sent)).isPresent();

        road.baton.in(road.merchant, () -> road.baton
                .jdbc()
                .sql("update subject set wrapped_key = null where merchant_id = :merchant and subject_id = :subject")
                .param("merchant", road.merchant.value())
                .param("subject", sent.subject().value())
                .update());

        assertThat(text(sent)).isEmpty();
        resend(sent);
        road.work();
        assertThat(newest(order).state()).isEqualTo(MessageState.WITHHELD);
        assertThat(newest(order).reason()).contains("erased");
    }

    private java.util.Optional<MailText> text(Message message) {
        return road.baton.in(road.merchant, () -> road.baton.bean(MessageLookup.class).text(road.merchant, message));
    }

    @Test
    void refusesToResendWhatLeavesByItself() {
        SalesOrderId order = place("z1", "LAMP×1");
        shop.ship(order, "ups", ONE, 1);

        assertThatThrownBy(() -> resend(newest(order)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(CommonProblem.CONFLICT));
        assertThatThrownBy(() -> road.baton
                        .bean(ResendMessages.class)
                        .resend(road.merchant, new MessageId(UUID.randomUUID())))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(CommonProblem.NOT_FOUND));
    }

    @Test
    void readsTheFactsOfTheFirstVersionForEver() {
        EventFacts read = EventFacts.read("""
                {"schemaVersion": 1, "at": "2026-03-02T09:00:00Z", "units": [{"line": "0195a0f4-0000-7000-8000-000000000001",
                 "quantity": 2}], "parcel": "0195a0f4-0000-7000-8000-000000000002", "amountMinor": 1250, "currency": "EUR"}""");

        assertThat(read.at()).isEqualTo(Instant.parse("2026-03-02T09:00:00Z"));
        assertThat(read.units().getFirst().quantity()).isEqualTo(2);
        assertThat(read.amountMinor()).isEqualTo(1250L);
    }

    private void resend(Message message) {
        road.baton.bean(ResendMessages.class).resend(road.merchant, message.id());
    }
}
