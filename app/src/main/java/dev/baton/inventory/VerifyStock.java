package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds and mends offers whose uncovered units are not the sum of their claims' (invariant I5). */
@Component
public final class VerifyStock {

    /** Most differences one call answers or mends. */
    public static final int MOST = 1_000;

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final StockChanges stock;
    private final Audit audit;

    VerifyStock(Tenancy tenancy, JdbcClient jdbc, StockChanges stock, Audit audit) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.stock = stock;
        this.audit = audit;
    }

    /**
     * An offer that does not add up.
     *
     * @param uncovered what its stock row says
     * @param claimed what its claims add up to
     */
    public record StockDifference(OfferId offer, long uncovered, long claimed) {}

    /** The offers that do not add up, the first {@value #MOST}; none on a sound database. Opens or joins a transaction. */
    public List<StockDifference> differences(MerchantId merchant) {
        return tenancy.inTransaction(
                merchant,
                () -> jdbc.sql("""
                select s.offer_id, s.uncovered, coalesce(c.claimed, 0) as claimed
                from stock s
                left join (select merchant_id, offer_id, sum(uncovered) as claimed
                           from stock_claim
                           where merchant_id = :merchant
                           group by merchant_id, offer_id) c on c.merchant_id = s.merchant_id and c.offer_id = s.offer_id
                where s.merchant_id = :merchant and s.uncovered <> coalesce(c.claimed, 0)
                order by s.offer_id
                limit :most
                """)
                        .param("merchant", merchant.value())
                        .param("most", MOST)
                        .query((row, number) -> new StockDifference(
                                Columns.offer(row), row.getLong("uncovered"), row.getLong("claimed")))
                        .list());
    }

    /** Brings the offers that do not add up to what their claims say; answers what it mended. Opens or joins a transaction. */
    public List<StockDifference> repair(MerchantId merchant) {
        return tenancy.inTransaction(merchant, () -> {
            List<OfferId> suspects =
                    differences(merchant).stream().map(StockDifference::offer).toList();
            LockedStock locked = stock.lock(merchant, suspects);
            List<StockDifference> mended = underLock(merchant, locked);
            for (StockDifference difference : mended) {
                Balance balance = locked.of(difference.offer());
                int missing = Math.toIntExact(difference.claimed() - difference.uncovered());
                if (missing > 0) {
                    balance.raise(missing);
                } else {
                    balance.lower(-missing);
                }
            }
            stock.settle(merchant, locked);
            audit.record(
                    merchant,
                    mended.stream()
                            .map(each -> new AuditEntry(
                                    "VerifyStock",
                                    "offer",
                                    each.offer().value(),
                                    String.valueOf(each.uncovered()),
                                    String.valueOf(each.claimed()),
                                    "uncovered was not the sum of the claims"))
                            .toList());
            return mended;
        });
    }

    private List<StockDifference> underLock(MerchantId merchant, LockedStock locked) {
        Map<OfferId, Long> claimed = jdbc
                .sql("""
                select offer_id, sum(uncovered) as claimed
                from stock_claim
                where merchant_id = :merchant and offer_id = any(:offers::uuid[])
                group by offer_id
                """)
                .param("merchant", merchant.value())
                .param("offers", SqlArrays.uuids(Columns.ids(locked.offers())))
                .query((row, number) -> Map.entry(Columns.offer(row), row.getLong("claimed")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return locked.all().stream()
                .map(Balance::before)
                .map(row -> new StockDifference(row.offer(), row.uncovered(), claimed.getOrDefault(row.offer(), 0L)))
                .filter(each -> each.uncovered() != each.claimed())
                .toList();
    }
}
