package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.inventory.OfferWhy.Observed;
import dev.baton.inventory.OfferWhy.OpenClaim;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the rows behind a figure. Needs an open transaction. */
@Component
final class LedgerRows {

    private final JdbcClient jdbc;

    LedgerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps whoever changes these figures waiting, so that what is read next belongs together. */
    void hold(MerchantId merchant, Collection<OfferId> offers) {
        jdbc.sql("""
                select offer_id from stock
                where merchant_id = :merchant and offer_id = any(:offers::uuid[])
                order by merchant_id, offer_id
                for share
                """)
                .param("merchant", merchant.value())
                .param("offers", SqlArrays.uuids(Columns.ids(offers)))
                .query((row, number) -> Columns.offer(row))
                .list();
    }

    List<OpenClaim> claims(MerchantId merchant, OfferId offer, int limit) {
        return jdbc.sql("""
                select claim_id, order_line_id, quantity, released, deducted, uncovered, claimed_at
                from stock_claim
                where merchant_id = :merchant and offer_id = :offer and uncovered > 0
                order by claimed_at desc, claim_id
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("offer", offer.value())
                .param("limit", limit)
                .query((row, number) -> new OpenClaim(
                        row.getObject("claim_id", UUID.class),
                        row.getObject("order_line_id", UUID.class),
                        row.getInt("quantity"),
                        row.getInt("released"),
                        row.getInt("deducted"),
                        row.getInt("uncovered"),
                        Columns.instantOf(row, "claimed_at")))
                .list();
    }

    List<Observed> observations(MerchantId merchant, OfferId offer, int limit) {
        return jdbc.sql("""
                select source, source_id, quantity, was, outcome, effective_at, known_at
                from stock_observation
                where merchant_id = :merchant and offer_id = :offer
                order by coalesce(known_at, effective_at) desc, source_id desc
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("offer", offer.value())
                .param("limit", limit)
                .query((row, number) -> observed(row))
                .list();
    }

    /** The first figure that changed the offer after that moment. */
    Optional<Observed> nextApplied(MerchantId merchant, OfferId offer, Instant after) {
        return jdbc.sql("""
                select source, source_id, quantity, was, outcome, effective_at, known_at
                from stock_observation
                where merchant_id = :merchant and offer_id = :offer and outcome = 'APPLIED' and known_at > :after
                order by known_at, source_id
                limit 1
                """)
                .param("merchant", merchant.value())
                .param("offer", offer.value())
                .param("after", SqlArrays.instant(after))
                .query((row, number) -> observed(row))
                .optional();
    }

    /** What changed the offer's uncovered units after that moment, and whether all of it was kept. */
    record Since(long raised, long lowered, boolean whole) {}

    Since since(MerchantId merchant, OfferId offer, Instant after) {
        return jdbc.sql("""
                select coalesce((select sum(c.quantity) from stock_claim c
                                 where c.merchant_id = :merchant and c.offer_id = :offer and c.claimed_at > :after), 0)
                       + coalesce(sum(d.beyond) filter (where d.recorded_at > :after), 0) as raised,
                       coalesce(sum(d.quantity) filter (where d.covered_at > :after), 0)
                       + coalesce(sum(d.freed), 0) as lowered,
                       coalesce(bool_and(d.kept), true)
                       and not exists (select 1 from stock_observation o
                                       where o.merchant_id = :merchant and o.offer_id = :offer
                                         and o.known_at is null and o.effective_at > :after) as whole
                from (select d.beyond, d.recorded_at, d.quantity, d.covered_at, 0 as freed,
                             d.recorded_at is not null or d.effective_at <= :after as kept
                      from stock_claim c
                      join stock_deduction d on d.merchant_id = c.merchant_id and d.claim_id = c.claim_id
                      where c.merchant_id = :merchant and d.merchant_id = :merchant and c.offer_id = :offer
                      union all
                      select 0, null, 0, null, coalesce(r.freed, 0), r.freed is not null
                      from stock_claim c
                      join stock_release r on r.merchant_id = c.merchant_id and r.claim_id = c.claim_id
                      where c.merchant_id = :merchant and r.merchant_id = :merchant and c.offer_id = :offer
                        and r.released_at > :after) d
                """)
                .param("merchant", merchant.value())
                .param("offer", offer.value())
                .param("after", SqlArrays.instant(after))
                .query((row, number) ->
                        new Since(row.getLong("raised"), row.getLong("lowered"), row.getBoolean("whole")))
                .single();
    }

    private static Observed observed(ResultSet row) throws SQLException {
        return new Observed(
                row.getString("source").toLowerCase(Locale.ROOT),
                row.getObject("source_id", UUID.class),
                row.getInt("quantity"),
                row.getInt("was"),
                row.getString("outcome").equals("APPLIED"),
                Columns.instantOf(row, "effective_at"),
                Columns.instant(row, "known_at"));
    }
}
