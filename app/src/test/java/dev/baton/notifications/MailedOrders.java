package dev.baton.notifications;

import dev.baton.merchants.MailSender;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.mail.ScriptedRelay;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.CustomersShop;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestShop;
import dev.baton.trading.TestRoad;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A store that lets Baton mail its customers, on a road with one supplier, and what its customers get. */
abstract class MailedOrders {

    static final String ONE = "1Z999AA10123456784";
    static final String TWO = "1ZBAT0N10300123458";

    static final ScriptedRelay RELAY = new ScriptedRelay();

    private static final TestBaton BATON = TestBaton.with(Map.of(
            "baton.smtp-url", "smtp://127.0.0.1:" + RELAY.port() + "?starttls=off",
            "baton.mail-from", "post@baton.example",
            "baton.public-url", "https://baton.example"));

    final TestRoad road = new TestRoad(BATON);
    final String tag = UUID.randomUUID().toString().substring(0, 8);
    SupplierId acme;
    CustomersShop shop;

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

    CustomersShop shop(String code, String accent, MailSender sender, boolean live) {
        return new CustomersShop(road.baton::bean, road.merchant, code, accent, sender, live);
    }

    SalesOrderId place(String id, String... lines) {
        return place(shop, id, "en-GB", lines);
    }

    SalesOrderId place(CustomersShop of, String id, @Nullable String locale, String... lines) {
        SalesOrderId order =
                of.place(id, new CustomerFacts("Ada Muster", address(id), null, locale), TestShop.BERLIN, lines);
        road.work();
        return order;
    }

    String address(String id) {
        return id + "." + tag + "@customer.example";
    }

    /** The window in which news of an order join one mail is over. */
    void gathered() {
        road.later(Duration.ofSeconds(121));
    }

    List<String> raw(String id) {
        return RELAY.messages().stream()
                .filter(mail -> mail.contains("To: " + address(id)))
                .toList();
    }

    List<MailText> mails(String id) {
        return raw(id).stream()
                .map(mail -> MailText.read(mail.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)))
                .toList();
    }

    MailText last(String id) {
        return mails(id).getLast();
    }

    List<Message> messages(SalesOrderId order) {
        return road.baton.in(
                road.merchant,
                () -> road.baton
                        .bean(MessageLookup.class)
                        .page(road.merchant, order, EnumSet.allOf(MessageState.class), null, 100));
    }

    Message newest(SalesOrderId order) {
        return messages(order).getFirst();
    }

    /** Where the mails that still have to leave wait, each as often as a mail waits there. */
    List<String> queues() {
        return road.baton.in(
                road.merchant,
                () -> road.baton
                        .jdbc()
                        .sql("select queue from work where merchant_id = :merchant and kind = 'notifications.send'")
                        .param("merchant", road.merchant.value())
                        .query(String.class)
                        .list());
    }

    long openMails() {
        return road.baton.in(
                road.merchant,
                () -> road.baton
                        .jdbc()
                        .sql("select count(*) from work where merchant_id = :merchant and kind = 'notifications.send'")
                        .param("merchant", road.merchant.value())
                        .query(Long.class)
                        .single());
    }

    java.util.Optional<MailText> text(Message message) {
        return road.baton.in(
                road.merchant, () -> road.baton.bean(MessageLookup.class).text(road.merchant, message));
    }

    void resend(Message message) {
        road.baton.bean(ResendMessages.class).resend(road.merchant, message.id());
    }
}
