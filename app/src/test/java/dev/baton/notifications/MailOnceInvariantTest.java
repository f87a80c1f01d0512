package dev.baton.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.platform.mail.ScriptedRelay;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** I14 as {@code ./baton verify} asks it: sound mails of every end are none, and each breach is named. */
class MailOnceInvariantTest extends MailedOrders {

    @Test
    void findsNothingInMailsThatWereTriedAgainOrSentAgainByAPerson() {
        RELAY.answers("RCPT", "451 4.7.1 greylisted");
        place("1", "LAMP×1");
        road.later(Duration.ofMinutes(5));
        RELAY.answers("END", ScriptedRelay.HANG_UP);
        Message unknown = newest(place("2", "LAMP×1"));
        resend(unknown);
        road.work();

        assertThat(messages(unknown.order()).getFirst().attempts()).isEqualTo(2);
        assertThat(raw("1")).hasSize(1);
        assertThat(breaches()).isEmpty();
    }

    @Test
    void namesAMailThatWasHandedOverAgainThoughItMayHaveLeft() {
        Message sent = newest(place("3", "LAMP×1"));
        breaking("update customer_message set attempts = attempts + 1 where merchant_id = :merchant");

        assertThat(breaches()).containsExactly("mail " + sent.id().value() + ": handed over 2 times, allowed were 1");
    }

    @Test
    void namesAnEventThatTwoMailsTell() {
        Message sent = newest(place("4", "LAMP×1"));
        twin();
        breaking("""
                insert into customer_message_event (merchant_id, subject_id, kind, event_key, message_id, facts)
                select merchant_id, subject_id, kind, 'placed', message_id, '{}' from customer_message
                where merchant_id = :merchant and template is null
                """);

        assertThat(breaches()).containsExactly("order " + sent.order().value() + ": 2 mails tell of CONFIRMED placed");
    }

    @Test
    void namesAMailThatTellsOfNothing() {
        Message sent = newest(place("5", "LAMP×1"));
        twin();

        assertThat(breaches())
                .singleElement()
                .satisfies(breach -> assertThat(breach)
                        .contains("of order " + sent.order().value() + ", CONFIRMED: it tells of no event"));
    }

    @Test
    void namesAMailThatTellsOfAnothersOrAnotherThing() {
        place("6", "LAMP×1");
        breaking("update customer_message set kind = 'SHIPPED' where merchant_id = :merchant");

        assertThat(breaches())
                .singleElement()
                .satisfies(breach ->
                        assertThat(breach).contains("SHIPPED: it tells of another kind, or of another person"));
    }

    @Test
    void tellsNoMoreThanWasAskedFor() {
        place("7", "LAMP×1");
        place("8", "LAMP×1");
        breaking("update customer_message set attempts = attempts + 1 where merchant_id = :merchant");

        assertThat(breaches()).hasSize(2);
        assertThat(invariant().breaches(road.merchant, 1)).hasSize(1);
    }

    /** A second mail of another person about the same order, which nothing explains. */
    private void twin() {
        breaking("""
                insert into customer_message (merchant_id, message_id, sales_order_id, store_id, subject_id, kind, state,
                                              planned_at, send_after)
                select merchant_id, gen_random_uuid(), sales_order_id, store_id, gen_random_uuid(), kind, 'WITHHELD',
                       planned_at, send_after
                from customer_message where merchant_id = :merchant
                """);
    }

    private void breaking(String sql) {
        int changed = road.baton.in(
                road.merchant,
                () -> road.baton
                        .jdbc()
                        .sql(sql)
                        .param("merchant", road.merchant.value())
                        .update());
        assertThat(changed).isPositive();
    }

    private MailOnceInvariant invariant() {
        return road.baton.bean(MailOnceInvariant.class);
    }

    private List<String> breaches() {
        return invariant().breaches(road.merchant, 20);
    }
}
