package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Claims that contradict their own releases and deductions. A claim's uncovered is what nobody has deducted or given
 * back, and what was deducted and no observation lacks yet. Needs an open transaction.
 */
@Component
final class ClaimSums {

    private final JdbcClient jdbc;

    ClaimSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A claim as it stands, and what its releases and deductions add up to. */
    record Wrong(UUID claim, OfferId offer, int released, int shouldReleased, int uncovered, int shouldUncovered) {}

    List<Wrong> wrong(MerchantId merchant, int limit) {
        return jdbc.sql("""
                select c.claim_id, c.offer_id, c.released, c.uncovered, coalesce(r.units, 0) as should_released,
                       greatest(0, c.quantity - coalesce(r.units, 0) - c.deducted) + coalesce(d.units, 0)
                           as should_uncovered
                from stock_claim c
                left join (select claim_id, sum(quantity) as units from stock_release
                           where merchant_id = :merchant group by claim_id) r on r.claim_id = c.claim_id
                left join (select claim_id, sum(quantity) as units from stock_deduction
                           where merchant_id = :merchant and covered_at is null group by claim_id) d
                       on d.claim_id = c.claim_id
                where c.merchant_id = :merchant
                  and (c.released <> coalesce(r.units, 0)
                       or c.uncovered <> greatest(0, c.quantity - coalesce(r.units, 0) - c.deducted)
                                         + coalesce(d.units, 0))
                order by c.claim_id
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    /** As above, of these claims; their offers' stock rows are locked, so that it stays true. */
    List<Wrong> wrongAmong(MerchantId merchant, Collection<UUID> claims) {
        return jdbc.sql("""
                select c.claim_id, c.offer_id, c.released, c.uncovered, coalesce(r.units, 0) as should_released,
                       greatest(0, c.quantity - coalesce(r.units, 0) - c.deducted) + coalesce(d.units, 0)
                           as should_uncovered
                from stock_claim c
                left join (select claim_id, sum(quantity) as units from stock_release
                           where merchant_id = :merchant and claim_id = any(:claims::uuid[])
                           group by claim_id) r on r.claim_id = c.claim_id
                left join (select claim_id, sum(quantity) as units from stock_deduction
                           where merchant_id = :merchant and claim_id = any(:claims::uuid[]) and covered_at is null
                           group by claim_id) d on d.claim_id = c.claim_id
                where c.merchant_id = :merchant and c.claim_id = any(:claims::uuid[])
                  and (c.released <> coalesce(r.units, 0)
                       or c.uncovered <> greatest(0, c.quantity - coalesce(r.units, 0) - c.deducted)
                                         + coalesce(d.units, 0))
                order by c.claim_id
                """)
                .param("merchant", merchant.value())
                .param("claims", SqlArrays.uuids(claims))
                .query((row, number) -> read(row))
                .list();
    }

    void write(MerchantId merchant, List<Wrong> claims) {
        jdbc.sql("""
                update stock_claim
                set released = c.released, uncovered = c.uncovered
                from unnest(:ids::uuid[], :released::int[], :uncovered::int[]) as c (id, released, uncovered)
                where stock_claim.merchant_id = :merchant and stock_claim.claim_id = c.id
                """)
                .param("merchant", merchant.value())
                .param("ids", SqlArrays.uuids(claims.stream().map(Wrong::claim).toList()))
                .param(
                        "released",
                        SqlArrays.ints(
                                claims.stream().mapToInt(Wrong::shouldReleased).toArray()))
                .param(
                        "uncovered",
                        SqlArrays.ints(
                                claims.stream().mapToInt(Wrong::shouldUncovered).toArray()))
                .update();
    }

    /** An offer and whether it is marked short, wrongly. */
    record Marked(OfferId offer, boolean shortNow) {}

    /** Offers that are said to be short and are not, or are short and not said to be. */
    List<Marked> wronglyMarked(MerchantId merchant, int limit) {
        return jdbc.sql("""
                select offer_id, short_since is not null as short from stock
                where merchant_id = :merchant and (observed < uncovered) <> (short_since is not null)
                order by merchant_id, offer_id
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("limit", limit)
                .query((row, number) -> new Marked(Columns.offer(row), row.getBoolean("short")))
                .list();
    }

    private static Wrong read(ResultSet row) throws SQLException {
        return new Wrong(
                row.getObject("claim_id", UUID.class),
                Columns.offer(row),
                row.getInt("released"),
                row.getInt("should_released"),
                row.getInt("uncovered"),
                row.getInt("should_uncovered"));
    }
}
