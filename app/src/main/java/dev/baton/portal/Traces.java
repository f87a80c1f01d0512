package dev.baton.portal;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes what the pages remember, the oldest first, so many rows at a time; every method needs an open transaction of
 * the merchant and answers how many rows went.
 */
@Component
class Traces {

    private final JdbcClient jdbc;

    Traces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Forms that were sent before then. */
    int forgetTaps(MerchantId merchant, Instant before, int most) {
        return jdbc.sql("""
                delete from portal_tap t
                using (select purchase_order_id, act, once from portal_tap
                       where merchant_id = :merchant and at < :before
                       order by at
                       limit :most) old
                where t.merchant_id = :merchant and t.purchase_order_id = old.purchase_order_id and t.act = old.act
                  and t.once = old.once
                """)
                .param("merchant", merchant.value())
                .param("before", SqlArrays.instant(before))
                .param("most", most)
                .update();
    }

    /** Forms of stock figures that were sent before then. */
    int forgetChecks(MerchantId merchant, Instant before, int most) {
        return jdbc.sql("""
                delete from portal_check c
                using (select supplier_id, once from portal_check
                       where merchant_id = :merchant and at < :before
                       order by at
                       limit :most) old
                where c.merchant_id = :merchant and c.supplier_id = old.supplier_id and c.once = old.once
                """)
                .param("merchant", merchant.value())
                .param("before", SqlArrays.instant(before))
                .param("most", most)
                .update();
    }

    /** Mails asked for before then of which something became. */
    int forgetLetters(MerchantId merchant, Instant before, int most) {
        return jdbc.sql("""
                delete from portal_letter l
                using (select letter_id from portal_letter
                       where merchant_id = :merchant and asked_at < :before and state <> 'WAITING'
                       order by asked_at
                       limit :most) old
                where l.merchant_id = :merchant and l.letter_id = old.letter_id
                """)
                .param("merchant", merchant.value())
                .param("before", SqlArrays.instant(before))
                .param("most", most)
                .update();
    }

    /** Codes that ended before then. */
    int forgetCodes(MerchantId merchant, Instant before, int most) {
        return jdbc.sql("""
                delete from portal_code c
                using (select contact from portal_code
                       where merchant_id = :merchant and expires_at < :before
                       order by contact
                       limit :most) old
                where c.merchant_id = :merchant and c.contact = old.contact and c.expires_at < :before
                """)
                .param("merchant", merchant.value())
                .param("before", SqlArrays.instant(before))
                .param("most", most)
                .update();
    }

    /** Sessions that ended before then. */
    int forgetSessions(MerchantId merchant, Instant before, int most) {
        return jdbc.sql("""
                delete from portal_session s
                using (select session from portal_session
                       where merchant_id = :merchant and expires_at < :before
                       order by session
                       limit :most) old
                where s.merchant_id = :merchant and s.session = old.session
                """)
                .param("merchant", merchant.value())
                .param("before", SqlArrays.instant(before))
                .param("most", most)
                .update();
    }
}
