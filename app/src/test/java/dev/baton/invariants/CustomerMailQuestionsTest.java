package dev.baton.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.merchants.MailSender;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.mail.ScriptedRelay;
import dev.baton.suppliers.Netting;
import dev.baton.testing.CustomersShop;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestShop;
import dev.baton.trading.TestRoad;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** I14 as a question to a database: mails that went every way they can go are no breach, and each planted breach is found. */
class CustomerMailQuestionsTest {

    private static final ScriptedRelay RELAY = new ScriptedRelay();
    private static final TestBaton BATON = TestBaton.with(Map.of(
            "baton.smtp-url", "smtp://127.0.0.1:" + RELAY.port() + "?starttls=off",
            "baton.mail-from", "post@baton.example",
            "baton.public-url", "https://baton.example"));

    private static final TestRoad ROAD = new TestRoad(BATON);

    /** Sent, sent after it was known not to have left, refused, unknown, sent again by a person, and withheld. */
    @BeforeAll
    static void mailsOfEveryEnd() {
        CustomersShop shop = shop("blue", true);
        shop.goods("LAMP", "Desk lamp", ROAD.supplier("ACME", Netting.GROSS));
        SalesOrderId sent = place(shop, "1");
        RELAY.answers("RCPT", "451 4.7.1 greylisted");
        place(shop, "2");
        ROAD.later(Duration.ofMinutes(5));
        RELAY.answers("RCPT", "550 5.1.1 no such user");
        place(shop, "3");
        RELAY.answers("END", ScriptedRelay.HANG_UP);
        place(shop, "4");
        RELAY.answers("END", ScriptedRelay.HANG_UP);
        place(shop, "5");
        resendTheLast();
        place(shop("watched", false), "6");
        shop.ship(sent, "ups", "1Z999AA10123456784", 1);
        ROAD.later(Duration.ofSeconds(121));
    }

    @AfterAll
    static void close() {
        ROAD.close();
        RELAY.close();
    }

    private static CustomersShop shop(String code, boolean live) {
        return new CustomersShop(BATON::bean, ROAD.merchant, code, "#1d4ed8", MailSender.BATON, live);
    }

    private static SalesOrderId place(CustomersShop shop, String id) {
        SalesOrderId order = shop.place(
                id, new CustomerFacts("Ada Muster", id + "@customer.example", null, "en"), TestShop.BERLIN, "LAMP×1");
        ROAD.work();
        return order;
    }

    private static void resendTheLast() {
        var messages = BATON.bean(dev.baton.notifications.MessageLookup.class);
        var unknown = BATON.in(
                ROAD.merchant,
                () -> messages.page(
                        ROAD.merchant,
                        null,
                        java.util.EnumSet.of(dev.baton.notifications.MessageState.UNKNOWN),
                        null,
                        10));
        BATON.bean(dev.baton.notifications.ResendMessages.class)
                .resend(ROAD.merchant, unknown.getFirst().id());
        ROAD.work();
    }

    @Test
    void findsNothingInMailsOfEveryEnd() throws SQLException {
        try (Connection connection = BATON.database().connectAsSuperuser();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select string_agg(distinct state, ' ' order by state) from" + " customer_message")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("REFUSED SENT UNKNOWN WITHHELD");

            assertThat(new DatabaseInvariants(connection).breaches("I14")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            an event of an order that two mails tell | with twin as (insert into customer_message select merchant_id, gen_random_uuid(), sales_order_id, store_id, subject_id, kind, state, planned_at, send_after, template, language, document_id, attempts, attempted_at, sent_at, reason from customer_message where state = 'SENT' and kind = 'CONFIRMED' limit 1 returning *) insert into customer_message_event select merchant_id, gen_random_uuid(), kind, 'placed', message_id, '{}' from twin
            a mail that tells of no event            | delete from customer_message_event where kind = 'SHIPPED'
            of one of another kind or person         | update customer_message_event set subject_id = gen_random_uuid() where kind = 'SHIPPED'
            handed over again                        | update customer_message set attempts = attempts + 1 where state = 'SENT' and kind = 'SHIPPED'
            handed over again                        | update customer_message set attempts = attempts + 1 where state = 'UNKNOWN'
            no task ever said so                     | delete from task where kind = 'notifications.unknown'
            no task ever said so                     | delete from task where kind = 'notifications.refused'
            no task ever said so                     | update task set opened_at = opened_at - interval '1 year'
            counts as lost                           | update customer_message set sent_at = null where state = 'SENT'
            counts as lost                           | update customer_message set sent_at = attempted_at where state = 'UNKNOWN'
            a mail nobody sends                      | update customer_message set state = 'SENDING', sent_at = null where kind = 'SHIPPED'
            """)
    void findsWhatIsBroken(String question, String breaking) throws SQLException {
        try (Connection connection = BATON.database().connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            assertThat(statement.executeUpdate(breaking)).isPositive();

            assertThat(new DatabaseInvariants(connection).breaches("I14"))
                    .anySatisfy(breach -> assertThat(breach).contains(question));

            connection.rollback();
        }
    }
}
