package dev.baton.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLinks;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestBaton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the supplier's pages remember goes when nobody can need it any more, and not a day earlier. */
class ForgetTracesTest {

    private static final int KEEP_DAYS = 90;

    private static final TestBaton BATON = TestBaton.with(Map.of("baton.pages.keep-days", String.valueOf(KEEP_DAYS)));

    private final MerchantId merchant = BATON.newMerchant();

    private void tap(String once) {
        BATON.in(
                merchant,
                () -> BATON.bean(Taps.class).isFirst(merchant, new PurchaseOrderId(UUID.randomUUID()), "accept", once));
    }

    private UUID letter() {
        UUID id = BATON.bean(Ids.class).next();
        Instant now = BATON.clock().instant();
        BATON.in(merchant, () -> {
            BATON.bean(Letters.class)
                    .insert(
                            merchant,
                            new Letters.Row(
                                    id,
                                    Letters.Kind.FRESH_LINK,
                                    new SupplierId(UUID.randomUUID()),
                                    new PurchaseOrderId(UUID.randomUUID()),
                                    null,
                                    null,
                                    now,
                                    now.plus(Duration.ofDays(2))));
            return id;
        });
        return id;
    }

    private void end(UUID letter) {
        BATON.in(merchant, () -> {
            BATON.bean(Letters.class).end(merchant, letter, "SENT", null);
            return letter;
        });
    }

    private void code(Duration lives) {
        BATON.in(
                merchant,
                () -> BATON.jdbc()
                        .sql("""
                        insert into portal_code (merchant_id, contact, code, tries, made_at, expires_at)
                        values (:merchant, :contact, :contact, 0, :now, :end)
                        """)
                        .param("merchant", merchant.value())
                        .param(
                                "contact",
                                UUID.randomUUID().toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                        .param("now", java.sql.Timestamp.from(BATON.clock().instant()))
                        .param(
                                "end",
                                java.sql.Timestamp.from(BATON.clock().instant().plus(lives)))
                        .update());
    }

    private long rows(String table) {
        return BATON.in(
                merchant,
                () -> BATON.jdbc()
                        .sql("select count(*) from " + table + " where merchant_id = :merchant")
                        .param("merchant", merchant.value())
                        .query(Long.class)
                        .single());
    }

    private void days(int days) {
        for (int i = 0; i < days; i++) {
            BATON.clock().advance(Duration.ofDays(1));
            BATON.runDue();
        }
    }

    @Test
    void forgetsFormsAndMailsAfterTheDaysToKeep() {
        tap("old");
        end(letter());
        days(KEEP_DAYS - 1);
        tap("new");
        end(letter());
        days(1);
        assertThat(rows("portal_tap")).as("not a day earlier").isEqualTo(2);
        assertThat(rows("portal_letter")).isEqualTo(2);

        days(2);

        assertThat(rows("portal_tap")).isEqualTo(1);
        assertThat(rows("portal_letter")).isEqualTo(1);
    }

    @Test
    void keepsAMailThatStillWaits() {
        UUID waiting = letter();
        // its own work is another matter: here nobody sends it
        BATON.in(
                merchant,
                () -> BATON.bean(dev.baton.platform.work.Work.class)
                        .remove(merchant, "portal.letter", List.of(waiting)));
        days(KEEP_DAYS + 2);
        assertThat(rows("portal_letter")).isEqualTo(1);

        end(waiting);
        days(1);

        assertThat(rows("portal_letter")).isZero();
    }

    @Test
    void forgetsCodesAndSessionsADayAfterTheirEnd() {
        tap("begins the forgetting");
        code(Duration.ofMinutes(10));
        code(Duration.ofDays(5));
        BATON.bean(Sessions.class).begin(merchant, List.of(new SupplierId(UUID.randomUUID())));
        days(1);
        assertThat(rows("portal_session")).isEqualTo(1);

        days(1);

        assertThat(rows("portal_code")).isEqualTo(1);
        assertThat(rows("portal_session")).isZero();
    }

    @Test
    void goesInBoundedBatchesUntilNothingOldIsLeft() {
        int many = 2 * ForgetTraces.MOST + 10;
        tap("first");
        BATON.in(
                merchant,
                () -> BATON.jdbc()
                        .sql("""
                        insert into portal_tap (merchant_id, purchase_order_id, act, once, at)
                        select :merchant, gen_random_uuid(), 'ship', n::text, :at from generate_series(1, :many) n
                        """)
                        .param("merchant", merchant.value())
                        .param("at", java.sql.Timestamp.from(BATON.clock().instant()))
                        .param("many", many)
                        .update());
        Instant later = BATON.clock().instant().plus(Duration.ofDays(KEEP_DAYS + 1));

        int once = BATON.in(merchant, () -> BATON.bean(Traces.class).forgetTaps(merchant, later, ForgetTraces.MOST));
        assertThat(once).isEqualTo(ForgetTraces.MOST);
        days(KEEP_DAYS + 1);

        assertThat(rows("portal_tap")).isZero();
    }

    @Test
    void isOneScheduleAMerchantThatCountsAsNoOpenWork() {
        tap("one");
        tap("two");
        end(letter());

        assertThat(schedules()).isEqualTo(1);
        days(3);
        assertThat(schedules()).isEqualTo(1);
        assertThat(BATON.in(
                        merchant,
                        () -> BATON.bean(dev.baton.platform.work.Work.class).countOpen(merchant)))
                .isZero();
    }

    private long schedules() {
        return BATON.in(
                merchant,
                () -> BATON.jdbc()
                        .sql(
                                "select count(*) from work where merchant_id = :merchant and kind = 'portal.forget.schedule'"
                                        + " and parked_at is null")
                        .param("merchant", merchant.value())
                        .query(Long.class)
                        .single());
    }

    /** Fewer days than a link lives would let a form have its effect twice. MailedOrdersTest has the end of a mailed link. */
    @Test
    void neverKeepsAFormForLessTimeThanItsLinkLives() {
        TestBaton hasty = BATON.restartedWith(Map.of("baton.pages.keep-days", "1"));
        tap("kept");
        for (int i = 0; i < PurchaseOrderLinks.LIFE.toDays(); i++) {
            BATON.clock().advance(Duration.ofDays(1));
            hasty.clock().set(BATON.clock().instant());
            hasty.runDue();
        }

        assertThat(rows("portal_tap")).isEqualTo(1);
    }
}
