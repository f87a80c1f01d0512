package dev.baton.inventory;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.OfferId;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Promises units of offers to orders: lock every candidate, plan on what was seen, claim. One unit is never
 * promised twice, however many orders run for it.
 */
@Component
public final class ClaimStock {

    private final JdbcClient jdbc;
    private final StockRows rows;
    private final Claims claims;
    private final CatalogLookup catalog;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    ClaimStock(
            JdbcClient jdbc,
            StockRows rows,
            Claims claims,
            CatalogLookup catalog,
            ApplicationEventPublisher news,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.claims = claims;
        this.catalog = catalog;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Locks the stock of all candidates of a batch, in the order of their ids, and shows it. Until the transaction
     * ends nobody else claims, observes or releases it, and none of the offers ends, so a plan made on the answer
     * holds. Call it once per transaction; needs an open one. An offer that is not this merchant's is left out, and so
     * is one that has ended since the catalogue was read.
     */
    public Map<OfferId, StockSeen> lockAvailable(MerchantId merchant, Collection<OfferId> offers) {
        Set<OfferId> wanted = new LinkedHashSet<>(offers);
        Map<OfferId, StockSeen> seen = new LinkedHashMap<>();
        wanted.removeAll(lockRows(merchant, wanted, seen));
        if (!wanted.isEmpty()) {
            // only on the first sight of an offer; a deadlock it may cause repeats the transaction
            rows.insertMissing(
                    merchant,
                    catalog.offers(merchant, wanted).values().stream()
                            .map(UnseenOffer::of)
                            .toList());
            lockRows(merchant, wanted, seen);
        }
        return seen;
    }

    /** Notes what the rows that exist have, but of ended offers; answers whose they are. */
    private Set<OfferId> lockRows(MerchantId merchant, Set<OfferId> offers, Map<OfferId, StockSeen> seen) {
        Set<OfferId> locked = new HashSet<>();
        if (offers.isEmpty()) {
            return locked;
        }
        jdbc.sql("""
                select s.offer_id, s.observed, s.buffer, s.withheld, s.uncovered, s.ended,
                       case when s.left_out then s.observed_at
                            else greatest(s.observed_at, f.full_at, f.delta_at) end as effective_at
                from stock s
                left join feed_scope f on f.merchant_id = s.merchant_id and f.supplier_id = s.supplier_id
                where s.merchant_id = :merchant and s.offer_id = any(:offers::uuid[])
                order by s.merchant_id, s.offer_id
                for no key update of s
                """)
                .param("merchant", merchant.value())
                .param("offers", SqlArrays.uuids(Columns.ids(offers)))
                .query(row -> {
                    OfferId offer = Columns.offer(row);
                    locked.add(offer);
                    if (!row.getBoolean("ended")) {
                        seen.put(offer, seen(row));
                    }
                });
        return locked;
    }

    private static StockSeen seen(ResultSet row) throws SQLException {
        int observed = row.getInt("observed");
        int buffer = row.getInt("buffer");
        int withheld = row.getInt("withheld");
        long uncovered = row.getLong("uncovered");
        int available = (int) Math.max(0, observed - buffer - withheld - uncovered);
        return new StockSeen(observed, buffer, uncovered, available, Columns.instant(row, "effective_at"));
    }

    /**
     * Promises the units, all or none, and publishes {@link AvailabilityChanged}. Needs the open transaction in which
     * the offers were locked.
     *
     * @throws IllegalStateException when an offer has less available than all claims on it together: the plan was
     *     not made on what was locked, and the transaction must die
     */
    public void claim(MerchantId merchant, List<NewClaim> newClaims) {
        // read once: counting and writing must see the very same claims, also of a list made as it is read
        List<NewClaim> all = List.copyOf(newClaims);
        if (all.isEmpty()) {
            return;
        }
        Map<UUID, Long> units = new TreeMap<>();
        all.forEach(claim -> units.merge(claim.offer().value(), (long) claim.quantity(), Long::sum));
        int raised = jdbc.sql("""
                update stock
                set uncovered = stock.uncovered + c.units
                from unnest(:offers::uuid[], :units::bigint[]) as c (offer, units)
                where stock.merchant_id = :merchant and stock.offer_id = c.offer and not stock.ended
                  and stock.observed - stock.buffer - stock.withheld - stock.uncovered >= c.units
                """)
                .param("merchant", merchant.value())
                .param("offers", SqlArrays.uuids(units.keySet()))
                .param("units", SqlArrays.longs(units.values()))
                .update();
        if (raised != units.size()) {
            throw new IllegalStateException(
                    (units.size() - raised) + " of " + units.size() + " offers have less available than is claimed");
        }
        Instant now = clock.instant();
        claims.insert(merchant, all, now);
        news.publishEvent(new AvailabilityChanged(
                merchant, all.stream().map(NewClaim::sku).distinct().toList()));
        Crash.at("inventory.claimed");
    }
}
